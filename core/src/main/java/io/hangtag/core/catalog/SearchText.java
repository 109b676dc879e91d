package io.hangtag.core.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a search, fit to be asked.
///
/// @param sku what may be a SKU or barcode
/// @param words what may be a title or words; null if only SKUs are asked for
record SearchText(String sku, @Nullable String words) {
  // The longest title of a Shopify product and the longest inline query of Telegram are no longer.
  private static final int MAX_LENGTH = 256;
  private static final Pattern SKU_ONLY =
      Pattern.compile("[\\s\\p{C}]*sku\\s*[:：](.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// `SKU:` in front asks for SKUs only. What is too long is cut.
  static SearchText of(String query) {
    String text = cut(storable(query).strip());
    Matcher skuOnly = SKU_ONLY.matcher(text);
    return skuOnly.matches()
        ? new SearchText(skuOnly.group(1).strip(), null)
        : new SearchText(text, text);
  }

  /// The words between blanks, the first eight.
  List<String> separateWords() {
    return words == null
        ? List.of()
        : Arrays.stream(words.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(8)
            .toList();
  }

  boolean isBlank() {
    return words != null && words.isBlank();
  }

  /// Whether it is one letter (or digit) of a script in which one alone is no word.
  boolean isLetter() {
    return words != null
        && words.codePointCount(0, words.length()) == 1
        && Character.isLetterOrDigit(words.codePointAt(0))
        && !Character.isIdeographic(words.codePointAt(0));
  }

  /// Whether it may be a mistyped SKU: has a digit, or was said to be one.
  boolean mayBeSku() {
    return words == null || hasDigits();
  }

  boolean hasDigits() {
    return sku.codePoints().anyMatch(Character::isDigit);
  }

  /// Without what PostgreSQL cannot hold: NUL and halves of surrogate pairs.
  static String storable(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH));
  }
}
