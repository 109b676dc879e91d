package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {

  private static final String TOO_OLD =
      "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

  private final HandClock clock = new HandClock();

  @AutoClose private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), clock);

  @AutoClose private final RawBot bot = new RawBot(api);
  private final World world = api.world();
  private final Person mia = world.person("Mia");
  private final Chat team = world.supergroup("Team", mia);

  @BeforeEach
  void the_bot_has_offered_buttons() {
    mia.in(team).addsBot();
    bot.call(
        "sendMessage",
        "chat_id",
        team.id(),
        "text",
        "linked",
        "reply_markup",
        RawBot.json(
            """
            {"inline_keyboard":[[{"text":"Undo","callback_data":"u:1"}],
            [{"text":"Shop","url":"https://shop.example"}]]}"""));
    bot.updates();
  }

  @Test
  void a_press_tells_the_bot_and_the_answer_the_presser() {
    ButtonPress press = mia.in(team).presses(team.lastMessage(), "Undo");

    JsonNode query = bot.updates().getFirst().path("callback_query");
    assertThat(query.path("data").asText()).isEqualTo("u:1");
    assertThat(query.at("/from/id").asLong()).isEqualTo(mia.id());
    assertThat(query.at("/message/text").asText()).isEqualTo("linked");
    bot.call(
        "answerCallbackQuery",
        "callback_query_id",
        press.id(),
        "text",
        "Undone",
        "show_alert",
        true);
    assertThat(press.answer()).isEqualTo(new CallbackAnswer("Undone", true, ""));
  }

  @Test
  void an_anonymous_administrator_presses_as_the_real_person() {
    mia.in(team).anonymously().presses(team.lastMessage(), 0);

    assertThat(bot.updates().getFirst().at("/callback_query/from/id").asLong()).isEqualTo(mia.id());
  }

  @Test
  void a_press_under_a_deleted_message_shows_no_content() {
    ChatMessage message = team.lastMessage();
    mia.in(team).deletes(message);

    mia.in(team).forges(message, "u:1");

    JsonNode shown = bot.updates().getFirst().at("/callback_query/message");
    assertThat(shown.path("date").asInt(-1)).isZero();
    assertThat(shown.has("text")).isFalse();
  }

  @Test
  void refuses_a_second_a_late_a_long_and_an_unknown_answer() {
    ButtonPress press = mia.in(team).presses(team.lastMessage(), "Undo");
    String tooLong = answerRefusal(press.id(), "x".repeat(201));
    bot.call("answerCallbackQuery", "callback_query_id", press.id());
    String again = answerRefusal(press.id(), "again");
    ButtonPress late = mia.in(team).presses(team.lastMessage(), "Undo");
    clock.advance(Duration.ofSeconds(61));

    assertThat(tooLong).isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
    assertThat(again).isEqualTo(TOO_OLD);
    assertThat(answerRefusal(late.id(), "late")).isEqualTo(TOO_OLD);
    assertThat(answerRefusal("17", "whom?")).isEqualTo(TOO_OLD);
  }

  @Test
  void only_buttons_that_are_there_and_tell_the_bot_something_can_be_pressed() {
    ChatMessage message = team.lastMessage();

    assertThatThrownBy(() -> mia.in(team).presses(message, "Redo"))
        .hasMessageContaining("No button \"Redo\"");
    assertThatThrownBy(() -> mia.in(team).presses(message, 2)).hasMessageContaining("No button 2");
    assertThatThrownBy(() -> mia.in(team).presses(message, "Shop"))
        .hasMessageContaining("tells the bot nothing");
  }

  @Test
  void an_inline_query_is_answered_and_a_result_sent() {
    InlineQuery query = mia.queries("hood");
    JsonNode asked = bot.updates().getFirst().path("inline_query");
    bot.call("answerInlineQuery", answer(asked, article("1", "<b>Hoodie</b>")));

    ChatMessage chosen = query.choose(0, team);

    assertThat(asked.path("query").asText()).isEqualTo("hood");
    assertThat(query.results()).hasSize(1);
    assertThat(chosen.text()).isEqualTo("Hoodie");
    JsonNode told = bot.updates().getFirst().path("message");
    assertThat(told.at("/via_bot/username").asText()).isEqualTo("hangtag_bot");
    assertThat(told.at("/from/id").asLong()).isEqualTo(mia.id());
  }

  @Test
  void a_message_sent_inline_is_edited_by_the_id_its_button_tells() {
    InlineQuery query = mia.queries("hood");
    Map<String, Object> article = article("1", "Hoodie", "reply_markup", keyboard());
    bot.call("answerInlineQuery", answer(bot.updates().getFirst().path("inline_query"), article));
    ChatMessage chosen = query.choose(0, team);
    bot.updates();

    mia.in(team).presses(chosen, "Link");

    JsonNode pressed = bot.updates().getFirst().path("callback_query");
    assertThat(pressed.has("message")).isFalse();
    String id = pressed.path("inline_message_id").asText();
    bot.call("editMessageText", "inline_message_id", id, "text", "Linked");
    assertThat(chosen.text()).isEqualTo("Linked");
    assertThat(bot.refusal("editMessageText", "inline_message_id", "x", "text", "y"))
        .isEqualTo("400 Bad Request: MESSAGE_ID_INVALID");
  }

  @Test
  void the_choice_is_told_when_the_bot_asked_for_feedback() {
    world.reconfigure(world.account().with(Setting.INLINE_FEEDBACK));
    InlineQuery query = mia.queries("hood");
    bot.call(
        "answerInlineQuery",
        answer(bot.updates().getFirst().path("inline_query"), article("p42", "Hoodie")));

    query.choose(0, team);

    JsonNode choice = bot.updates().getLast().path("chosen_inline_result");
    assertThat(choice.path("result_id").asText()).isEqualTo("p42");
    assertThat(choice.path("query").asText()).isEqualTo("hood");
  }

  @Test
  void scrolling_asks_for_more() {
    InlineQuery query = mia.queries("h");
    bot.call(
        "answerInlineQuery",
        "inline_query_id",
        idOfLast(),
        "results",
        List.of(),
        "next_offset",
        "50");

    InlineQuery more = query.more();

    assertThat(bot.updates().getLast().at("/inline_query/offset").asText()).isEqualTo("50");
    assertThat(more).isNotSameAs(query);
  }

  @Test
  void refuses_too_many_results_and_a_late_answer() {
    mia.queries("h");
    String id = idOfLast();
    List<Map<String, Object>> many =
        IntStream.range(0, 51).mapToObj(i -> article("r" + i, "x")).toList();

    assertThat(bot.refusal("answerInlineQuery", "inline_query_id", id, "results", many))
        .isEqualTo("400 Bad Request: too many inline query results specified");
    clock.advance(Duration.ofSeconds(31));
    assertThat(bot.refusal("answerInlineQuery", "inline_query_id", id, "results", List.of()))
        .isEqualTo(TOO_OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "1, '<h1>x</h1>', can't parse entities: Unsupported start tag \"h1\" at byte offset 0",
    "'', x, RESULT_ID_INVALID",
    "1, '', can't parse inline query result: Message text is empty"
  })
  void refuses_results_that_could_not_be_sent(String id, String html, String words) {
    mia.queries("h");

    assertThat(
            bot.refusal(
                "answerInlineQuery",
                "inline_query_id",
                idOfLast(),
                "results",
                List.of(article(id, html))))
        .isEqualTo("400 Bad Request: " + words);
  }

  @Test
  void refuses_two_results_with_one_id() {
    mia.queries("h");
    List<Object> twins = List.of(article("1", "x"), article("1", "y"));

    assertThat(bot.refusal("answerInlineQuery", "inline_query_id", idOfLast(), "results", twins))
        .isEqualTo("400 Bad Request: RESULT_ID_DUPLICATE");
  }

  private String answerRefusal(String id, String text) {
    return bot.refusal("answerCallbackQuery", "callback_query_id", id, "text", text);
  }

  private String idOfLast() {
    return bot.updates().getLast().at("/inline_query/id").asText();
  }

  private static Object[] answer(JsonNode query, Map<String, Object> result) {
    return new Object[] {
      "inline_query_id", query.path("id").asText(), "results", List.of(result), "is_personal", true
    };
  }

  private static Map<String, Object> article(String id, String html, Object... more) {
    Map<String, Object> content = Map.of("message_text", html, "parse_mode", "HTML");
    Map<String, Object> article =
        new java.util.HashMap<>(
            Map.of(
                "type", "article", "id", id, "title", "Hoodie", "input_message_content", content));
    for (int i = 0; i < more.length; i += 2) {
      article.put((String) more[i], more[i + 1]);
    }
    return article;
  }

  private static Object keyboard() {
    return Map.of(
        "inline_keyboard", List.of(List.of(Map.of("text", "Link", "callback_data", "l:1"))));
  }
}
