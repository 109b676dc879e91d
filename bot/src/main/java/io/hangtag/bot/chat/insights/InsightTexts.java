package io.hangtag.bot.chat.insights;

import io.hangtag.bot.chat.Html;
import io.hangtag.bot.chat.SalesTexts;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.insight.Estimate;
import io.hangtag.core.insight.Evidence;
import io.hangtag.core.insight.Finding;
import io.hangtag.core.insight.InsightReport;
import io.hangtag.core.insight.InsightReport.Period;
import io.hangtag.core.insight.Slot;
import io.hangtag.core.insight.Slots;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the bot says about whether posting sells, in parts that each fit the caption of a picture.
final class InsightTexts {
  private static final int LONGEST_CAPTION = 1_024;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private InsightTexts() {}

  /// There is no whole week of orders.
  static String tooEarly(Optional<Product> product) {
    return "Nothing to say yet%s: there is not a whole week of orders. The team's orders and posts have to be imported first, or recorded with /posted."
        .formatted(product.map(it -> " about " + Html.bold(it.title())).orElse(""));
  }

  /// One or more, of which each begins and ends in the same way.
  static List<String> parts(InsightReport report, Optional<Product> product) {
    String head = head(report.period(), product);
    String foot = "\n\n" + foot(report.period());
    int free = LONGEST_CAPTION - Html.length(head) - Html.length(foot);
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String block : blocks(report)) {
      if (!part.isEmpty() && Html.length(part + block) > free) {
        parts.add(head + part + foot);
        part.setLength(0);
      }
      part.append(block);
    }
    parts.add(head + part + foot);
    return parts;
  }

  private static String head(Period period, Optional<Product> product) {
    return "%s%s to %s, %s:"
        .formatted(
            product.map(it -> Texts.product(it) + "\n").orElse(""),
            DAY.format(period.from()),
            DAY.format(period.to()),
            SalesTexts.counted(period.weeks(), "week"));
  }

  /// Orders are counted, so that currencies do not matter.
  private static String foot(Period period) {
    return "<i>Orders counted, in all currencies, pending ones included; window %d h; whole days up to %s; 90 %% intervals. B: stands after all that was looked at, C: a hint, D: shows nothing. A single cell of the map is mostly chance.</i>"
        .formatted(period.windowHours(), DAY.format(period.to()));
  }

  private static List<String> blocks(InsightReport report) {
    return List.of(
        block("Does posting sell?", said(report.lift(), "post")),
        block(
            "When posting works",
            said(report.bestDays(), "post") + "\n" + said(report.bestHours(), "post")),
        block("When customers buy", buying(report)),
        block("How often", said(report.frequency(), "week")),
        block("Kinds of products", said(report.categories(), "post")),
        block("From day to day", said(report.correlation(), "post")));
  }

  private static String block(String title, String words) {
    return "\n\n<b>%s</b>\n%s".formatted(title, words);
  }

  private static String said(Finding<?> finding, String counted) {
    Evidence evidence = finding.evidence();
    return "%s <i>[%s, %s%s]</i>"
        .formatted(
            Html.text(evidence.sentence(), 500),
            evidence.grade(),
            SalesTexts.counted(evidence.n(), counted),
            interval(evidence));
  }

  /// Where the sentence does not say it.
  private static String interval(Evidence evidence) {
    Estimate estimate = evidence.estimate();
    return estimate == null || evidence.sentence().contains("interval")
        ? ""
        : String.format(Locale.ROOT, ", %.2f to %.2f", estimate.low(), estimate.high());
  }

  private static String buying(InsightReport report) {
    long orders = report.lift().details().orders();
    if (orders == 0) {
      return "No orders.";
    }
    Slot day = most(report.bestDays().details());
    Slot part = most(report.bestHours().details());
    return "Of %s most came on %ss (%s) and between %s o'clock (%s), posted or not."
        .formatted(
            SalesTexts.counted(orders, "order"),
            Texts.capital(day.name()),
            percent(day),
            part.name().replace("-", " and "),
            percent(part));
  }

  private static Slot most(Slots slots) {
    return slots.slots().stream().max(Comparator.comparingDouble(Slot::orderShare)).orElseThrow();
  }

  private static String percent(Slot slot) {
    return "%d %%".formatted(Math.round(100 * slot.orderShare()));
  }
}
