package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.FormattedText.Entity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Telegram's HTML: reads the marked up text into plain text and entities, and refuses what the
/// real server refuses, naming the same byte.
final class HtmlText {

  private static final Map<String, String> ENTITY_TYPES =
      Map.ofEntries(
          Map.entry("b", "bold"),
          Map.entry("strong", "bold"),
          Map.entry("i", "italic"),
          Map.entry("em", "italic"),
          Map.entry("u", "underline"),
          Map.entry("ins", "underline"),
          Map.entry("s", "strikethrough"),
          Map.entry("strike", "strikethrough"),
          Map.entry("del", "strikethrough"),
          Map.entry("span", "spoiler"),
          Map.entry("tg-spoiler", "spoiler"),
          Map.entry("tg-emoji", "custom_emoji"),
          Map.entry("a", "text_link"),
          Map.entry("pre", "pre"),
          Map.entry("code", "code"),
          Map.entry("blockquote", "blockquote"));

  private record OpenTag(String name, String argument, int offset) {}

  private final HtmlCursor cursor;
  private final StringBuilder plain = new StringBuilder();
  private final Deque<OpenTag> open = new ArrayDeque<>();
  private final List<Entity> entities = new ArrayList<>();

  private HtmlText(String html) {
    this.cursor = new HtmlCursor(html.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws Refusal with the real server's words
  static FormattedText parse(String html) {
    return new HtmlText(html).parsed();
  }

  private FormattedText parsed() {
    while (!cursor.atEnd()) {
      if (cursor.peek() == '<') {
        readTag();
      } else {
        plain.append(cursor.readCharacter());
      }
    }
    if (!open.isEmpty()) {
      throw cannot("Can't find end tag corresponding to start tag \"" + open.peek().name() + "\"");
    }
    if (!isWellFormed()) {
      throw cannot(
          "Text contains invalid Unicode characters after decoding HTML entities, check for"
              + " unmatched surrogate code units");
    }
    return new FormattedText(plain.toString(), entities);
  }

  private boolean isWellFormed() {
    return plain
        .codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private void readTag() {
    int position = cursor.position();
    cursor.skip();
    if (cursor.peek() == '/') {
      cursor.skip();
      readEndTag(position);
    } else {
      readStartTag(position);
    }
  }

  private void readStartTag(int position) {
    String name = cursor.readUntilSpaceOr(">").toLowerCase(Locale.ROOT);
    if (cursor.atEnd()) {
      throw cannot("Unclosed start tag at byte offset " + position);
    }
    if (!ENTITY_TYPES.containsKey(name)) {
      throw cannot("Unsupported start tag \"" + name + "\" at byte offset " + position);
    }
    String argument = new HtmlAttributes(cursor, name, position).readArgument();
    if (name.equals("span") && !argument.equals("spoiler")) {
      throw cannot("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + position);
    }
    open.push(new OpenTag(name, argument, plain.length()));
  }

  private void readEndTag(int position) {
    if (open.isEmpty()) {
      throw cannot("Unexpected end tag at byte offset " + position);
    }
    String name = cursor.readUntilSpaceOr(">").toLowerCase(Locale.ROOT);
    cursor.skipSpaces();
    if (cursor.atEnd() || cursor.peek() != '>') {
      throw cannot("Unclosed end tag at byte offset " + position);
    }
    cursor.skip();
    OpenTag tag = open.pop();
    if (!name.isEmpty() && !name.equals(tag.name())) {
      throw cannot(
          "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
              .formatted(position, tag.name(), name));
    }
    if (plain.length() > tag.offset()) {
      close(tag);
    }
  }

  private void close(OpenTag tag) {
    int length = plain.length() - tag.offset();
    String type = String.valueOf(ENTITY_TYPES.get(tag.name()));
    switch (tag.name()) {
      case "a" -> closeLink(tag, length);
      case "code" -> closeCode(tag, length);
      case "pre" -> closePre(tag, length);
      case "tg-emoji" -> closeEmoji(tag, length);
      case "blockquote" ->
          add(tag.argument().isEmpty() ? type : "expandable_blockquote", tag.offset(), length);
      default -> add(type, tag.offset(), length);
    }
  }

  private void closeLink(OpenTag tag, int length) {
    String url = tag.argument().isEmpty() ? plain.substring(tag.offset()) : tag.argument();
    String checked = Links.checked(url);
    if (!checked.isEmpty()) {
      ObjectNode extra = Json.object().put("url", checked);
      entities.add(new Entity("text_link", tag.offset(), length, extra));
    }
  }

  /// `<pre><code class="language-x">` is one block of that language.
  private void closeCode(OpenTag tag, int length) {
    ObjectNode extra = Json.object();
    if (!tag.argument().isEmpty()) {
      extra.put("language", tag.argument());
    }
    entities.add(new Entity("code", tag.offset(), length, extra));
  }

  private void closePre(OpenTag tag, int length) {
    boolean holdsOneCode =
        !entities.isEmpty()
            && entities.getLast().type().equals("code")
            && entities.getLast().offset() == tag.offset()
            && entities.getLast().length() == length
            && entities.getLast().extra().has("language");
    if (holdsOneCode) {
      ObjectNode language = entities.removeLast().extra();
      entities.add(new Entity("pre", tag.offset(), length, language));
    } else {
      add("pre", tag.offset(), length);
    }
  }

  private void closeEmoji(OpenTag tag, int length) {
    if (!tag.argument().matches("[1-9]\\d{0,18}")) {
      throw cannot("Invalid custom emoji identifier specified");
    }
    ObjectNode extra = Json.object().put("custom_emoji_id", tag.argument());
    entities.add(new Entity("custom_emoji", tag.offset(), length, extra));
  }

  private void add(String type, int offset, int length) {
    entities.add(new Entity(type, offset, length, Json.object()));
  }

  static Refusal cannot(String words) {
    return Refusal.badRequest("can't parse entities: " + words);
  }
}
