package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.FormattedText.Entity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a text the way its request wants it read.
final class Formatting {

  /// Longer texts are not even parsed.
  private static final int MAX_BYTES = 1 << 15;

  private Formatting() {}

  /// @param entities used when there is no parse mode; may be missing
  /// @throws Refusal when the text cannot be parsed
  static FormattedText of(String text, String parseMode, JsonNode entities) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Refusal.badRequest("Text is too long");
    }
    FormattedText read =
        switch (parseMode.toLowerCase(Locale.ROOT)) {
          case "", "none" -> new FormattedText(text, given(entities));
          case "html" -> HtmlText.parse(text);
          case "markdown", "markdownv2" -> throw Refusal.notImplemented("parse mode " + parseMode);
          default -> throw Refusal.badRequest("Unsupported parse_mode");
        };
    return EntityFinder.marked(read.stripped());
  }

  static FormattedText text(Request request) {
    if (!request.has("text")) {
      throw Refusal.badRequest("Message text is empty");
    }
    return of(request.text("text"), request.text("parse_mode"), request.json("entities"));
  }

  static FormattedText caption(Request request) {
    return of(
        request.text("caption"), request.text("parse_mode"), request.json("caption_entities"));
  }

  private static List<Entity> given(JsonNode entities) {
    List<Entity> read = new ArrayList<>();
    for (JsonNode entity : entities) {
      ObjectNode extra = (ObjectNode) entity.deepCopy();
      extra.remove(List.of("type", "offset", "length"));
      int offset = entity.path("offset").asInt();
      read.add(
          new Entity(entity.path("type").asText(), offset, entity.path("length").asInt(), extra));
    }
    return read;
  }

  /// @throws Refusal when nothing is left, or more than 4096 UTF-16 units
  static void requireTextLength(FormattedText text) {
    if (text.text().isEmpty()) {
      throw Refusal.badRequest("text must be non-empty");
    }
    if (text.text().length() > 4096) {
      throw Refusal.badRequest("message is too long");
    }
  }

  /// @throws Refusal for more than 1024 UTF-16 units
  static void requireCaptionLength(FormattedText caption) {
    if (caption.text().length() > 1024) {
      throw Refusal.badRequest("message caption is too long");
    }
  }
}
