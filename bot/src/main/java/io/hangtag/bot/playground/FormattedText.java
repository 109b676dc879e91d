package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Text with its formatting laid beside it, as Telegram keeps and sends it.
///
/// @param entities by offset, the outer before the inner
record FormattedText(String text, List<Entity> entities) {

  /// A stretch of formatted text, in UTF-16 units.
  ///
  /// @param extra fields only some types have: url, language, custom_emoji_id
  record Entity(String type, int offset, int length, ObjectNode extra) {

    int end() {
      return offset + length;
    }

    ObjectNode asJson() {
      ObjectNode json = Json.object().put("type", type).put("offset", offset).put("length", length);
      json.setAll(extra);
      return json;
    }
  }

  FormattedText {
    List<Entity> ordered = new ArrayList<>(entities);
    ordered.sort(
        Comparator.comparingInt(Entity::offset)
            .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
    entities = List.copyOf(ordered);
  }

  static FormattedText plain(String text) {
    return new FormattedText(text, List.of());
  }

  /// Without the white space around it, which Telegram does not keep.
  FormattedText stripped() {
    int start = text.length() - text.stripLeading().length();
    String kept = text.strip();
    List<Entity> moved = new ArrayList<>();
    for (Entity entity : entities) {
      int from = Math.clamp(entity.offset() - start, 0, kept.length());
      int to = Math.clamp(entity.end() - start, 0, kept.length());
      if (to > from) {
        moved.add(new Entity(entity.type(), from, to - from, entity.extra()));
      }
    }
    return new FormattedText(kept, moved);
  }

  FormattedText with(List<Entity> more) {
    List<Entity> all = new ArrayList<>(entities);
    all.addAll(more);
    return new FormattedText(text, all);
  }

  /// Writes the text and, when there are some, its entities into a message or a part of it.
  void writeTo(ObjectNode message, String textField, String entitiesField) {
    message.put(textField, text);
    message.remove(entitiesField);
    if (!entities.isEmpty()) {
      ArrayNode array = message.putArray(entitiesField);
      entities.forEach(entity -> array.add(entity.asJson()));
    }
  }
}
