package io.hangtag.bot.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hangtag.core.insight.Categories.Category;
import io.hangtag.core.insight.Estimate;
import io.hangtag.core.insight.Finding;
import io.hangtag.core.insight.Frequency.Bin;
import io.hangtag.core.insight.InsightReport;
import io.hangtag.core.insight.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// How often insights were right.
final class InsightsScore {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /// Those whose truth is that of posts in all kinds of shops.
  private static final Map<String, Function<InsightReport, Stream<Estimate>>> RATIOS =
      inOrder(
          Map.entry("posting_effect", report -> Stream.ofNullable(report.lift().details().ratio())),
          Map.entry("best_posting_days", report -> slots(report.bestDays().details().slots())),
          Map.entry("best_posting_hours", report -> slots(report.bestHours().details().slots())),
          Map.entry(
              "category_performance",
              report ->
                  report.categories().details().categories().stream()
                      .map(Category::ratio)
                      .filter(Objects::nonNull)));

  private static final Map<String, Function<InsightReport, Finding<?>>> FINDINGS =
      inOrder(
          Map.entry("posting_effect", InsightReport::lift),
          Map.entry("best_posting_days", InsightReport::bestDays),
          Map.entry("best_posting_hours", InsightReport::bestHours),
          Map.entry("optimal_post_frequency", InsightReport::frequency),
          Map.entry("category_performance", InsightReport::categories),
          Map.entry("correlation", InsightReport::correlation));

  private final Map<String, Object> document = new LinkedHashMap<>();
  private final Map<String, Hits> intervals = new LinkedHashMap<>();
  private final Map<String, Double> power = new LinkedHashMap<>();

  InsightsScore(int runs, long seed) {
    document.put("runs", runs);
    document.put("seed", seed);
  }

  @SafeVarargs
  private static <V> Map<String, V> inOrder(Map.Entry<String, ? extends V>... entries) {
    Map<String, V> map = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends V> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  private static Stream<Estimate> slots(List<Slot> slots) {
    return slots.stream().map(Slot::ratio).filter(Objects::nonNull);
  }

  /// Of shops where posts do nothing.
  void none(List<InsightReport> reports) {
    document.put("false_claims", share(reports, InsightsScore::claimsAny));
    document.put("false_claims_of", claims(reports));
    document.put("tested", tested(reports));
    ratios(reports, 1);
    count(
        "optimal_post_frequency",
        reports,
        report ->
            report.frequency().details().bins().stream().map(Bin::ratio).filter(Objects::nonNull),
        1);
    count(
        "correlation",
        reports,
        report -> Stream.ofNullable(report.correlation().details().correlation()),
        0);
  }

  /// Of shops where all posts sell half as much again.
  void half(List<InsightReport> reports) {
    ratios(reports, 1.5);
    power.put("posting_effect_1.5", share(reports, report -> report.lift().claims()));
  }

  /// Of shops where all posts sell twice as much.
  void twice(List<InsightReport> reports) {
    ratios(reports, 2);
    power.put("posting_effect_2.0", share(reports, report -> report.lift().claims()));
    document.put(
        "false_slot_claims",
        share(reports, report -> report.bestDays().claims() || report.bestHours().claims()));
  }

  /// Of shops where posts of one weekday sell twice as much on their first day.
  void weekday(List<InsightReport> reports) {
    power.put("best_posting_days_2.0", share(reports, report -> report.bestDays().claims()));
  }

  /// Of shops where posts do nothing but follow what nobody could have foreseen.
  void chased(List<InsightReport> reports) {
    document.put("false_claims_when_chasing", share(reports, InsightsScore::claimsAny));
  }

  private static boolean claimsAny(InsightReport report) {
    return report.findings().stream().anyMatch(Finding::claims);
  }

  private static double share(List<InsightReport> reports, Function<InsightReport, Boolean> isSo) {
    return rounded(reports.stream().filter(isSo::apply).count(), reports.size());
  }

  private static Map<String, Double> claims(List<InsightReport> reports) {
    Map<String, Double> claims = new LinkedHashMap<>();
    FINDINGS.forEach(
        (name, finding) ->
            claims.put(name, share(reports, report -> finding.apply(report).claims())));
    return claims;
  }

  /// Share of shops that had enough data.
  private static Map<String, Double> tested(List<InsightReport> reports) {
    Map<String, Double> tested = new LinkedHashMap<>();
    FINDINGS.forEach(
        (name, finding) ->
            tested.put(
                name, share(reports, report -> finding.apply(report).evidence().p() != null)));
    return tested;
  }

  private void ratios(List<InsightReport> reports, double truth) {
    RATIOS.forEach((name, estimates) -> count(name, reports, estimates, truth));
  }

  private void count(
      String name,
      List<InsightReport> reports,
      Function<InsightReport, Stream<Estimate>> estimates,
      double truth) {
    List<Estimate> all = reports.stream().flatMap(estimates).toList();
    long hits = all.stream().filter(estimate -> estimate.contains(truth)).count();
    intervals.merge(name, new Hits(hits, all.size()), Hits::plus);
  }

  String json() {
    try {
      return JSON.writeValueAsString(finished());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A score cannot be written", e);
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    finished().forEach((name, value) -> lines.add("%s: %s".formatted(name, value)));
    return String.join("\n", lines);
  }

  private Map<String, Object> finished() {
    Map<String, Object> finished = new LinkedHashMap<>(document);
    Map<String, Double> coverage = new LinkedHashMap<>();
    intervals.forEach((name, hits) -> coverage.put(name, hits.share()));
    finished.put("coverage", intervals.values().stream().reduce(Hits.NONE, Hits::plus).share());
    finished.put("coverage_of", coverage);
    finished.put("power", power);
    return finished;
  }

  private static double rounded(long count, long of) {
    return of == 0 ? 0 : Math.round(1000.0 * count / of) / 1000.0;
  }

  /// Intervals that had the truth in them.
  private record Hits(long hits, long all) {
    static final Hits NONE = new Hits(0, 0);

    Hits plus(Hits other) {
      return new Hits(hits + other.hits, all + other.all);
    }

    double share() {
      return rounded(hits, all);
    }
  }
}
