package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What Telegram accepts as an inline keyboard.
final class Keyboards {

  private static final List<String> ACTIONS =
      List.of(
          "url",
          "callback_data",
          "web_app",
          "login_url",
          "switch_inline_query",
          "switch_inline_query_current_chat",
          "switch_inline_query_chosen_chat",
          "copy_text",
          "callback_game",
          "pay");
  private static final List<String> MAY_BE_EMPTY =
      List.of("switch_inline_query", "switch_inline_query_current_chat");
  private static final int MAX_BUTTONS = 100;

  private Keyboards() {}

  /// Missing when the request has none.
  ///
  /// @throws Refusal when it is not acceptable
  static JsonNode checked(JsonNode markup) {
    int count = 0;
    for (JsonNode row : markup.path("inline_keyboard")) {
      for (JsonNode button : row) {
        requireAction(button);
        requireLimits(button);
        count++;
      }
    }
    if (count > MAX_BUTTONS) {
      throw Refusal.badRequest("reply markup is too long");
    }
    return markup;
  }

  private static void requireAction(JsonNode button) {
    boolean acts = ACTIONS.stream().anyMatch(action -> isGiven(button, action));
    if (!acts) {
      throw Refusal.badRequest(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
  }

  private static boolean isGiven(JsonNode button, String action) {
    JsonNode value = button.path(action);
    return !value.isMissingNode()
        && (MAY_BE_EMPTY.contains(action) || !(value.isTextual() && value.asText().isEmpty()));
  }

  private static void requireLimits(JsonNode button) {
    String url = button.path("url").asText("");
    if (!url.isEmpty() && Links.checked(url).isEmpty()) {
      throw Refusal.badRequest(
          "inline keyboard button URL '" + url + "' is invalid: " + Links.fault(url));
    }
    String data = button.path("callback_data").asText("");
    if (data.getBytes(StandardCharsets.UTF_8).length > 64) {
      throw Refusal.badRequest("BUTTON_DATA_INVALID");
    }
    JsonNode copied = button.path("copy_text").path("text");
    if (copied.isTextual() && (copied.asText().isEmpty() || copied.asText().length() > 256)) {
      throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
    }
  }
}
