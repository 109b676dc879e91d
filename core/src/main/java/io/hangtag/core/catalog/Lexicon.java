package io.hangtag.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The words of a team's products, and what somebody meant who typed another one.
///
/// Safe for use by many threads.
final class Lexicon {
  private static final int MIN_LETTERS = 4;
  private static final int MIN_LETTERS_FOR_TWO_SLIPS = 8;
  private static final double COST_OF_A_SLIP = 4;
  private static final double SAME_BEGINNING = 2;

  /// A word that products have.
  record Word(String text, int products) {}

  private record Candidate(Word word, double score) {}

  private final TreeMap<String, Integer> products = new TreeMap<>();
  private final Map<Integer, List<Word>> byLength = new HashMap<>();

  Lexicon(List<Word> words) {
    for (Word word : words) {
      products.put(word.text(), word.products());
      byLength.computeIfAbsent(word.text().length(), _ -> new ArrayList<>()).add(word);
    }
  }

  int size() {
    return products.size();
  }

  /// The same words, those corrected that no product has; empty if nothing is to be corrected.
  ///
  /// @param folded as the catalogue's words are, with one blank between them
  Optional<String> correct(String folded) {
    String[] words = folded.split(" ", -1);
    String[] corrected = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      boolean begins = i == words.length - 1 && isBeginning(words[i]);
      corrected[i] = begins ? words[i] : correctWord(words[i]);
    }
    String text = String.join(" ", corrected);
    return text.equals(folded) ? Optional.empty() : Optional.of(text);
  }

  private boolean isBeginning(String word) {
    String next = products.ceilingKey(word);
    return next != null && next.startsWith(word);
  }

  private String correctWord(String word) {
    if (word.codePointCount(0, word.length()) < MIN_LETTERS
        || !word.codePoints().allMatch(Character::isLetter)
        || products.containsKey(word)) {
      return word;
    }
    int max = word.codePointCount(0, word.length()) < MIN_LETTERS_FOR_TWO_SLIPS ? 1 : 2;
    return IntStream.rangeClosed(word.length() - max, word.length() + max)
        .mapToObj(length -> byLength.getOrDefault(length, List.of()))
        .flatMap(List::stream)
        .flatMap(known -> candidate(word, known, max).stream())
        .max(
            Comparator.comparingDouble(Candidate::score)
                .thenComparing(it -> it.word().text(), Comparator.reverseOrder()))
        .map(it -> it.word().text())
        .orElse(word);
  }

  private static Optional<Candidate> candidate(String typed, Word known, int max) {
    int distance = EditDistance.between(typed, known.text(), max);
    if (distance > max) {
      return Optional.empty();
    }
    double beginning = typed.codePointAt(0) == known.text().codePointAt(0) ? SAME_BEGINNING : 0;
    double score = Math.log1p(known.products()) - COST_OF_A_SLIP * distance + beginning;
    return Optional.of(new Candidate(known, score));
  }
}
