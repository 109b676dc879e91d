package io.hangtag.core.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// What p-values are worth when several were looked at.
final class Multiplicity {
  private Multiplicity() {}

  /// By Holm: claims none wrongly but with that probability.
  static List<Double> holm(List<Double> ps) {
    List<Integer> order = rising(ps);
    List<Double> adjusted = new ArrayList<>(Collections.nCopies(ps.size(), 1.0));
    double largest = 0;
    for (int rank = 0; rank < ps.size(); rank++) {
      largest = Math.max(largest, Math.min(1, (ps.size() - rank) * ps.get(order.get(rank))));
      adjusted.set(order.get(rank), largest);
    }
    return adjusted;
  }

  /// By Benjamini and Hochberg: of those up to a value, that share is wrong on average.
  static List<Double> benjaminiHochberg(List<Double> ps) {
    List<Integer> order = rising(ps);
    List<Double> adjusted = new ArrayList<>(Collections.nCopies(ps.size(), 1.0));
    double smallest = 1;
    for (int rank = ps.size() - 1; rank >= 0; rank--) {
      smallest = Math.min(smallest, ps.size() * ps.get(order.get(rank)) / (rank + 1));
      adjusted.set(order.get(rank), smallest);
    }
    return adjusted;
  }

  private static List<Integer> rising(List<Double> ps) {
    return IntStream.range(0, ps.size())
        .boxed()
        .sorted((one, other) -> Double.compare(ps.get(one), ps.get(other)))
        .toList();
  }
}
