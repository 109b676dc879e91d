package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final Person mia = api.world().person("Mia");

  @BeforeEach
  void mia_starts_the_bot() {
    mia.privately().says("/start");
  }

  @Test
  void takes_4096_characters_of_text_after_parsing() {
    String text = "&lt;".repeat(4096);

    JsonNode message = send("text", text, "parse_mode", "HTML");

    assertThat(message.path("text").asText()).hasSize(4096).startsWith("<<");
  }

  @Test
  void refuses_more_and_less() {
    assertThat(refusal("text", "x".repeat(4097))).isEqualTo("400 Bad Request: message is too long");
    assertThat(refusal("text", "😀".repeat(2049)))
        .isEqualTo("400 Bad Request: message is too long");
    assertThat(refusal("text", "")).isEqualTo("400 Bad Request: message text is empty");
    assertThat(refusal("text", "x".repeat(32769))).isEqualTo("400 Bad Request: text is too long");
  }

  @Test
  void refuses_a_text_of_which_nothing_is_left() {
    assertThat(refusal("text", " <b> </b>\n", "parse_mode", "HTML"))
        .isEqualTo("400 Bad Request: text must be non-empty");
  }

  @Test
  void refuses_a_parse_mode_nobody_knows() {
    assertThat(refusal("text", "x", "parse_mode", "BBCode"))
        .isEqualTo("400 Bad Request: unsupported parse_mode");
  }

  @Test
  void takes_1024_characters_of_caption() {
    String photo =
        mia.privately().posts(Media.photo("p"), "").json().at("/photo/0/file_id").asText();
    Object[] fits = {"chat_id", mia.id(), "photo", photo, "caption", "x".repeat(1024)};
    Object[] tooLong = {"chat_id", mia.id(), "photo", photo, "caption", "x".repeat(1025)};

    assertThat(bot.call("sendPhoto", fits).path("caption").asText()).hasSize(1024);
    assertThat(bot.refusal("sendPhoto", tooLong))
        .isEqualTo("400 Bad Request: message caption is too long");
  }

  @Test
  void counts_callback_data_in_bytes() {
    assertThat(send("text", "x", "reply_markup", keyboard("callback_data", "ü".repeat(32))))
        .isNotEmpty();
    assertThat(refusal("text", "x", "reply_markup", keyboard("callback_data", "ü".repeat(33))))
        .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
  }

  @ParameterizedTest
  @CsvSource({
    "callback_data, '', can't parse inline keyboard button: Text buttons are unallowed in the"
        + " inline keyboard",
    "url, nonsense, inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL",
    "url, http://localhost:1, inline keyboard button URL 'http://localhost:1' is invalid: Wrong"
        + " HTTP URL",
    "url, shop://x.example, inline keyboard button URL 'shop://x.example' is invalid: Unsupported"
        + " URL protocol"
  })
  void refuses_buttons_that_do_nothing(String field, String value, String words) {
    assertThat(refusal("text", "x", "reply_markup", keyboard(field, value)))
        .isEqualTo("400 Bad Request: " + words);
  }

  @Test
  void refuses_a_long_text_to_copy_and_too_many_buttons() {
    Map<String, Object> copy = Map.of("text", "SKU", "copy_text", Map.of("text", "x".repeat(257)));
    Map<String, Object> button = Map.of("text", "x", "callback_data", "x");
    List<List<Map<String, Object>>> many =
        IntStream.range(0, 101).mapToObj(_ -> List.of(button)).toList();

    assertThat(refusal("text", "x", "reply_markup", keyboard(List.of(List.of(copy)))))
        .isEqualTo("400 Bad Request: BUTTON_COPY_TEXT_INVALID");
    assertThat(refusal("text", "x", "reply_markup", keyboard(many)))
        .isEqualTo("400 Bad Request: reply markup is too long");
  }

  @Test
  void refuses_structures_of_the_wrong_form() {
    assertThat(refusal("text", "x", "reply_markup", keyboard(List.of(List.of(Map.of("url", "x"))))))
        .isEqualTo(
            "400 Bad Request: can't parse inline keyboard button: Can't find field \"text\"");
    assertThat(refusal("text", "x", "reply_markup", "{"))
        .isEqualTo("400 Bad Request: can't parse reply keyboard markup JSON object");
    assertThat(refusal("text", "x", "link_preview_options", Map.of("is_disabled", "yes")))
        .isEqualTo("400 Bad Request: field \"is_disabled\" must be of type Boolean");
    assertThat(refusal("text", "x", "reply_parameters", Map.of("message_id", "last")))
        .isEqualTo("400 Bad Request: field \"message_id\" must be of type Number");
    assertThat(api.violations()).isEmpty();
  }

  @Test
  void reports_what_the_real_server_would_ignore() {
    send("text", "x", "disable_web_page_preview", true);
    send("text", "x", "link_preview_options", Map.of("disabled", true));
    send("text", "x", "disable_notification", 1);

    assertThat(api.violations())
        .containsExactly(
            "sendMessage: unknown parameter disable_web_page_preview",
            "sendMessage: unknown field link_preview_options.disabled",
            "sendMessage: Field \"disable_notification\" must be of type Boolean");
  }

  @Test
  void reports_a_required_parameter_that_is_missing() {
    assertThat(bot.refusal("sendMessage", "text", "x"))
        .isEqualTo("400 Bad Request: chat_id is empty");
    assertThat(bot.refusal("sendPhoto", "chat_id", mia.id()))
        .isEqualTo("400 Bad Request: there is no photo in the request");
    assertThat(api.violations())
        .containsExactly("sendMessage: missing chat_id", "sendPhoto: missing photo");
  }

  @Test
  void reports_an_action_nobody_knows() {
    assertThat(bot.refusal("sendChatAction", "chat_id", mia.id(), "action", "sleeping"))
        .isEqualTo("400 Bad Request: wrong parameter action in request");
    assertThat(bot.call("sendChatAction", "chat_id", mia.id(), "action", "typing").asBoolean())
        .isTrue();
  }

  @CanIgnoreReturnValue
  private JsonNode send(Object... namesAndValues) {
    return bot.call("sendMessage", withChat(namesAndValues));
  }

  private String refusal(Object... namesAndValues) {
    return bot.refusal("sendMessage", withChat(namesAndValues));
  }

  private Object[] withChat(Object... namesAndValues) {
    Object[] all = new Object[namesAndValues.length + 2];
    all[0] = "chat_id";
    all[1] = mia.id();
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    return all;
  }

  private static Map<String, Object> keyboard(String field, String value) {
    return keyboard(List.of(List.of(Map.of("text", "x", field, value))));
  }

  private static Map<String, Object> keyboard(Object rows) {
    return Map.of("inline_keyboard", rows);
  }
}
