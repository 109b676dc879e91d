package io.hangtag.bot.bench;

import io.hangtag.bot.bench.Baskets.HoldOut;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What goes with what, counted in orders: the methods of the survey.
final class BasketRanking {
  private static final double SMOOTHING = 5;
  private static final int MIN_TOGETHER = 2;
  private static final double TITLE_WEIGHT = 0.5;

  private final Map<String, Set<String>> titles = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Map<String, Integer>> together = new HashMap<>();
  private final int baskets;

  BasketRanking(Baskets baskets, Map<String, Document> documents) {
    this.baskets = baskets.train().size();
    documents.forEach(
        (handle, document) -> titles.put(handle, LabelledTexts.words(document.title())));
    baskets.train().forEach(this::count);
  }

  private void count(List<String> basket) {
    for (String one : basket) {
      counts.merge(one, 1, Integer::sum);
      Map<String, Integer> others = together.computeIfAbsent(one, _ -> new HashMap<>());
      for (String other : basket) {
        if (!other.equals(one)) {
          others.merge(other, 1, Integer::sum);
        }
      }
    }
  }

  /// Figures by method.
  Map<String, Object> measure(List<HoldOut> test) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("popularity", score(test, (_, other) -> counts.getOrDefault(other, 0)));
    figures.put("title_overlap", score(test, this::overlap));
    figures.put(
        "lift",
        score(test, (known, other) -> pairs(known, other) * baskets / product(known, other)));
    figures.put(
        "rule_confidence",
        score(
            test,
            (known, other) -> pairs(known, other) / (counts.getOrDefault(known, 0) + SMOOTHING)));
    figures.put("cosine", score(test, this::cosine));
    figures.put(
        "cosine_and_titles",
        score(test, (known, other) -> cosine(known, other) + TITLE_WEIGHT * overlap(known, other)));
    return figures;
  }

  private Map<String, Object> score(List<HoldOut> test, Likeness likeness) {
    RankScore score = new RankScore();
    test.forEach(it -> score.add(ranked(it.known(), likeness), it.right()));
    return score.figures();
  }

  private List<String> ranked(List<String> known, Likeness likeness) {
    Map<String, Double> sums = new HashMap<>();
    for (String other : titles.keySet()) {
      if (!known.contains(other)) {
        double sum = known.stream().mapToDouble(it -> likeness.of(it, other)).sum();
        if (sum > 0) {
          sums.put(other, sum);
        }
      }
    }
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(RankScore.DEPTH)
        .map(Map.Entry::getKey)
        .toList();
  }

  private double pairs(String known, String other) {
    int pairs = together.getOrDefault(known, Map.of()).getOrDefault(other, 0);
    return pairs < MIN_TOGETHER ? 0 : pairs;
  }

  private double product(String known, String other) {
    return Math.max(1.0, (double) counts.getOrDefault(known, 0) * counts.getOrDefault(other, 0));
  }

  private double cosine(String known, String other) {
    return pairs(known, other) / Math.sqrt(product(known, other));
  }

  private double overlap(String known, String other) {
    Set<String> one = titles.getOrDefault(known, Set.of());
    Set<String> two = titles.getOrDefault(other, Set.of());
    double common = one.stream().filter(two::contains).count();
    return common == 0 ? 0 : common / (one.size() + two.size() - common);
  }

  private interface Likeness {
    double of(String known, String other);
  }
}
