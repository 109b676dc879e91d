package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MENUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.playground.ButtonPress;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  @BeforeEach
  void begin() {
    talk.photo();
  }

  @Test
  void links_a_clear_match_at_once() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    talk.shelf().holds("Red mug", "RM-1");

    ChatMessage reply = talk.ask("/link blue hoodie");

    assertThat(reply.text())
        .startsWith("Linked photo ")
        .endsWith(" to Blue hoodie · BH-1 · 12.50 USD, as featured.");
    assertThat(reply.buttonTexts()).containsExactly("Mentioned", "Background", "Undo");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SKU:ABC-123", "sku:abc123", "abc 123", "АВС-123"})
  void links_by_any_form_of_a_sku(String sku) {
    talk.shelf().holds("Blue hoodie", "ABC-123");
    talk.shelf().holds("Blue hoodie for kids", "ABC-1234");

    assertThat(talk.ask("/link " + sku).text()).contains("to Blue hoodie · ABC-123 ·");
  }

  @Test
  void asks_which_when_several_match_and_links_what_is_pressed() {
    List.of("A", "B", "C", "D", "E", "F", "G")
        .forEach(letter -> talk.shelf().holds("Blue cup " + letter, "CUP-" + letter));

    ChatMessage list = talk.ask("/link blue cup");

    assertThat(list.text()).contains("1. Blue cup A").contains("5. Blue cup E", "1–5 of 7");
    assertThat(list.buttonTexts())
        .containsExactly("1", "2", "3", "4", "5", "More ›", "Search inline");
    talk.press(list, "More ›", "6–7 of 7");
    assertThat(list.buttonTexts()).containsExactly("6", "7", "‹ Back", "Search inline");
    talk.press(list, "7", "Linked photo ");
    assertThat(list.text()).contains("Blue cup G");
  }

  @Test
  void offers_both_products_that_share_a_sku() {
    talk.shelf().holds("Left shoe", "SHOE-1");
    talk.shelf().holds("Right shoe", "SHOE-1");

    ChatMessage list = talk.ask("/link SKU:SHOE-1");

    assertThat(list.text()).contains("Left shoe").contains("Right shoe");
    assertThat(talk.activeLinks()).isZero();
  }

  @Test
  void says_so_when_it_is_linked_already() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage _ = talk.ask("/link blue hoodie");

    assertThat(talk.ask("/link blue hoodie").text())
        .contains("linked to Blue hoodie")
        .contains("already");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"mentioned", "background", "FEATURED"})
  void takes_the_type_that_the_command_names(String type) {
    talk.shelf().holds("Blue hoodie", "BH-1");

    assertThat(talk.ask("/link blue hoodie as " + type).text())
        .endsWith("as %s.".formatted(type.toLowerCase(Locale.ROOT)));
  }

  @Test
  void changes_the_type_and_undoes_all_of_it() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage reply = talk.ask("/link blue hoodie");

    talk.press(reply, "Mentioned", "is now mentioned.");
    assertThat(reply.buttonTexts()).containsExactly("Featured", "Background", "Undo");
    talk.press(reply, "Undo", "Undone: Blue hoodie");

    assertThat(talk.activeLinks()).isZero();
    assertThat(reply.buttons()).isEmpty();
  }

  @Test
  void a_fast_double_tap_counts_once() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage reply = talk.ask("/link blue hoodie");

    ButtonPress first = talk.here().presses(reply, "Undo");
    ButtonPress second = talk.here().presses(reply, "Undo");

    assertThat(List.of(first.answer().text(), second.answer().text()))
        .containsExactlyInAnyOrder(
            "", "Nothing left to undo: it was undone already, or changed since.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/link | Say which product it is",
        "/link zzz | Nothing in the catalogue matches “zzz”",
        "/link '\"%_<b>&\\ | Nothing in the catalogue matches",
        "/search | Say what to look for",
        "/unlink x | Nothing is linked to photo",
        "/products | Nothing is linked to photo",
      })
  void answers_what_cannot_be_done_with_one_sentence(String command, String expected) {
    assertThat(talk.ask(command).text()).contains(expected);
  }

  @Test
  void refuses_a_query_that_is_no_query() {
    assertThat(talk.ask("/link " + "x".repeat(3_900)).text())
        .contains("too long to search for: 3,900 characters, at most 200");
  }

  @Test
  void asks_for_a_photo_where_none_is_meant() {
    Person ben = talk.bot().world().person("Ben");
    ben.in(talk.chat()).joins();

    assertThat(ben.in(talk.chat()).says("/link blue").reply().text()).startsWith("Which photo?");
  }

  @Test
  void means_the_photo_that_its_author_sent_last() {
    talk.shelf().holds("Blue hoodie", "BH-1");

    assertThat(talk.here().says("/link blue hoodie").reply().text()).startsWith("Linked photo");
  }

  @Test
  void takes_a_caption_as_a_command() {
    talk.shelf().holds("Blue hoodie", "BH-1");

    ChatMessage reply = talk.here().posts(Media.video("walk"), "/link@tag_bot blue hoodie").reply();

    assertThat(reply.text()).startsWith("Linked video ").contains("Blue hoodie");
  }

  @Test
  void leaves_commands_to_other_bots_alone() {
    talk.shelf().holds("Blue hoodie", "BH-1");

    ChatMessage other = talk.here().replyingTo(talk.photo()).says("/link@other_bot blue hoodie");
    ChatMessage ours = talk.ask("/products");

    assertThat(ours.text()).contains("Nothing is linked");
    assertThat(talk.chat().messages())
        .noneMatch(message -> message.replyTo().filter(other::equals).isPresent());
  }

  @Test
  void a_reply_to_its_own_answer_means_the_same_photo() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage linked = talk.ask("/link blue hoodie");
    Person ben = talk.bot().world().person("Ben");
    ben.in(talk.chat()).joins();

    ChatMessage reply = ben.in(talk.chat()).replyingTo(linked).says("/products").reply();

    assertThat(reply.text()).contains("Blue hoodie").contains("linked by Mia");
  }

  @Test
  void stays_in_the_topic_of_the_question() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    Topic topic = talk.chat().openTopic("Summer", talk.bot().ada());
    ChatMessage inTopic = talk.here().inTopic(topic).posts(Media.photo("in topic"), "");

    ChatMessage reply =
        talk.here().inTopic(topic).replyingTo(inTopic).says("/link blue hoodie").reply();

    assertThat(reply.threadId()).isEqualTo(inTopic.threadId());
    assertThat(reply.text()).startsWith("Linked photo");
  }

  @Test
  void says_so_when_the_product_went_between_list_and_press() {
    long gone = talk.shelf().holds("Blue cup A", "CUP-A");
    talk.shelf().holds("Blue cup B", "CUP-B");
    ChatMessage list = talk.ask("/link blue cup");

    talk.shelf().loses(gone);

    assertThat(talk.here().presses(list, "1").answer().text())
        .isEqualTo("That product is no longer in the catalogue.");
    assertThat(talk.activeLinks()).isZero();
  }

  @Test
  void refuses_a_list_of_the_day_before_yesterday() {
    talk.shelf().holds("Blue cup A", "CUP-A");
    talk.shelf().holds("Blue cup B", "CUP-B");
    ChatMessage list = talk.ask("/link blue cup");

    talk.bot()
        .sql()
        .update(MENUS)
        .set(MENUS.CREATED_AT, Instant.now().minus(Duration.ofDays(2)))
        .execute();

    assertThat(talk.here().presses(list, "1").answer().text()).contains("out of date");
    assertThat(talk.activeLinks()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0p1.1", "1p", "1z1", "1p1.zzzzzzzzzzzzzzzzzz", "hello", "1u-5", "1t1.9"})
  void refuses_button_data_it_did_not_write(String data) {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage linked = talk.ask("/link blue hoodie");

    assertThat(talk.here().forges(linked, data).answer().text()).contains("older version");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Bold & \"brave\"</b> <script>",
        "\u202eright to left\u202c",
        "🧥 emoji 👕",
        "عربي hoodie",
      })
  void shows_any_title_as_it_is(String title) {
    talk.shelf().holds(title, "T-1");
    String shown = title.replaceAll("[\u202a-\u202e]", "");

    assertThat(talk.ask("/link SKU:T-1").text()).contains("to %s · T-1".formatted(shown));
  }

  @Test
  void cuts_a_title_that_is_too_long() {
    talk.shelf().holds("word ".repeat(60).strip(), "T-1");

    assertThat(talk.ask("/link SKU:T-1").text())
        .contains("word word")
        .contains("…")
        .hasSizeLessThan(250);
  }

  @Test
  void keeps_the_history_of_a_link() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage linked = talk.ask("/link blue hoodie");
    talk.press(linked, "Background", "is now background");
    ChatMessage unlinked = talk.ask("/unlink hoodie");
    talk.press(unlinked, "It was right until now", "still counts");
    talk.press(unlinked, "Undo", "is linked to photo");

    assertThat(
            talk.bot()
                .sql()
                .select(LINK_EVENTS.ACTION)
                .from(LINK_EVENTS)
                .where(LINK_EVENTS.WORKSPACE_ID.eq(talk.workspace().value()))
                .orderBy(LINK_EVENTS.ID)
                .fetch(LINK_EVENTS.ACTION))
        .containsExactly("linked", "retyped", "unlinked", "edited", "undone");
  }
}
