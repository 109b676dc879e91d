package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.InlineQuery;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see of products that are only similar to what they asked for.
class SimilarConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  @BeforeEach
  void begin() {
    talk.photo();
  }

  @Test
  void a_corrected_word_never_links_at_once() {
    talk.shelf().holds("Garmin watch", "GW-1");
    talk.shelf().countsWords();

    ChatMessage list = talk.ask("/link garmn");

    assertThat(list.text())
        .startsWith("Which product is in photo ")
        .contains("\nShowing “garmin” instead of “garmn”.\n1. Garmin watch · GW-1");
    assertThat(list.buttonTexts()).containsExactly("1", "Search exactly", "Search inline");
    assertThat(talk.activeLinks()).isZero();
    talk.press(list, "1", "Linked photo ");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @Test
  void searches_exactly_on_request_and_finds_the_way_back() {
    talk.shelf().holds("Garmin watch", "GW-1");
    talk.shelf().countsWords();

    ChatMessage list = talk.ask("/search garmn");

    talk.press(list, "Search exactly", "Nothing in the catalogue matches exactly “garmn”.");
    assertThat(list.buttonTexts()).containsExactly("‹ Back", "Search inline");
    talk.press(list, "‹ Back", "Showing “garmin” instead of “garmn”.");
    talk.press(list, "1", "Linked photo ");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @Test
  void pages_of_an_exact_search_are_exact() {
    List.of("A", "B", "C", "D", "E", "F")
        .forEach(letter -> talk.shelf().holds("Blue cup " + letter, "CUP-" + letter));
    List.of("A", "B", "C")
        .forEach(letter -> talk.shelf().holds("Garmin watch " + letter, "GW-" + letter));
    talk.shelf().countsWords();

    ChatMessage list = talk.ask("/search blue garmn");

    assertThat(list.text()).contains("Showing “blue garmin”").contains("1–5 of 9");
    talk.press(list, "More ›", "6–9 of 9");
    assertThat(list.buttonTexts())
        .containsExactly("6", "7", "8", "9", "‹ Back", "Search exactly", "Search inline");
    talk.press(list, "Search exactly", "1–5 of 6");
    assertThat(list.text())
        .contains("No product has all of these words; the nearest:")
        .doesNotContain("Showing");
    talk.press(list, "More ›", "6–6 of 6");
    assertThat(list.text()).contains("Blue cup").doesNotContain("Garmin").doesNotContain("Showing");
    assertThat(list.buttonTexts()).containsExactly("6", "‹ Back", "Search inline");
  }

  @Test
  void says_that_no_product_has_all_of_the_words() {
    talk.shelf().holds("Blue cup", "CUP-1");
    talk.shelf().countsWords();

    ChatMessage list = talk.ask("/link blue zeppelin");

    assertThat(list.text())
        .endsWith(
            "\nNo product has all of these words; the nearest:\n1. Blue cup · CUP-1 · 12.50 USD");
    assertThat(list.buttonTexts()).containsExactly("1", "Search inline");
    assertThat(talk.activeLinks()).isZero();
  }

  @Test
  void marks_a_sku_that_is_only_close() {
    talk.shelf().holds("Blue cup", "ABC-1234");

    ChatMessage list = talk.ask("/link SKU:ABC-1243");

    assertThat(list.text()).contains("\n1. close to Blue cup · ABC-1234");
    assertThat(talk.activeLinks()).isZero();
    InlineQuery typed = talk.mia().queries("ABC-1243");
    assertThat(typed.results().getFirst().path("description").asText())
        .isEqualTo("close to · ABC-1234 · 12.50 USD · active");
  }

  @Test
  void links_no_part_of_a_sku_at_once() {
    talk.shelf().holds("Blue cup", "XX-ABCD-1234");

    assertThat(talk.ask("/link ABCD12").text()).contains("Which product").contains("1. Blue cup");
    assertThat(talk.activeLinks()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garmn", "garmin zeppelin", "SKU:ABC-1243", "x"})
  void never_unlinks_at_once_what_is_only_similar(String words) {
    talk.shelf().holds("Garmin watch", "ABC-1234");
    talk.shelf().countsWords();
    ChatMessage _ = talk.ask("/link garmin watch");

    ChatMessage list = talk.ask("/unlink " + words);

    assertThat(list.text()).startsWith("Which product is not in photo ").contains("Garmin watch");
    assertThat(list.buttonTexts()).startsWith("1").doesNotContain("2");
    assertThat(talk.activeLinks()).isEqualTo(1);
    talk.press(list, "1", "Unlinked");
    assertThat(talk.activeLinks()).isZero();
  }

  @Test
  void searches_exactly_among_what_is_linked() {
    talk.shelf().holds("Garmin watch", "GW-1");
    talk.shelf().holds("Blue belt", "BB-1");
    talk.shelf().countsWords();
    ChatMessage _ = talk.ask("/link garmin watch");
    ChatMessage _ = talk.ask("/link blue belt");

    ChatMessage list = talk.ask("/unlink garmn belt");

    assertThat(list.text()).contains("Showing “garmin belt”");
    var _ = talk.here().presses(list, "Search exactly").answer();
    talk.bot().world().await("the exact list", _ -> !list.text().contains("Showing"));
    assertThat(list.text()).contains("Blue belt").doesNotContain("watch", "Showing");
    assertThat(list.buttonTexts()).containsExactly("1");
    talk.press(list, "1", "Unlinked Blue belt");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @Test
  void lists_all_that_is_linked_where_nothing_matches_exactly() {
    talk.shelf().holds("Garmin watch", "GW-1");
    talk.shelf().holds("Red mug", "RM-1");
    talk.shelf().countsWords();
    ChatMessage _ = talk.ask("/link garmin watch");
    ChatMessage _ = talk.ask("/link red mug");

    ChatMessage list = talk.ask("/unlink garmn");

    assertThat(list.buttonTexts()).containsExactly("1", "Search exactly");
    talk.press(list, "Search exactly", "matches exactly “garmn”.");
    assertThat(list.text()).contains("Which product is not in photo ", "Garmin watch", "Red mug");
    assertThat(list.buttonTexts()).containsExactly("1", "2");
    talk.press(list, "2", "Unlinked Red mug");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @Test
  void unlinks_a_clear_match_at_once_beside_what_is_only_similar() {
    talk.shelf().holds("Garmin watch", "GW-1");
    talk.shelf().holds("Blue watch", "BW-1");
    talk.shelf().countsWords();
    ChatMessage _ = talk.ask("/link garmin watch");
    ChatMessage _ = talk.ask("/link blue watch");

    assertThat(talk.ask("/unlink garmin watch").text()).startsWith("Unlinked Garmin watch");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @Test
  void a_search_for_nothing_shows_what_was_linked_lately() {
    talk.shelf().holds("Blue cup", "CUP-1");
    talk.shelf().holds("Red mug", "MUG-1");
    List.of("A", "B", "C", "D")
        .forEach(letter -> talk.shelf().holds("Tee " + letter, "TEE-" + letter));
    ChatMessage _ = talk.ask("/link blue cup");

    ChatMessage list = talk.ask("/search");

    assertThat(list.text())
        .contains("Say what to look for: /search blue hood.")
        .contains("Lately linked, or new:\n1. Blue cup · CUP-1 · 12.50 USD\n2. Tee D")
        .contains("1–5 of 6");
    talk.press(list, "More ›", "6–6 of 6");
    talk.press(list, "6", "Linked photo ");
    assertThat(list.text()).contains("Red mug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "q"})
  void offers_inline_what_was_linked_lately(String typed) {
    talk.shelf().holds("Blue cup", "CUP-1");
    talk.shelf().holds("Red mug", "MUG-1");
    ChatMessage _ = talk.ask("/link blue cup");

    InlineQuery query = talk.mia().queries(typed);

    assertThat(query.results().stream().map(result -> result.path("title").asText()))
        .containsExactly("Blue cup", "Red mug");
  }
}
