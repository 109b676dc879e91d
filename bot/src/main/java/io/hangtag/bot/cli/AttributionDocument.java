package io.hangtag.bot.cli;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Reason;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What posts sold, as JSON and for people.
///
/// @param from the first day; null: there are no orders and posts
/// @param to the last day
/// @param newestOrder up to when orders are known; null: there are none
record AttributionDocument(
    @Nullable String from,
    @Nullable String to,
    String model,
    int windowHours,
    String currency,
    List<OtherTotals> otherCurrencies,
    TotalsDocument totals,
    List<MediaDocument> media,
    List<ReasonDocument> unattributed,
    List<ReasonDocument> excluded,
    int maturing,
    @Nullable String newestOrder) {

  /// @param chanceCoverage the share of orders that would be attributed if posts had no effect, 0
  ///     to 1; empty: not known
  static AttributionDocument of(Report report, Optional<Double> chanceCoverage) {
    return new AttributionDocument(
        report.days().map(days -> days.from().toString()).orElse(null),
        report.days().map(days -> days.to().toString()).orElse(null),
        report.settings().rules().model().code(),
        report.settings().rules().window().hours(),
        report.settings().currency().getCurrencyCode(),
        report.others().stream().map(OtherTotals::of).toList(),
        TotalsDocument.of(report.totals(), chanceCoverage),
        report.media().stream().map(MediaDocument::of).toList(),
        reasons(report.totals(), false),
        reasons(report.totals(), true),
        report.maturing(),
        report.newestOrder().map(at -> Times.iso(at, report.settings().zone())).orElse(null));
  }

  private static List<ReasonDocument> reasons(Totals totals, boolean excluded) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.excluded() == excluded)
        .filter(totals.withoutPost()::containsKey)
        .map(
            reason ->
                new ReasonDocument(
                    reason.code(),
                    Objects.requireNonNull(totals.withoutPost().get(reason)).decimal()))
        .toList();
  }

  /// For people.
  static String text(Report report, Optional<Double> chanceCoverage) {
    return Stream.of(
            header(report),
            totals(report),
            chance(report, chanceCoverage),
            without(report.totals()),
            others(report),
            media(report))
        .filter(part -> !part.isEmpty())
        .reduce("%s\n\n%s"::formatted)
        .orElseThrow();
  }

  /// What one media item sold, for people.
  static String mediaText(Report report) {
    return "%s\n\n%s".formatted(header(report), media(report));
  }

  private static String header(Report report) {
    String days =
        report
            .days()
            .map((DayRange range) -> "%s to %s".formatted(range.from(), range.to()))
            .orElse("No orders and no posts");
    String known =
        report
            .newestOrder()
            .map(at -> "orders known up to " + Times.brief(at, report.settings().zone()))
            .orElse("no orders known: 'hangtag import shopify-orders FILE' brings them in");
    String maturing =
        report.maturing() == 0
            ? ""
            : "\n%,d posts may still sell: their window is not over.".formatted(report.maturing());
    return "%s, model %s, window %d h, pending orders included; %s.%s"
        .formatted(
            days,
            report.settings().rules().model().code(),
            report.settings().rules().window().hours(),
            known,
            maturing);
  }

  private static String totals(Report report) {
    Totals totals = report.totals();
    Table table =
        new Table("NET REVENUE", "BY POSTS", "WITHOUT POST", "EXCLUDED", "ORDERS", "BY POSTS");
    table.row(
        totals.net(),
        totals.attributed(),
        totals.unattributed(),
        totals.excluded(),
        totals.orders(),
        totals.influencedOrders());
    return table.toString();
  }

  private static String chance(Report report, Optional<Double> chanceCoverage) {
    long orders = report.totals().orders();
    if (orders == 0 || chanceCoverage.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "Of the orders %.0f %% are by posts; %.0f %% would be by chance alone, with posts at these"
            + " times and no effect.",
        100.0 * report.totals().influencedOrders() / orders,
        100 * chanceCoverage.get());
  }

  private static String without(Totals totals) {
    Map<Reason, Money> reasons = totals.withoutPost();
    if (reasons.isEmpty()) {
      return "";
    }
    Table table = new Table("NOT BY POSTS BECAUSE", "REVENUE");
    Arrays.stream(Reason.values())
        .filter(reasons::containsKey)
        .forEach(reason -> table.row(reason.code(), reasons.get(reason)));
    return table.toString();
  }

  private static String others(Report report) {
    if (report.others().isEmpty()) {
      return "";
    }
    Table table = new Table("IN OTHER CURRENCIES", "BY POSTS", "ORDERS");
    report.others().forEach(it -> table.row(it.net(), it.attributed(), it.orders()));
    return table.toString();
  }

  private static String media(Report report) {
    if (report.media().isEmpty()) {
      return "No posts in these days.";
    }
    Table table = new Table("MEDIA", "POSTS", "PRODUCTS", "ORDERS", "REVENUE");
    for (MediaFigures figures : report.media()) {
      table.row(
          figures.media().value(),
          figures.posts(),
          figures.linkedProducts(),
          figures.orders(),
          figures.revenue());
    }
    return table.toString();
  }

  record TotalsDocument(
      String netRevenue,
      String attributedRevenue,
      String unattributedRevenue,
      String excludedRevenue,
      long orders,
      long influencedOrders,
      BigDecimal creditedOrders,
      @Nullable BigDecimal chanceCoverage,
      String provenRevenue) {
    static TotalsDocument of(Totals totals, Optional<Double> chanceCoverage) {
      return new TotalsDocument(
          totals.net().decimal(),
          totals.attributed().decimal(),
          totals.unattributed().decimal(),
          totals.excluded().decimal(),
          totals.orders(),
          totals.influencedOrders(),
          totals.creditedOrders(),
          chanceCoverage
              .map(share -> BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP))
              .orElse(null),
          totals.proven().decimal());
    }
  }

  record OtherTotals(
      String currency,
      String netRevenue,
      String attributedRevenue,
      String unattributedRevenue,
      String excludedRevenue,
      long orders) {
    static OtherTotals of(Totals totals) {
      return new OtherTotals(
          totals.net().currency().getCurrencyCode(),
          totals.net().decimal(),
          totals.attributed().decimal(),
          totals.unattributed().decimal(),
          totals.excluded().decimal(),
          totals.orders());
    }
  }

  /// What a media item sold, the mission's five figures.
  record MediaDocument(
      long mediaId,
      int posts,
      int linkedProducts,
      long attributedOrders,
      String attributedRevenue) {
    static MediaDocument of(MediaFigures figures) {
      return new MediaDocument(
          figures.media().value(),
          figures.posts(),
          figures.linkedProducts(),
          figures.orders(),
          figures.revenue().decimal());
    }
  }

  record ReasonDocument(String reason, String revenue) {}
}
