package io.hangtag.bot.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// How sure it is that one method is ahead of another on the same queries: a 95 % interval of the
/// mean difference, by drawing the queries again and again (Efron's percentile bootstrap).
///
/// @param mean of what we have more than the other
record PairedBootstrap(double mean, double low, double high) {
  private static final int DRAWS = 10_000;

  /// @param ours by query
  /// @param theirs by the same queries
  static PairedBootstrap of(List<Double> ours, List<Double> theirs) {
    double[] differences = new double[ours.size()];
    Arrays.setAll(differences, query -> ours.get(query) - theirs.get(query));
    SplittableRandom random = new SplittableRandom(1);
    double[] means = new double[DRAWS];
    Arrays.setAll(
        means,
        _ ->
            random
                .ints(differences.length, 0, differences.length)
                .mapToDouble(query -> differences[query])
                .average()
                .orElseThrow());
    Arrays.sort(means);
    return new PairedBootstrap(
        Arrays.stream(differences).average().orElseThrow(),
        means[DRAWS * 25 / 1000],
        means[DRAWS * 975 / 1000]);
  }
}
