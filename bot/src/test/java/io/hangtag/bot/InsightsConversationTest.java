package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import io.hangtag.bot.playground.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// /insights.
final class InsightsConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  private final Till till = new Till(talk);

  private ChatMessage says(String command) {
    return talk.here().says(command).reply();
  }

  /// Twenty weeks of a product that sells four a day, posted every other day.
  private void sellsForWeeks() {
    talk.shelf().holds("Blue Hoodie", "HD-1");
    talk.shelf().holds("Mug", "MUG-1");
    var _ = talk.ask("/link blue hoodie");
    till.manyOrders(560, Duration.ofMinutes(367), "1,Blue Hoodie,12.50,HD-1");
    talk.bot()
        .sql()
        .execute(
            """
            with p as (
              insert into posts (workspace_id, channel, posted_at, status, created_at, updated_at)
              select {0}, 'tiktok', now() - n * interval '2 days 1 hour', 'posted', now(), now()
              from generate_series(1, 66) n
              returning id)
            insert into post_media (workspace_id, post_id, media_item_id, position)
            select {0}, p.id, m.id, 1 from p, media_items m where m.workspace_id = {0}
            """,
            val(talk.workspace().value()));
  }

  @Test
  void says_that_there_is_not_a_week_of_orders() {
    ChatMessage answer = says("/insights");

    assertThat(answer.text())
        .startsWith("Nothing to say yet: there is not a whole week of orders.");
    assertThat(answer.picture()).isEmpty();
  }

  @Test
  void says_what_posts_and_orders_say_with_a_map_of_the_week() {
    sellsForWeeks();

    ChatMessage answer = says("/insights");
    StringBuilder all = new StringBuilder(answer.text());
    while (answer.buttonTexts().contains("More ›")) {
      String before = answer.text();
      var _ = talk.here().presses(answer, "More ›").answer();
      talk.bot().world().await("another part", _ -> !answer.text().equals(before));
      all.append(answer.text());
    }

    assertThat(all.toString())
        .contains("Does posting sell?", "When posting works", "When customers buy", "How often")
        .contains("Kinds of products", "From day to day", "posted or not.")
        .containsPattern("\\[[BCD], \\d+ posts")
        .contains("window 72 h; whole days up to", "Orders counted, in all currencies")
        .doesNotContainIgnoringCase("because");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void says_it_of_one_product_or_asks_which() {
    sellsForWeeks();
    talk.shelf().holds("Red Hoodie", "HD-2");

    assertThat(says("/insights blue hoodie").text()).startsWith("Blue Hoodie");
    ChatMessage list = says("/insights hoodie");
    assertThat(list.text()).startsWith("Which product is it about?\n1. Blue Hoodie");
    talk.press(list, "1", "Does posting sell?");
    assertThat(Till.hasChart(list)).isTrue();
    assertThat(says("/insights mug").text()).startsWith("Mug").contains("No orders.");
    assertThat(says("/insights teapot").text()).contains("Nothing in the catalogue");
  }

  @Test
  void says_how_much_is_missing_after_few_weeks() {
    talk.shelf().holds("Mug", "MUG-1");
    till.orders(1, Duration.ofDays(20), "1,Mug,5.00,MUG-1");
    till.orders(2, Duration.ofDays(2), "1,Mug,5.00,MUG-1");

    ChatMessage answer = says("/insights");

    assertThat(answer.text()).contains("Not enough data").contains("[D, 0 posts]");
    assertThat(Till.hasChart(answer)).isTrue();
  }
}
