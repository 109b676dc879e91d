package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.INBOX;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.InlineQuery;
import io.hangtag.bot.playground.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineConversationTest {
  @RegisterExtension static final Talk talk = new Talk();

  @BeforeEach
  void begin() {
    ChatMessage _ = talk.here().says("/help").reply();
  }

  private static List<String> titles(InlineQuery query) {
    return query.results().stream().map(result -> result.path("title").asText()).toList();
  }

  private static void assertEmptyAndPersonal(InlineQuery query) {
    assertThat(query.results()).isEmpty();
    assertThat(query.answer().path("is_personal").asBoolean()).isTrue();
    assertThat(query.answer().path("next_offset").asText("")).isEmpty();
    assertThat(query.answer().at("/button/start_parameter").asText()).isEqualTo("inline");
  }

  @Test
  void a_member_is_offered_products_and_nobody_else_sees_the_answer() {
    long hoodie = talk.shelf().holds("Blue hoodie", "BH-1");
    long old = talk.shelf().holds("Grey hoodie", "GH-1");
    talk.bot()
        .sql()
        .update(PRODUCTS)
        .set(PRODUCTS.IMAGE_URL, "https://shop.example/hoodie.jpg")
        .where(PRODUCTS.ID.eq(hoodie))
        .execute();
    talk.bot()
        .sql()
        .update(PRODUCTS)
        .set(PRODUCTS.STATUS, "archived")
        .set(PRODUCTS.IMAGE_URL, "no address")
        .where(PRODUCTS.ID.eq(old))
        .execute();

    InlineQuery query = talk.mia().queries("hoodie");

    assertThat(titles(query)).containsExactly("Blue hoodie", "Grey hoodie");
    JsonNode first = query.results().getFirst();
    assertThat(first.path("description").asText()).isEqualTo("BH-1 · 12.50 USD · active");
    assertThat(first.path("thumbnail_url").asText()).isEqualTo("https://shop.example/hoodie.jpg");
    assertThat(query.results().getLast().path("description").asText()).endsWith(" · archived");
    assertThat(query.results().getLast().has("thumbnail_url")).isFalse();
    assertThat(query.answer().path("is_personal").asBoolean()).isTrue();
    assertThat(query.answer().path("cache_time").asInt(-1)).isZero();
  }

  @Test
  void a_stranger_gets_nothing_but_the_way_to_a_polite_sentence() {
    talk.shelf().holds("Secret hat", "SH-1");
    Person zoe = talk.bot().world().person("Zoe");

    assertEmptyAndPersonal(zoe.queries("hat"));
    assertThat(zoe.privately().says("/start inline").reply().text())
        .contains("write in its group first");
  }

  @Test
  void a_former_member_gets_nothing() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    assertThat(talk.mia().queries("hoodie").results()).hasSize(1);

    talk.here().leaves();
    talk.bot().settle();

    assertEmptyAndPersonal(talk.mia().queries("hoodie"));
  }

  @Test
  void a_member_of_two_teams_gets_the_products_of_the_one_last_acted_in() {
    Group other = talk.bot().team("Other " + talk.number(), talk.mia());
    talk.shelf().holds("Blue hoodie", "BH-1");
    other.shelf().holds("Red hoodie", "RH-1");

    ChatMessage _ = talk.mia().in(other.chat()).says("/help").reply();
    List<String> inOther = titles(talk.mia().queries("hoodie"));
    ChatMessage _ = talk.here().says("/help").reply();

    assertThat(inOther).containsExactly("Red hoodie");
    assertThat(titles(talk.mia().queries("hoodie"))).containsExactly("Blue hoodie");
  }

  @Test
  void pages_beyond_fifty_without_gap_or_repeat_while_the_catalogue_changes() {
    List<Long> cups =
        IntStream.range(0, 120)
            .mapToObj(i -> talk.shelf().holds("Cup %03d".formatted(i), "CUP-%03d".formatted(i)))
            .toList();

    InlineQuery first = talk.mia().queries("cup");
    List<String> one = titles(first);
    cups.subList(0, 5).forEach(talk.shelf()::loses);
    InlineQuery second = first.more();
    List<String> two = titles(second);
    InlineQuery third = second.more();

    assertThat(one).hasSize(50);
    Set<String> seen = new HashSet<>(one);
    Stream.of(two, titles(third))
        .flatMap(List::stream)
        .forEach(title -> assertThat(seen.add(title)).isTrue());
    assertThat(seen).hasSize(120);
    assertThat(third.answer().path("next_offset").asText("")).isEmpty();
  }

  @Test
  void says_what_to_type_and_that_nothing_was_found() {
    talk.shelf().holds("Blue hoodie", "BH-1");

    assertThat(talk.mia().queries("qqqqzzzz").answer().at("/button/text").asText())
        .isEqualTo("No product matches “qqqqzzzz”");
  }

  @Test
  void only_the_last_of_twelve_keystrokes_is_answered_and_none_is_stored() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    String words = "blue hoodie.";

    List<InlineQuery> typed =
        IntStream.rangeClosed(1, 12)
            .mapToObj(end -> talk.mia().queries(words.substring(0, end)))
            .toList();

    assertThat(typed.getLast().results()).hasSize(1);
    assertThat(typed.stream().filter(query -> query.findAnswer().isPresent()).count())
        .isLessThanOrEqualTo(2);
    assertThat(
            talk.bot()
                .sql()
                .fetchCount(INBOX, INBOX.PAYLOAD.cast(String.class).contains("inline_query")))
        .isZero();
  }

  @Test
  void a_slow_database_costs_an_answer_and_no_more() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    talk.bot().settle();
    InlineQuery[] dropped = new InlineQuery[1];

    long took =
        talk.bot()
            .sql()
            .transactionResult(
                locked -> {
                  locked.dsl().execute("lock table products in access exclusive mode");
                  dropped[0] = talk.mia().queries("hoodie");
                  long before = System.nanoTime();
                  talk.bot()
                      .world()
                      .await(
                          "another question's being given up",
                          _ ->
                              System.nanoTime() - before
                                  > InlineDesk.LONGEST.plusMillis(300).toNanos());
                  return System.nanoTime() - before;
                });

    assertThat(took).isPositive();
    assertThat(talk.mia().queries("hoodi").results()).hasSize(1);
    assertThat(dropped[0].findAnswer()).isEmpty();
  }

  @Test
  void link_means_what_the_presser_last_worked_on_and_can_be_undone() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage _ = talk.mia().privately().posts(talk.picture("newest"), "").reply();
    ChatMessage sent = talk.mia().queries("hoodie").choose(0, talk.here());
    assertThat(sent.text()).isEqualTo("Blue hoodie · BH-1 · 12.50 USD");

    String toast = talk.here().presses(sent, "Link").answer().text();
    talk.bot().world().await("the new words", _ -> sent.text().startsWith("Linked photo "));

    assertThat(toast).startsWith("Linked photo ").endsWith(" to Blue hoodie, as featured.");
    assertThat(sent.buttonTexts()).containsExactly("Undo");
    assertThat(talk.activeLinks()).isEqualTo(1);
    var _ = talk.here().presses(sent, "Undo").answer();
    talk.bot().world().await("the undoing", _ -> sent.text().startsWith("Undone: Blue hoodie"));
    assertThat(talk.activeLinks()).isZero();
  }

  @Test
  void link_means_the_photo_that_the_product_was_a_reply_to() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    Person ben = talk.bot().world().person("Ben");
    ben.in(talk.chat()).joins();
    ChatMessage meant = talk.here().posts(talk.picture("meant"), "");
    ChatMessage _ = ben.in(talk.chat()).posts(talk.picture("later"), "");

    ChatMessage sent = talk.mia().queries("hoodie").choose(0, talk.here().replyingTo(meant));
    talk.bot().settle();
    var _ = ben.in(talk.chat()).presses(sent, "Link").answer();
    talk.bot().world().await("the new words", _ -> sent.text().startsWith("Linked photo "));

    assertThat(talk.here().replyingTo(meant).says("/products").reply().text())
        .contains("Blue hoodie")
        .contains("linked by Ben");
  }

  @Test
  void a_product_named_like_a_command_is_none_and_hostile_names_are_harmless() {
    talk.shelf().holds("/link BH-1 <b>&\"</b> \u202Eевил 😀", "<script>");
    ChatMessage photo = talk.here().posts(talk.picture("hostile"), "");

    InlineQuery query = talk.mia().queries("link");
    ChatMessage sent = query.choose(0, talk.here().replyingTo(photo));
    talk.bot().settle();

    assertThat(sent.text()).startsWith("/link BH-1 <b>&\"</b> евил 😀 · <script>");
    assertThat(talk.activeLinks()).isZero();
    assertThat(talk.chat().lastMessage()).isEqualTo(sent);
  }

  @Test
  void nobody_outside_the_team_can_use_its_link_button() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage _ = talk.here().posts(talk.picture("own"), "");
    Person ben = talk.bot().world().person("Ben");
    Group other = talk.bot().team("Others " + talk.number(), ben);
    ChatMessage _ = ben.in(other.chat()).posts(talk.picture("theirs"), "");
    Person zoe = talk.bot().world().person("Zoe");
    ChatMessage sent = talk.mia().queries("hoodie").choose(0, talk.here());

    assertThat(zoe.in(talk.chat()).presses(sent, "Link").answer().text())
        .isEqualTo("This is for members of the team.");
    assertThat(ben.in(talk.chat()).presses(sent, "Link").answer().text())
        .isEqualTo("This is for members of the team.");
    talk.here().leaves();
    talk.bot().settle();
    assertThat(talk.here().presses(sent, "Link").answer().text())
        .isEqualTo("This is for members of the team.");
    assertThat(talk.activeLinks() + talk.activeLinks(other)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1i",
        "1i1.1",
        "1i1.1.0",
        "1i1.1.1.1",
        "1izzzzzzzzzzzzzzz.1.1",
        "2i1.1.1",
        "1j1",
        "1u1",
        "1p1.1"
      })
  void forged_buttons_do_nothing(String data) {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage _ = talk.here().posts(talk.picture("forged"), "");
    ChatMessage sent = talk.mia().queries("hoodie").choose(0, talk.here());

    assertThat(talk.here().forges(sent, data).answer().text()).contains("older version");
    assertThat(talk.activeLinks()).isZero();
  }

  @Test
  void a_double_tap_links_once() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage _ = talk.here().posts(talk.picture("tapped"), "");
    ChatMessage sent = talk.mia().queries("hoodie").choose(0, talk.here());
    String link = sent.buttons().getFirst().callbackData();

    var first = talk.here().forges(sent, link);
    var second = talk.here().forges(sent, link);

    assertThat(first.answer().text()).startsWith("Linked photo");
    assertThat(second.answer().text()).startsWith("Blue hoodie is linked to photo");
    assertThat(talk.activeLinks()).isEqualTo(1);
  }

  @Test
  void without_a_photo_the_presser_is_told_to_send_one() {
    talk.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage sent = talk.mia().queries("hoodie").choose(0, talk.here());

    assertThat(talk.here().presses(sent, "Link").answer().text()).startsWith("Which photo?");
  }

  @Test
  void lists_offer_to_search_inline() {
    talk.shelf().holds("Blue cup A", "CUP-A");
    talk.shelf().holds("Blue cup B", "CUP-B");

    ChatMessage list = talk.here().says("/search blue cup").reply();

    assertThat(list.buttons().getLast().json().path("switch_inline_query_current_chat").asText())
        .isEqualTo("blue cup");
  }
}
