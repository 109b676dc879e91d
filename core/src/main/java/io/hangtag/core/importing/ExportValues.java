package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductStatus;
import io.hangtag.core.money.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks single values of an export; each refusal names the field as the export does, and the
/// value.
final class ExportValues {
  static final int MAX_TITLE = 500;
  static final int MAX_NAME = 255;
  static final int MAX_URL = 2048;
  private static final int MAX_TAGS = 20_000;
  private static final int MAX_SHOWN = 40;
  // Neither exponents, which can ask for a number of a billion digits, nor signs.
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}([.][0-9]{1,9})?");

  private ExportValues() {}

  /// The value on one line, without blanks around it.
  static String text(String field, String value, int max) {
    String text = onOneLine(field, value);
    if (text.length() > max) {
      throw new BadRowException(
          "%s %s has %d characters; at most %d are possible."
              .formatted(field, shown(text), text.length(), max));
    }
    return text;
  }

  /// A SKU or barcode, without the apostrophe by which Excel keeps leading zeros.
  static String code(String field, String value) {
    String code = text(field, value, MAX_NAME);
    return code.startsWith("'") ? code.substring(1).strip() : code;
  }

  /// The amount in minor units; null for a blank one.
  static @Nullable Long price(String field, String value, Currency currency) {
    String amount = value.strip();
    if (amount.isEmpty()) {
      return null;
    }
    try {
      if (AMOUNT.matcher(amount).matches()) {
        return Money.parse(amount, currency).minor();
      }
    } catch (IllegalArgumentException _) {
      // More decimals than the currency has: said below as for any other wrong amount.
    }
    throw new BadRowException(
        "%s %s is not an amount of %s.".formatted(field, shown(value), currency.getCurrencyCode()));
  }

  /// The status; a blank one is active, as in exports that were made before there was one.
  static ProductStatus status(String field, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      // Unlisted: for sale to those who have the link.
      case "", "active", "unlisted" -> ProductStatus.ACTIVE;
      case "draft" -> ProductStatus.DRAFT;
      case "archived" -> ProductStatus.ARCHIVED;
      default ->
          throw new BadRowException(
              "%s %s is unknown: it must be active, draft or archived."
                  .formatted(field, shown(value)));
    };
  }

  /// Tags separated by commas, in their order, without repeats.
  static List<String> tags(String field, String value) {
    return tags(field, Arrays.asList(text(field, value, MAX_TAGS).split(",", -1)));
  }

  static List<String> tags(String field, List<String> values) {
    List<String> tags =
        values.stream()
            .map(tag -> text(field, tag, MAX_NAME))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.stream().mapToInt(String::length).sum() > MAX_TAGS) {
      throw new BadRowException(
          "%s have more than %d characters together.".formatted(field, MAX_TAGS));
    }
    return tags;
  }

  /// The value in quotes, cut to what fits a sentence.
  static String shown(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return "'" + (line.length() > MAX_SHOWN ? cut(line) + "…" : line) + "'";
  }

  private static String cut(String line) {
    // Not between the two halves of a character.
    int end = Character.isHighSurrogate(line.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
    return line.substring(0, end);
  }

  private static String onOneLine(String field, String value) {
    String stripped = value.strip();
    StringBuilder line = new StringBuilder(stripped.length());
    for (int i = 0; i < stripped.length(); ) {
      int character = stripped.codePointAt(i);
      if (character == '\n' || character == '\r') {
        throw new BadRowException(
            "%s %s contains a line break.".formatted(field, shown(line.toString())));
      }
      // PostgreSQL cannot store the one, nothing can the other.
      if (character == 0 || Character.getType(character) == Character.SURROGATE) {
        throw new BadRowException(
            "%s %s contains a character that is none.".formatted(field, shown(line.toString())));
      }
      line.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
      i += Character.charCount(character);
    }
    return line.toString().strip();
  }
}
