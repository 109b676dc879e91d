package io.hangtag.bot.chat;

/// Text from outside made safe for messages in Telegram's HTML.
public final class Html {
  private Html() {}

  /// The text with `& < > "` escaped, on one line, without characters that would turn the direction
  /// of what stands around it, and cut to so many characters.
  public static String text(String raw, int maxLength) {
    return escape(plain(raw, maxLength));
  }

  /// As [#text(String, int)], for places that take no HTML: nothing is escaped.
  public static String plain(String raw, int maxLength) {
    String line = raw.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    String undirected =
        line.replaceAll("[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]", "");
    return cut(undirected.strip(), maxLength);
  }

  /// As [#text(String, int)], long enough for a product's title.
  public static String text(String raw) {
    return text(raw, 100);
  }

  /// The text in bold.
  public static String bold(String raw) {
    return "<b>" + text(raw) + "</b>";
  }

  /// The text in a typewriter's letters, which people can copy with one tap.
  public static String code(String raw) {
    return "<code>" + text(raw, 64) + "</code>";
  }

  /// How long HTML is to Telegram, which counts neither tags nor how characters are escaped.
  public static int length(String html) {
    return html.replaceAll("<[^>]*>", "").replaceAll("&[a-z]+;", "&").length();
  }

  /// At most so many UTF-16 units, the last an ellipsis if any were cut; no character is split.
  static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = maxLength - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
