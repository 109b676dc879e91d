package io.hangtag.bot.playground;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in HTML text, counted in bytes as the real server's messages do.
final class HtmlCursor {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|(lt|gt|amp|quot));?");
  private static final int LONGEST_REFERENCE = 12;

  private final byte[] bytes;
  private int position;

  HtmlCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position >= bytes.length;
  }

  /// 0 at the end.
  char peek() {
    return atEnd() ? 0 : (char) (bytes[position] & 0xff);
  }

  void skip() {
    position++;
  }

  boolean atSpace() {
    return !atEnd() && " \t\r\n\u000b".indexOf(peek()) >= 0;
  }

  void skipSpaces() {
    while (atSpace()) {
      position++;
    }
  }

  String readUntilSpaceOr(String stops) {
    int start = position;
    while (!atEnd() && !atSpace() && stops.indexOf(peek()) < 0) {
      position++;
    }
    return text(start, position);
  }

  String readNameToken() {
    int start = position;
    while (!atEnd() && String.valueOf(peek()).matches("[A-Za-z0-9.-]")) {
      position++;
    }
    return text(start, position);
  }

  /// Up to the quote that began it, or to the end of the text when that never comes.
  String readQuoted() {
    char quote = peek();
    position++;
    StringBuilder value = new StringBuilder();
    while (!atEnd() && peek() != quote) {
      value.append(readCharacter());
    }
    position++;
    return value.toString();
  }

  /// One character, with a character reference resolved; an unknown reference is just text.
  String readCharacter() {
    return peek() == '&' ? readReference() : readRaw();
  }

  private String readReference() {
    int end = Math.min(bytes.length, position + LONGEST_REFERENCE);
    Matcher matcher = REFERENCE.matcher(text(position, end));
    if (!matcher.lookingAt()) {
      return readRaw();
    }
    int codePoint = codePoint(matcher);
    if (codePoint == 0 || !Character.isValidCodePoint(codePoint)) {
      return readRaw();
    }
    position += matcher.end();
    return Character.toString(codePoint);
  }

  private static int codePoint(Matcher matcher) {
    if (matcher.group(1) != null) {
      return Integer.parseInt(matcher.group(1), 16);
    }
    if (matcher.group(2) != null) {
      return Integer.parseInt(matcher.group(2));
    }
    return switch (matcher.group(3)) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      default -> '"';
    };
  }

  private String readRaw() {
    int start = position;
    position++;
    while (!atEnd() && (bytes[position] & 0xc0) == 0x80) {
      position++;
    }
    return text(start, position);
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
