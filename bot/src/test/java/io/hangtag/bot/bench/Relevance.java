package io.hangtag.bot.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How good an order of answers is: normalised discounted cumulative gain of the first ten.
///
/// Gain 2^rating - 1, discount log2(place + 1), divided by that of the best possible order
/// (Järvelin and Kekäläinen 2002 in the form of Burges et al. 2005). What nobody rated counts as
/// wrong.
final class Relevance {
  static final int DEPTH = 10;

  private Relevance() {}

  /// From 0 to 1.
  ///
  /// @param found documents, best first
  /// @param ratings of documents for this query, one above 0 at least
  static double ndcg(List<String> found, Map<String, Integer> ratings) {
    Collection<Integer> best = ratings.values().stream().sorted(Comparator.reverseOrder()).toList();
    List<Integer> given =
        found.stream().map(document -> ratings.getOrDefault(document, 0)).toList();
    return gain(given) / gain(List.copyOf(best));
  }

  private static double gain(List<Integer> ratings) {
    return IntStream.range(0, Math.min(DEPTH, ratings.size()))
        .mapToDouble(place -> (Math.pow(2, ratings.get(place)) - 1) / log2(place + 2))
        .sum();
  }

  private static double log2(int number) {
    return Math.log(number) / Math.log(2);
  }
}
