package io.hangtag.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many of a team's products have a word, and by which words they are therefore looked up.
///
/// Of what is not counted, one and two characters are as frequent as any word, and the rest is
/// rare.
final class WordFrequencies {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int MIN_COUNTED = 3;
  private static final int MANY = 10_000;
  private static final int MANY_AFTER_OTHERS = 500;
  private static final int MANY_OTHERS = 4;
  private static final int ENDING = 2;
  private static final int FEW = 3;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MANY_TIMES = 20;
  private static final int PART_WITH_A_FURTHER_WORD = 4;
  private static final int GOOD_PART = 100_000;
  private static final int NEWEST = 20_000;

  private final NavigableMap<String, Integer> products;
  private final int mostFrequent;

  /// @param products by word; is not changed
  WordFrequencies(NavigableMap<String, Integer> products) {
    this.products = products;
    this.mostFrequent = products.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /// How to find what has all of the words and begins the last one.
  ///
  /// @param text as typed
  WordLookup lookup(String text) {
    List<MatchResult> typed = WORD.matcher(text).results().toList();
    if (typed.isEmpty()) {
      return new WordLookup(text, null, 0);
    }
    MatchResult last = typed.getLast();
    long begun = productsBegun(last.group());
    if (typed.size() == 1) {
      return new WordLookup(text, null, begun >= GOOD_PART ? NEWEST : 0);
    }
    double before = guessed(typed.subList(0, typed.size() - 1));
    int many = typed.size() > MANY_OTHERS ? MANY_AFTER_OTHERS : MANY;
    String words =
        begun >= many && before * MANY_TIMES < begun
            ? text.substring(0, text.offsetByCodePoints(last.start(), 1))
            : text;
    return new WordLookup(words, few(text).orElse(null), 0);
  }

  /// The few of many words by which an index finds what has all of them: the rarest, and the
  /// longest of what is not counted. Empty if that is not much less than all of them.
  Optional<String> few(String text) {
    List<String> words = BLANKS.splitAsStream(text.strip()).distinct().toList();
    if (words.size() <= 2 * FEW) {
      return Optional.empty();
    }
    Stream<String> rarest =
        words.stream()
            .filter(word -> products(word) > 0)
            .sorted(Comparator.comparingInt(this::products))
            .limit(FEW);
    Stream<String> longest =
        words.stream()
            .filter(word -> products(word) == 0)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .limit(FEW);
    return Optional.of(Stream.concat(rarest, longest).collect(Collectors.joining(" ")));
  }

  /// Those of the words that tell most: the rarest, and more as long as all of them together have
  /// no more than `max` products. One that is counted is among them, if there is any.
  List<String> telling(List<String> typed, int max) {
    List<String> telling = new ArrayList<>();
    long sum = 0;
    for (String word : typed.stream().sorted(Comparator.comparingInt(this::products)).toList()) {
      if (sum > 0 && sum + products(word) > max) {
        break;
      }
      sum += products(word);
      telling.add(word);
    }
    return telling;
  }

  // Two words may always go together; of the products with both, each further word leaves a part.
  private double guessed(List<MatchResult> words) {
    long rarest = words.stream().mapToLong(word -> productsAlike(word.group())).min().orElseThrow();
    return rarest / Math.pow(PART_WITH_A_FURTHER_WORD, Math.max(words.size() - 2, 0));
  }

  // A word is found in its other forms as well: "origin" in all that is original.
  private long productsAlike(String typed) {
    int stem = Math.max(typed.length() - ENDING, MIN_COUNTED);
    return typed.length() <= MIN_COUNTED
        ? products(typed)
        : Math.max(products(typed), productsBegun(typed.substring(0, stem)));
  }

  private long productsBegun(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    return products.subMap(word, word + Character.MAX_VALUE).values().stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  private int products(String typed) {
    return WORD.matcher(typed.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .mapToInt(
            word -> products.getOrDefault(word, word.length() < MIN_COUNTED ? mostFrequent : 0))
        .min()
        .orElse(0);
  }
}
