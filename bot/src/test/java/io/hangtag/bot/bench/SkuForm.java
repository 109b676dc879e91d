package io.hangtag.bot.bench;

import java.util.Locale;
import java.util.random.RandomGenerator;

/// How people write a SKU.
enum SkuForm {
  EXACT,
  LOWER_CASE,
  WITHOUT_PUNCTUATION,
  SPACES_FOR_PUNCTUATION,
  WITH_PREFIX,
  CYRILLIC_LETTERS,
  ZERO_FOR_O,
  ONE_REPLACED,
  ONE_MISSING,
  TWO_SWAPPED;

  /// Whether it says the same SKU, so that it must be found; the others are slips.
  boolean isExact() {
    return compareTo(ZERO_FOR_O) < 0;
  }

  String of(String sku, RandomGenerator random) {
    int at = random.nextInt(sku.length() - 1);
    return switch (this) {
      case EXACT -> sku;
      case LOWER_CASE -> sku.toLowerCase(Locale.ROOT);
      case WITHOUT_PUNCTUATION -> sku.replaceAll("[^\\p{L}\\p{N}]", "");
      case SPACES_FOR_PUNCTUATION -> sku.replaceAll("[^\\p{L}\\p{N}]", " ");
      case WITH_PREFIX -> "SKU:" + sku;
      case CYRILLIC_LETTERS -> translated(sku, "ABCEHKMOPTX", "АВСЕНКМОРТХ");
      case ZERO_FOR_O -> translated(sku, "O0I1", "0O1I");
      case ONE_REPLACED -> sku.substring(0, at) + letter(random) + sku.substring(at + 1);
      case ONE_MISSING -> sku.substring(0, at) + sku.substring(at + 1);
      case TWO_SWAPPED ->
          sku.substring(0, at) + sku.charAt(at + 1) + sku.charAt(at) + sku.substring(at + 2);
    };
  }

  private static char letter(RandomGenerator random) {
    return (char) ('A' + random.nextInt(26));
  }

  private static String translated(String text, String from, String to) {
    StringBuilder translated = new StringBuilder();
    text.chars()
        .map(letter -> from.indexOf(letter) < 0 ? letter : to.charAt(from.indexOf(letter)))
        .forEach(letter -> translated.append((char) letter));
    return translated.toString();
  }
}
