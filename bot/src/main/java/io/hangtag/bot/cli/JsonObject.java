package io.hangtag.bot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// A JSON object as somebody wrote it.
///
/// @param text blank: none
record JsonObject(String text) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /// @throws IllegalArgumentException if it is something else
  static JsonObject of(String text) {
    try {
      if (text.isBlank()) {
        return new JsonObject("");
      }
      if (JSON.readTree(text).isObject() && !text.contains("\\u0000")) {
        return new JsonObject(text);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "must be a JSON object: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
    throw new IllegalArgumentException(
        "must be a JSON object, for example {\"model\": \"Ana\"}, without NUL characters");
  }
}
