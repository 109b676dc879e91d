package io.hangtag.core.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of titles, compared.
final class TitleWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private TitleWords() {}

  static Set<String> of(String text) {
    return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The part of a title's words that is among these, 0 to 1.
  static double share(String title, Set<String> words) {
    Set<String> own = of(title);
    return own.isEmpty() ? 0 : (double) own.stream().filter(words::contains).count() / own.size();
  }

  /// The part of both titles' words that they have in common, 0 to 1.
  static double overlap(String one, String other) {
    Set<String> first = of(one);
    Set<String> second = of(other);
    long common = first.stream().filter(second::contains).count();
    return common == 0 ? 0 : (double) common / (first.size() + second.size() - common);
  }
}
