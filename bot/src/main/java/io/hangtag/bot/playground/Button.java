package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;

/// A button of an inline keyboard.
///
/// @param json the InlineKeyboardButton
public record Button(JsonNode json) {

  public String text() {
    return json.path("text").asText();
  }

  /// Empty for a button that does something else than telling the bot.
  public String callbackData() {
    return json.path("callback_data").asText("");
  }

  /// What an inline query begins with that this button starts; empty for any other button.
  public String inlineText() {
    return json.path("switch_inline_query_current_chat").asText("");
  }
}
