package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Topic;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// /top.
final class TopConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  private final Till till = new Till(talk);

  /// Ten days ago; an order of yesterday says that nothing more will come of it.
  private void soldAWhileAgo() {
    till.soldAHoodie(Duration.ofDays(5));
    till.orders(2, Duration.ofHours(3), "1,Mug,5.00,MUG-1");
  }

  private ChatMessage says(String command) {
    return talk.here().says(command).reply();
  }

  @Test
  void ranks_media_with_a_chart_and_buttons() {
    soldAWhileAgo();

    ChatMessage answer = says("/top");

    assertThat(answer.text())
        .startsWith("Top media by revenue from posts\nPosts of ")
        .containsPattern("\n1. photo \\d+: 25.00 USD\n")
        .contains("Currency USD, model equal, window 72 h, pending orders included; orders up to");
    assertThat(answer.buttonTexts())
        .containsExactly(
            "• Media", "Products", "7 days", "• 30 days", "90 days", "This month", "Last month");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void buttons_edit_their_own_message() {
    soldAWhileAgo();
    ChatMessage answer = says("/top");
    int messages = talk.chat().messages().size();

    talk.press(answer, "Products", "Top products by revenue from posts");
    assertThat(answer.text())
        .contains("Orders of ")
        .contains("\n1. Blue Hoodie: 25.00 USD\n2. Mug: 0.00 USD");
    talk.press(answer, "Last month", "Top products");
    talk.bot().settle();

    assertThat(answer.buttonTexts()).contains("• Products", "• Last month", "30 days");
    assertThat(Till.hasChart(answer)).isTrue();
    assertThat(talk.chat().messages()).hasSize(messages);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /top products              | Top products by revenue per post | 1. Blue Hoodie: 25.00 USD
          /top products orders 90d   | Top products by orders from posts | 1. Blue Hoodie: 1 order
          /top Products by ORDERS in 90 days | Top products by orders from posts | 1. Blue Hoodie: 1 order
          /top 7d products total     | Top products by total revenue | 1. Blue Hoodie: 25.00 USD
          /top products rate         | Top products by share of orders from posts | 1. Blue Hoodie: 100.0 %
          /top products score        | Top products by score | 1. Blue Hoodie: 50
          /top media revenue_per_post last_30_days | Top media by revenue per post | 1. photo
          /top media per post last 30 days | Top media by revenue per post | 1. photo
          """)
  void understands_what_people_type(String command, String title, String first) {
    soldAWhileAgo();

    assertThat(says(command).text()).startsWith(title + "\n").contains("\n" + first);
  }

  @Test
  void says_what_it_knows_where_a_word_means_nothing() {
    assertThat(says("/top profits").text())
        .startsWith("I do not know “profits”. I know these metrics: revenue, orders, per post,")
        .contains("7d, 30d, 90d, this month, last month")
        .contains("products or media");
    assertThat(says("/top media 14d").text()).startsWith("I do not know “14d”.");
    assertThat(says("/top <b>x</b>").text()).startsWith("I do not know “<b>x</b>”.");
  }

  @Test
  void says_that_there_are_no_orders() {
    ChatMessage answer = says("/top");

    assertThat(answer.text()).contains("Nothing to rank yet: no orders are imported.");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void says_that_there_are_no_posts() {
    talk.shelf().holds("Mug", "MUG-1");
    till.orders(1, Duration.ofHours(1), "1,Mug,5.00,MUG-1");

    assertThat(says("/top").text()).contains("no posts are recorded in these days (/posted)");
    assertThat(says("/top reach").text()).contains("no posts are recorded in these days (/posted)");
    assertThat(says("/top products").text()).contains("no posts that show products");
  }

  @Test
  void says_that_all_posts_may_still_sell() {
    till.soldAHoodie();

    assertThat(says("/top").text())
        .contains("Nothing to rank yet: 1 post of these days may still sell.")
        .contains("Left out: 1 post that may still sell.");
  }

  @Test
  void says_that_nothing_was_earned_or_is_known() {
    talk.shelf().holds("Mug", "MUG-1");
    var _ = talk.ask("/posted tiktok " + till.ago(Duration.ofDays(5)));
    till.orders(1, Duration.ofHours(1), "1,Mug,5.00,MUG-1");

    assertThat(says("/top").text()).contains("Nothing above nought in these days.");
    assertThat(says("/top engagement").text()).contains("no likes, comments, shares or saves");
  }

  @Test
  void says_which_currencies_are_not_in_it() {
    soldAWhileAgo();
    till.orderIn("EUR", Duration.ofDays(4), "1,Blue Hoodie,40.00,HD-1");

    assertThat(says("/top").text())
        .contains(": 25.00 USD")
        .contains("Orders in EUR are not in it.");
  }

  @Test
  void titles_stand_for_numbers_and_are_harmless() {
    soldAWhileAgo();
    talk.bot()
        .sql()
        .execute(
            "update media_items set title = '<b>&\" 蓝色连帽衫 \u202e' where workspace_id = "
                + talk.workspace().value());

    assertThat(says("/top").text()).containsPattern("1. photo \\d+ · <b>&\" 蓝色连帽衫: 25.00 USD");
  }

  @Test
  void an_edited_command_is_a_correction() {
    soldAWhileAgo();
    ChatMessage command = talk.here().says("/top profits");
    ChatMessage answer = command.reply();

    talk.here().edits(command, "/top products");
    talk.bot().settle();

    assertThat(answer.text()).startsWith("Top products by revenue per post");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void stays_in_its_topic() {
    soldAWhileAgo();
    Topic topic = talk.chat().openTopic("Figures", talk.mia());

    ChatMessage answer = talk.here().inTopic(topic).says("/top").reply();
    talk.press(answer, "7 days", "Top media");
    talk.bot().settle();

    assertThat(answer.threadId()).hasValue(topic.id());
    assertThat(answer.buttonTexts()).contains("• 7 days");
  }

  @Test
  void another_teams_things_are_not_ranked() {
    Group other = talk.bot().team("Others " + talk.number(), talk.mia());
    soldAWhileAgo();

    assertThat(talk.mia().in(other.chat()).says("/top products").reply().text())
        .doesNotContain("Hoodie");
  }
}
