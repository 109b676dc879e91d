package io.hangtag.bot.bench;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One slip of the finger: a letter of a longer word is missing, doubled by another, replaced, or
/// has changed places with the next.
final class Typos {
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{5,}");

  private Typos() {}

  /// The text with one slip; nothing if it has no word of five letters.
  static Optional<String> in(String text, RandomGenerator random) {
    List<MatchResult> words = LONG_WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    MatchResult word = words.get(random.nextInt(words.size()));
    String slipped;
    do {
      // The last letter has none after it to change places with.
      int at = word.start() + random.nextInt(word.end() - word.start() - 1);
      slipped = slip(text, at, random);
    } while (slipped.equals(text));
    return Optional.of(slipped);
  }

  private static String slip(String text, int at, RandomGenerator random) {
    String before = text.substring(0, at);
    String letter = text.substring(at, at + 1);
    String after = text.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter(random) + letter + after;
      case 2 -> before + letter(random) + after;
      default -> before + after.charAt(0) + letter + after.substring(1);
    };
  }

  private static String letter(RandomGenerator random) {
    return String.valueOf((char) ('a' + random.nextInt(26)));
  }
}
