package io.hangtag.bot.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Times every method with the same texts, each asked once: nothing is answered from a cache of
/// results.
final class SearchSpeed {
  private static final int PAGE = 8;
  private static final int OF_A_KIND_FOR_OTHERS = 8;

  private SearchSpeed() {}

  /// Milliseconds of a method, over the texts of one kind; kind `all` is over all of them.
  record Timing(String method, String kind, double p50, double p95) {
    static Timing of(String method, String kind, double[] milliseconds) {
      double[] sorted = milliseconds.clone();
      Arrays.sort(sorted);
      return new Timing(method, kind, percentile(sorted, 50), percentile(sorted, 95));
    }

    private static double percentile(double[] sorted, int percent) {
      return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
  }

  static List<Timing> measure(List<Document> documents, List<SearchMethod> methods) {
    Map<String, List<String>> warmUp = SpeedQueries.of(documents, new SplittableRandom(2));
    Map<String, List<String>> timed = SpeedQueries.of(documents, new SplittableRandom(3));
    List<Timing> timings = new ArrayList<>();
    for (SearchMethod method : methods) {
      // The others only for comparison: some of them take seconds.
      int texts = method instanceof HangtagSearch ? Integer.MAX_VALUE : OF_A_KIND_FOR_OTHERS;
      warmUp
          .values()
          .forEach(kind -> kind.stream().limit(texts / 2).forEach(text -> ask(method, text)));
      List<double[]> all = new ArrayList<>();
      for (Map.Entry<String, List<String>> kind : timed.entrySet()) {
        double[] milliseconds =
            kind.getValue().stream().limit(texts).mapToDouble(text -> time(method, text)).toArray();
        timings.add(Timing.of(method.name(), kind.getKey(), milliseconds));
        all.add(milliseconds);
      }
      timings.add(
          Timing.of(method.name(), "all", all.stream().flatMapToDouble(Arrays::stream).toArray()));
    }
    return timings;
  }

  private static double time(SearchMethod method, String text) {
    long start = System.nanoTime();
    ask(method, text);
    return (System.nanoTime() - start) / 1e6;
  }

  private static void ask(SearchMethod method, String text) {
    List<String> _ = method.find(text, PAGE);
  }
}
