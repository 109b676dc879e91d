package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.InlineQuery;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see of products that are only similar to what they asked for.
class SimilarConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;
  private ChatMessage photo;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
  }

  @AfterAll
  static void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @BeforeEach
  void newTeam() {
    String name = "Similar " + ++teams;
    mia = bot.world().person("Mia");
    team = bot.team(name, mia);
    photo = mia.in(chat()).posts(Media.photo(name), "");
  }

  private Chat chat() {
    return team.chat();
  }

  private ChatMessage ask(String command) {
    return mia.in(chat()).replyingTo(photo).says(command).reply();
  }

  @CanIgnoreReturnValue
  private ChatMessage press(ChatMessage message, String button, String expected) {
    var _ = mia.in(chat()).presses(message, button).answer();
    bot.world().await(expected, _ -> message.text().contains(expected));
    return message;
  }

  private int activeLinks() {
    return bot.sql()
        .fetchCount(
            MEDIA_PRODUCT_LINKS,
            MEDIA_PRODUCT_LINKS
                .WORKSPACE_ID
                .eq(team.workspace().value())
                .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull()));
  }

  @Test
  void a_corrected_word_never_links_at_once() {
    team.shelf().holds("Garmin watch", "GW-1");
    team.shelf().countsWords();

    ChatMessage list = ask("/link garmn");

    assertThat(list.text())
        .startsWith("Which product is in photo ")
        .contains("\nShowing “garmin” instead of “garmn”.\n1. Garmin watch · GW-1");
    assertThat(list.buttonTexts()).containsExactly("1", "Search exactly", "Search inline");
    assertThat(activeLinks()).isZero();
    press(list, "1", "Linked photo ");
    assertThat(activeLinks()).isEqualTo(1);
  }

  @Test
  void searches_exactly_on_request_and_finds_the_way_back() {
    team.shelf().holds("Garmin watch", "GW-1");
    team.shelf().countsWords();

    ChatMessage list = ask("/search garmn");

    press(list, "Search exactly", "Nothing in the catalogue matches exactly “garmn”.");
    assertThat(list.buttonTexts()).containsExactly("‹ Back", "Search inline");
    press(list, "‹ Back", "Showing “garmin” instead of “garmn”.");
    press(list, "1", "Linked photo ");
    assertThat(activeLinks()).isEqualTo(1);
  }

  @Test
  void pages_of_an_exact_search_are_exact() {
    List.of("A", "B", "C", "D", "E", "F")
        .forEach(letter -> team.shelf().holds("Blue cup " + letter, "CUP-" + letter));
    List.of("A", "B", "C")
        .forEach(letter -> team.shelf().holds("Garmin watch " + letter, "GW-" + letter));
    team.shelf().countsWords();

    ChatMessage list = ask("/search blue garmn");

    assertThat(list.text()).contains("Showing “blue garmin”").contains("1–5 of 9");
    press(list, "More ›", "6–9 of 9");
    assertThat(list.buttonTexts())
        .containsExactly("6", "7", "8", "9", "‹ Back", "Search exactly", "Search inline");
    press(list, "Search exactly", "1–5 of 6");
    assertThat(list.text())
        .contains("No product has all of these words; the nearest:")
        .doesNotContain("Showing");
    press(list, "More ›", "6–6 of 6");
    assertThat(list.text()).contains("Blue cup").doesNotContain("Garmin").doesNotContain("Showing");
    assertThat(list.buttonTexts()).containsExactly("6", "‹ Back", "Search inline");
  }

  @Test
  void says_that_no_product_has_all_of_the_words() {
    team.shelf().holds("Blue cup", "CUP-1");
    team.shelf().countsWords();

    ChatMessage list = ask("/link blue zeppelin");

    assertThat(list.text())
        .endsWith(
            "\nNo product has all of these words; the nearest:\n1. Blue cup · CUP-1 · 12.50 USD");
    assertThat(list.buttonTexts()).containsExactly("1", "Search inline");
    assertThat(activeLinks()).isZero();
  }

  @Test
  void marks_a_sku_that_is_only_close() {
    team.shelf().holds("Blue cup", "ABC-1234");

    ChatMessage list = ask("/link SKU:ABC-1243");

    assertThat(list.text()).contains("\n1. close to Blue cup · ABC-1234");
    assertThat(activeLinks()).isZero();
    InlineQuery typed = mia.queries("ABC-1243");
    assertThat(typed.results().getFirst().path("description").asText())
        .isEqualTo("close to · ABC-1234 · 12.50 USD · active");
  }

  @Test
  void links_no_part_of_a_sku_at_once() {
    team.shelf().holds("Blue cup", "XX-ABCD-1234");

    assertThat(ask("/link ABCD12").text()).contains("Which product").contains("1. Blue cup");
    assertThat(activeLinks()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garmn", "garmin zeppelin", "SKU:ABC-1243", "x"})
  void never_unlinks_at_once_what_is_only_similar(String words) {
    team.shelf().holds("Garmin watch", "ABC-1234");
    team.shelf().countsWords();
    ChatMessage _ = ask("/link garmin watch");

    ChatMessage list = ask("/unlink " + words);

    assertThat(list.text()).startsWith("Which product is not in photo ").contains("Garmin watch");
    assertThat(list.buttonTexts()).containsExactly("1");
    assertThat(activeLinks()).isEqualTo(1);
    press(list, "1", "Unlinked");
    assertThat(activeLinks()).isZero();
  }

  @Test
  void unlinks_a_clear_match_at_once_beside_what_is_only_similar() {
    team.shelf().holds("Garmin watch", "GW-1");
    team.shelf().holds("Blue watch", "BW-1");
    team.shelf().countsWords();
    ChatMessage _ = ask("/link garmin watch");
    ChatMessage _ = ask("/link blue watch");

    assertThat(ask("/unlink garmin watch").text()).startsWith("Unlinked Garmin watch");
    assertThat(activeLinks()).isEqualTo(1);
  }

  @Test
  void a_search_for_nothing_shows_what_was_linked_lately() {
    team.shelf().holds("Blue cup", "CUP-1");
    team.shelf().holds("Red mug", "MUG-1");
    List.of("A", "B", "C", "D")
        .forEach(letter -> team.shelf().holds("Tee " + letter, "TEE-" + letter));
    ChatMessage _ = ask("/link blue cup");

    ChatMessage list = ask("/search");

    assertThat(list.text())
        .contains("Say what to look for: /search blue hood.")
        .contains("Lately linked, or new:\n1. Blue cup · CUP-1 · 12.50 USD\n2. Tee D")
        .contains("1–5 of 6");
    press(list, "More ›", "6–6 of 6");
    press(list, "6", "Linked photo ");
    assertThat(list.text()).contains("Red mug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "q"})
  void offers_inline_what_was_linked_lately(String typed) {
    team.shelf().holds("Blue cup", "CUP-1");
    team.shelf().holds("Red mug", "MUG-1");
    ChatMessage _ = ask("/link blue cup");

    InlineQuery query = mia.queries(typed);

    assertThat(query.results().stream().map(result -> result.path("title").asText()))
        .containsExactly("Blue cup", "Red mug");
  }
}
