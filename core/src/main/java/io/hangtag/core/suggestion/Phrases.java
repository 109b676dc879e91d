package io.hangtag.core.suggestion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What in a text may be a name: its words one by one and some of them in a row.
///
/// @param text where they stand
record Phrases(MediaProfile.Text text) {
  private static final int MAX_WORDS_OF_A_SKU = 5;
  private static final int MAX_WORDS_OF_A_TITLE = 12;
  private static final int MIN_SKU = 3;
  private static final int MIN_PART = 4;
  private static final int MIN_TOGETHER = 8;
  private static final Pattern LETTER_AND_DIGIT =
      Pattern.compile(".*(\\p{L}.*\\p{N}|\\p{N}.*\\p{L}).*");

  // Cyrillic letters that look like Latin ones, as the database folds them.
  private static final String LOOKS_LIKE = "авекмнорстухіјѕ";
  private static final String LATIN = "abekmhopctyxijs";

  /// As SKUs are compared: without blanks, at least three characters.
  Set<String> skus() {
    return rows(MAX_WORDS_OF_A_SKU, "").stream()
        .map(Phrases::asSku)
        .filter(sku -> sku.length() >= MIN_SKU)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// As titles and handles are compared: with a blank between words.
  Set<String> names() {
    return rows(MAX_WORDS_OF_A_TITLE, " ");
  }

  /// Words that may be a piece of a SKU.
  Set<String> parts() {
    return text.words().stream()
        .map(Phrases::asSku)
        .filter(word -> word.length() >= MIN_PART && isCode(word))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Words that may be a whole title, as in hashtags.
  Set<String> together() {
    return text.words().stream()
        .filter(word -> word.length() >= MIN_TOGETHER)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether no sentence has it by chance: it has letters and digits.
  static boolean isCode(String word) {
    return LETTER_AND_DIGIT.matcher(word).matches();
  }

  private static String asSku(String text) {
    StringBuilder sku = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      int place = LOOKS_LIKE.indexOf(text.charAt(at));
      sku.append(place < 0 ? text.charAt(at) : LATIN.charAt(place));
    }
    return sku.toString();
  }

  private Set<String> rows(int longest, String between) {
    List<String> words = text.words();
    Set<String> rows = new LinkedHashSet<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder row = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + longest); to++) {
        row.append(row.isEmpty() ? "" : between).append(words.get(to));
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
