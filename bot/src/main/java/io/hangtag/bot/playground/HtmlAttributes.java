package io.hangtag.bot.playground;

import java.util.Locale;

/// The attributes of one start tag; only one of them matters for each kind of tag.
final class HtmlAttributes {

  private final HtmlCursor cursor;
  private final String tag;
  private final int position;
  private String argument = "";

  /// @param position of the tag, in bytes, for the words of a refusal
  HtmlAttributes(HtmlCursor cursor, String tag, int position) {
    this.cursor = cursor;
    this.tag = tag;
    this.position = position;
  }

  /// Reads on past the closing bracket; empty when the tag says nothing more.
  String readArgument() {
    cursor.skipSpaces();
    while (!isClosed()) {
      readAttribute();
      cursor.skipSpaces();
    }
    cursor.skip();
    return argument;
  }

  private boolean isClosed() {
    if (cursor.atEnd()) {
      throw HtmlText.cannot("Unclosed start tag at byte offset " + position);
    }
    return cursor.peek() == '>';
  }

  private void readAttribute() {
    String name = cursor.readUntilSpaceOr("=>");
    if (name.isEmpty()) {
      throw HtmlText.cannot("Empty attribute name in the " + tagAtPosition());
    }
    cursor.skipSpaces();
    if (cursor.atEnd() || cursor.peek() != '=') {
      keepBare(name);
      return;
    }
    cursor.skip();
    cursor.skipSpaces();
    if (cursor.atEnd()) {
      throw HtmlText.cannot("Unclosed start " + tagAtPosition());
    }
    boolean isQuoted = cursor.peek() == '"' || cursor.peek() == '\'';
    keep(name, isQuoted ? cursor.readQuoted() : readToken());
  }

  private String readToken() {
    int start = cursor.position();
    String token = cursor.readNameToken().toLowerCase(Locale.ROOT);
    if (!cursor.atEnd() && cursor.peek() != '>' && !cursor.atSpace()) {
      throw HtmlText.cannot("Unexpected end of name token at byte offset " + start);
    }
    return token;
  }

  private void keepBare(String name) {
    if (!tag.equals("blockquote") || !name.equals("expandable")) {
      throw HtmlText.cannot(
          "Expected equal sign in declaration of an attribute of the " + tagAtPosition());
    }
    argument = name;
  }

  private void keep(String name, String value) {
    switch (tag + " " + name) {
      case "a href", "tg-emoji emoji-id" -> argument = value;
      case "code class" -> keepAfter("language-", value);
      case "span class" -> keepAfter("tg-", value);
      case "blockquote expandable" -> argument = name;
      default -> {}
    }
  }

  private void keepAfter(String prefix, String value) {
    if (value.startsWith(prefix)) {
      argument = value.substring(prefix.length());
    }
  }

  private String tagAtPosition() {
    return "tag \"" + tag + "\" at byte offset " + position;
  }
}
