package io.hangtag.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of a team's products, and what somebody may have meant who typed another one.
///
/// Safe for use by many threads.
final class Lexicon {
  private static final int MIN_LETTERS = 3;
  private static final int MIN_LETTERS_FOR_ANY_BEGINNING = 4;
  private static final int MIN_LETTERS_FOR_TWO_SLIPS = 8;
  private static final int MAX_GUESSES_OF_A_WORD = 4;
  private static final int MAX_GUESSES = 5;
  private static final double COST_OF_A_SLIP = 4;
  private static final double SAME_BEGINNING = 2;
  private static final Comparator<Meant> LIKELIEST_FIRST =
      Comparator.comparingDouble(Meant::score).reversed().thenComparing(Meant::text);

  /// A word that products have.
  record Word(String text, int products) {}

  /// What a text may mean.
  ///
  /// @param text with all its words, folded, with one blank between them
  /// @param likeness how like what was typed it is; compares with that of other guesses
  record Guess(String text, double likeness) {
    /// What is meant rather by many products than by few, if it is as like.
    double score(int products) {
      return Math.log1p(products) + likeness;
    }
  }

  private record Meant(String text, double likeness, double score) {
    static Meant asTyped(String word) {
      return new Meant(word, 0, 0);
    }

    Meant and(Meant next) {
      return new Meant(text + " " + next.text, likeness + next.likeness, score + next.score);
    }

    Guess guess() {
      return new Guess(text, likeness);
    }
  }

  private final TreeMap<String, Integer> products = new TreeMap<>();
  private final Map<Integer, List<Word>> byLength = new HashMap<>();
  private final WordFrequencies frequencies;

  Lexicon(List<Word> words) {
    for (Word word : words) {
      products.put(word.text(), word.products());
      byLength.computeIfAbsent(word.text().length(), _ -> new ArrayList<>()).add(word);
    }
    frequencies = new WordFrequencies(products);
  }

  int size() {
    return products.size();
  }

  WordFrequencies frequencies() {
    return frequencies;
  }

  /// The same words, those corrected that no product has: the likeliest first. Empty if nothing is
  /// to be corrected.
  ///
  /// @param folded as the catalogue's words are, with one blank between them
  List<Guess> corrections(String folded) {
    List<String> words = words(folded);
    List<Meant> guesses = List.of();
    for (int i = 0; i < words.size(); i++) {
      boolean begins = i == words.size() - 1 && isBeginning(words.get(i));
      List<Meant> meant = begins ? List.of() : meant(words.get(i), words.size());
      guesses = combined(guesses, meant.isEmpty() ? List.of(Meant.asTyped(words.get(i))) : meant);
    }
    return guesses.stream()
        .filter(guess -> !guess.text().equals(folded))
        .map(Meant::guess)
        .toList();
  }

  /// The same words, but one of them taken for a slip of a word that more products have: the
  /// likeliest first.
  List<Guess> replacements(String folded) {
    List<String> words = words(folded);
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(place -> replaced(words, place))
        .sorted(LIKELIEST_FIRST)
        .limit(MAX_GUESSES)
        .map(Meant::guess)
        .toList();
  }

  private Stream<Meant> replaced(List<String> words, int place) {
    String typed = words.get(place);
    int known = products.getOrDefault(typed, 0);
    if (typed.length() < MIN_LETTERS_FOR_ANY_BEGINNING
        || !typed.codePoints().allMatch(Character::isLetter)) {
      return Stream.empty();
    }
    return near(typed, 1)
        .filter(word -> word.products() > known)
        .map(word -> meant(typed, word, 1))
        .sorted(LIKELIEST_FIRST)
        .limit(MAX_GUESSES_OF_A_WORD)
        .map(
            meant ->
                IntStream.range(0, words.size())
                    .mapToObj(i -> i == place ? meant : Meant.asTyped(words.get(i)))
                    .reduce(Meant::and)
                    .orElseThrow());
  }

  private static List<String> words(String folded) {
    return List.of(folded.split(" ", -1));
  }

  private static List<Meant> combined(List<Meant> before, List<Meant> next) {
    return before.isEmpty()
        ? next
        : before.stream()
            .flatMap(first -> next.stream().map(first::and))
            .sorted(LIKELIEST_FIRST)
            .limit(MAX_GUESSES)
            .toList();
  }

  private boolean isBeginning(String word) {
    String next = products.ceilingKey(word);
    return next != null && next.startsWith(word);
  }

  // Three letters say little: others have to be there, and the first to be right.
  private List<Meant> meant(String word, int words) {
    int length = word.codePointCount(0, word.length());
    if (length < MIN_LETTERS
        || !word.codePoints().allMatch(Character::isLetter)
        || products.containsKey(word)) {
      return List.of();
    }
    boolean tooShort = length < MIN_LETTERS_FOR_ANY_BEGINNING;
    if (tooShort && words == 1) {
      return List.of();
    }
    return near(word, length < MIN_LETTERS_FOR_TWO_SLIPS ? 1 : 2)
        .filter(known -> !tooShort || beginsAs(word, known.text()))
        .map(known -> meant(word, known, EditDistance.between(word, known.text(), 2)))
        .sorted(LIKELIEST_FIRST)
        .limit(MAX_GUESSES_OF_A_WORD)
        .toList();
  }

  private Stream<Word> near(String typed, int max) {
    return IntStream.rangeClosed(typed.length() - max, typed.length() + max)
        .mapToObj(length -> byLength.getOrDefault(length, List.of()))
        .flatMap(List::stream)
        .filter(known -> EditDistance.between(typed, known.text(), max) <= max);
  }

  private static Meant meant(String typed, Word known, int slips) {
    double likeness = (beginsAs(typed, known.text()) ? SAME_BEGINNING : 0) - COST_OF_A_SLIP * slips;
    return new Meant(known.text(), likeness, Math.log1p(known.products()) + likeness);
  }

  private static boolean beginsAs(String typed, String known) {
    return typed.codePointAt(0) == known.codePointAt(0);
  }
}
