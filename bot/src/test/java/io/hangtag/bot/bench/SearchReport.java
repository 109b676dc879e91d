package io.hangtag.bot.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured, for people and for programs.
final class SearchReport {
  private final ObjectNode document = new ObjectMapper().createObjectNode();
  private final StringBuilder text = new StringBuilder();

  SearchReport(RatedCatalogue catalogue) {
    int rated = catalogue.ratings().values().stream().mapToInt(Map::size).sum();
    document
        .putObject("data")
        .put("products", catalogue.documents().size())
        .put("queries", catalogue.ratings().size())
        .put("answerable", catalogue.answerableQueries().size())
        .put("ratings", rated);
    line(
        "%,d products, %d queries (%d have an answer), %,d ratings",
        catalogue.documents().size(),
        catalogue.ratings().size(),
        catalogue.answerableQueries().size(),
        rated);
  }

  /// @param results ours first
  void quality(List<SearchQuality.Result> results) {
    SearchQuality.Result ours = results.getFirst();
    ArrayNode rows = document.putArray("quality");
    line("");
    line(
        "%-22s %8s %26s %8s %26s %9s",
        "", "ndcg@10", "we lead by (95 %)", "typo", "we lead by (95 %)", "sku hit@1");
    for (SearchQuality.Result result : results) {
      PairedBootstrap clean = PairedBootstrap.of(ours.clean(), result.clean());
      PairedBootstrap typo = PairedBootstrap.of(ours.typo(), result.typo());
      ObjectNode row =
          rows.addObject()
              .put("method", result.method())
              .put("ndcg10", rounded(mean(result.clean())))
              .put("ndcg10_typo", rounded(mean(result.typo())))
              .put("sku_hit1", rounded(result.exactSkus()));
      put(row.putObject("ndcg10_lead"), clean);
      put(row.putObject("ndcg10_typo_lead"), typo);
      ObjectNode forms = row.putObject("sku_hit1_by_form");
      result.skus().forEach((form, share) -> forms.put(name(form), rounded(share)));
      line(
          "%-22s %8.3f %26s %8.3f %26s %9.3f",
          result.method(),
          mean(result.clean()),
          interval(clean),
          mean(result.typo()),
          interval(typo),
          result.exactSkus());
    }
    line("");
    line("SKU hit@1 of %s", results.stream().map(SearchQuality.Result::method).toList());
    for (SkuForm form : SkuForm.values()) {
      line(
          "  %-24s %s",
          name(form),
          results.stream().map(result -> "%.3f".formatted(result.skus().get(form))).toList());
    }
  }

  void speed(int products, List<SearchSpeed.Timing> timings) {
    ArrayNode rows = document.withArray("speed");
    line("");
    line("%,d products, milliseconds:   %s", products, "p50 / p95");
    for (SearchSpeed.Timing timing : timings) {
      rows.addObject()
          .put("method", timing.method())
          .put("queries", timing.kind())
          .put("rows", products)
          .put("p50_ms", rounded(timing.p50()))
          .put("p95_ms", rounded(timing.p95()));
      line(
          "  %-20s %-16s %9.2f / %9.2f",
          timing.method(), timing.kind(), timing.p50(), timing.p95());
    }
  }

  String json() {
    return document.toString();
  }

  String text() {
    return text.toString().stripTrailing();
  }

  @FormatMethod
  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }

  private static void put(ObjectNode object, PairedBootstrap lead) {
    object
        .put("mean", rounded(lead.mean()))
        .put("low", rounded(lead.low()))
        .put("high", rounded(lead.high()));
  }

  private static String interval(PairedBootstrap lead) {
    return "%+.3f (%+.3f to %+.3f)".formatted(lead.mean(), lead.low(), lead.high());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  private static String name(SkuForm form) {
    return form.name().toLowerCase(Locale.ROOT);
  }
}
