package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Participant;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.Topic;
import io.hangtag.core.attribution.DayFigures;
import io.hangtag.core.attribution.Question;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// /attribution.
final class SalesConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  private final Till till = new Till(talk);

  @Test
  void says_what_a_photo_sold_with_a_chart() {
    till.soldAHoodie();

    ChatMessage answer = talk.ask("/attribution");

    assertThat(answer.text())
        .contains("sold\n25.00 USD, 1 order, 1 post, 1 product.")
        .contains("All days. Currency USD, model equal, window 72 h, pending orders included;")
        .contains("orders up to")
        .contains("1 post may still sell.")
        .contains("Linked after the sale: 1 link.");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void says_how_many_orders_are_not_paid_yet_and_how_many_links_are_late() {
    till.soldAHoodie();
    assertThat(talk.ask("/attribution 30d").text()).doesNotContain("Not paid yet");
    talk.bot()
        .sql()
        .execute(
            "update orders set financial_status = 'pending' where workspace_id = "
                + talk.workspace().value());

    assertThat(talk.ask("/attribution 30d").text())
        .contains("Not paid yet: 1 order. Linked after the sale: 1 link.");
  }

  @Test
  void says_what_the_items_of_an_album_sold_by_name() {
    talk.shelf().holds("Blue Hoodie", "HD-1");
    List<ChatMessage> album =
        talk.here().postsAlbum(List.of(talk.picture("one"), talk.picture("two")), "");
    Participant about = talk.here().replyingTo(album.getFirst());
    var _ = about.says("/link blue hoodie").reply();
    var _ = about.says("/posted tiktok " + till.ago(Duration.ofHours(2))).reply();
    till.orders(1, Duration.ofHours(1), "1,Blue Hoodie,12.50,HD-1");

    ChatMessage answer = about.says("/attribution").reply();

    assertThat(answer.text())
        .containsPattern("photo \\d+: 6.25 USD, 1 order, 1 post, 1 product.\nphoto \\d+: 6.25 USD");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void says_what_the_team_sold_with_a_chart() {
    till.soldAHoodie();
    talk.bot()
        .sql()
        .execute(
            "update media_items set title = 'Beach <1>' where workspace_id = "
                + talk.workspace().value());

    ChatMessage answer = talk.ask("/attribution 30d");

    assertThat(answer.text())
        .contains("By posts: 25.00 USD of 30.00 USD (83 %), 1 of 1 orders; ")
        .contains(" % of orders by chance.")
        .containsPattern(
            "By when it was posted, these days:\nphoto \\d+ · Beach <1>: 25.00 USD, 1 order, 1 post")
        .doesNotContain("media ");
    assertThat(Till.hasChart(answer)).isTrue();
  }

  @Test
  void understands_months_and_refuses_days_that_make_no_sense() {
    till.soldAHoodie();

    assertThat(talk.ask("/attribution this month").text()).startsWith("Sold 1 ");
    assertThat(talk.ask("/attribution Last  month").text()).startsWith("Sold 1 ");
    assertThat(talk.ask("/attribution last 7 days").text()).startsWith("Sold ");
    assertThat(talk.ask("/attribution 0d").text()).startsWith("Which days? 1 to 999");
    assertThat(talk.ask("/attribution 1000 days").text()).startsWith("Which days? 1 to 999");
  }

  @Test
  void keeps_other_currencies_apart() {
    till.soldAHoodie();
    till.orderIn("EUR", Duration.ofHours(1), "1,Blue Hoodie,40.00,HD-1");

    assertThat(talk.ask("/attribution 30d").text())
        .contains("By posts: 25.00 USD of 30.00 USD")
        .contains("\nApart from that, by posts: 40.00 EUR of 40.00 EUR.");
  }

  @Test
  void says_what_a_product_sold() {
    till.soldAHoodie();

    assertThat(talk.ask("/attribution mug").text())
        .contains("Mug")
        .contains("By posts: 0.00 USD of 5.00 USD (0 %), 0 of 1 orders.");
    assertThat(talk.ask("/attribution teapot").text()).contains("Nothing in the catalogue");
  }

  @Test
  void counts_and_marks_only_posts_that_show_the_product() {
    till.soldAHoodie();

    assertThat(talk.ask("/attribution blue hoodie").text()).contains("1 post may still sell.");
    assertThat(talk.ask("/attribution mug").text()).doesNotContain("may still sell");
    assertThat(postsMarked("Blue Hoodie")).isEqualTo(1);
    assertThat(postsMarked("Mug")).isZero();
  }

  private int postsMarked(String title) {
    Optional<ProductId> product =
        talk.bot()
            .core()
            .search()
            .search(talk.workspace(), title, 0, 1)
            .clearMatch()
            .map(Product::id);
    Question question = new Question(Optional.empty(), Optional.empty(), Optional.empty(), product);
    return talk.bot().core().attribution().report(talk.workspace(), question).byDay().stream()
        .mapToInt(DayFigures::posts)
        .sum();
  }

  @Test
  void asks_which_of_several_and_turns_the_list_into_the_chart() {
    till.soldAHoodie();
    talk.shelf().holds("Red Hoodie", "HD-2");

    ChatMessage list = talk.ask("/attribution hoodie");
    String asked = list.text();
    talk.press(list, "1", "By posts: 25.00 USD");

    assertThat(asked).startsWith("Which product’s sales?\n1. Blue Hoodie");
    assertThat(Till.hasChart(list)).isTrue();
    assertThat(list.buttons()).isEmpty();
  }

  @Test
  void a_product_that_has_gone_since_is_said_to_be_gone() {
    long blue = talk.shelf().holds("Blue Hoodie", "HD-1");
    long red = talk.shelf().holds("Red Hoodie", "HD-2");
    ChatMessage list = talk.ask("/attribution hoodie");
    talk.shelf().loses(blue);
    talk.shelf().loses(red);

    assertThat(talk.here().presses(list, "1").answer().text()).contains("no longer");
  }

  @Test
  void another_teams_product_is_not_found() {
    Group other = talk.bot().team("Others " + talk.number(), talk.bot().world().person("Ben"));
    other.shelf().holds("Secret hat", "SH-1");

    assertThat(talk.ask("/attribution secret hat").text()).contains("Nothing in the catalogue");
  }

  @Test
  void strangers_and_former_members_see_no_figures() {
    till.soldAHoodie();
    Person zoe = talk.bot().world().person("Zoe");
    Person ben = talk.bot().world().person("Ben");
    ben.in(talk.chat()).joins();
    var _ = ben.in(talk.chat()).says("/help").reply();
    ben.in(talk.chat()).leaves();
    talk.bot().settle();

    for (Person person : List.of(zoe, ben)) {
      for (String command : List.of("/attribution 30d", "/top", "/insights")) {
        assertThat(person.privately().says(command).reply().text())
            .contains("for members of a team");
      }
    }
  }

  @Test
  void a_correction_puts_the_chart_in_the_place_of_words_and_words_in_that_of_the_chart() {
    till.soldAHoodie();
    ChatMessage command = talk.here().replyingTo(talk.photo()).says("/attribution teapot");
    ChatMessage answer = command.reply();

    talk.here().edits(command, "/attribution mug");
    talk.bot().settle();

    assertThat(answer.text()).contains("By posts: 0.00 USD of 5.00 USD");
    assertThat(Till.hasChart(answer)).isTrue();

    talk.here().edits(command, "/attribution teapot");
    talk.bot().settle();
    ChatMessage words = command.reply();

    assertThat(answer.isDeleted()).isTrue();
    assertThat(words.text()).contains("Nothing in the catalogue");

    talk.here().edits(command, "/attribution mug");
    talk.bot().settle();

    assertThat(words.text()).contains("By posts: 0.00 USD of 5.00 USD");
    assertThat(command.reply()).isEqualTo(words);
  }

  @Test
  void stays_in_its_topic() {
    Topic topic = talk.chat().openTopic("Figures", talk.mia());
    till.soldAHoodie();

    ChatMessage answer = talk.here().inTopic(topic).says("/attribution 30d").reply();

    assertThat(Till.hasChart(answer)).isTrue();
    assertThat(answer.threadId()).hasValue(topic.id());
  }

  @Test
  void says_that_nothing_was_posted() {
    assertThat(talk.ask("/attribution").text()).contains("No posts of photo").contains("/posted");
    assertThat(talk.ask("/attribution 7d").text())
        .contains("No orders in these days.")
        .contains("no orders are imported yet");
  }
}
