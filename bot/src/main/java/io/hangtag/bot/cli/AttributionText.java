package io.hangtag.bot.cli;

import io.hangtag.core.attribution.AdFigures;
import io.hangtag.core.attribution.AdReport;
import io.hangtag.core.attribution.AdReport.Campaign;
import io.hangtag.core.attribution.AdReport.ProductAds;
import io.hangtag.core.attribution.Customer;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Reason;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.CustomerFigures;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.money.Money;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What posts sold, for people.
final class AttributionText {
  private AttributionText() {}

  static String of(Report report, Optional<Double> chanceCoverage) {
    return Stream.of(
            header(report),
            caveats(report),
            totals(report),
            chance(report, chanceCoverage),
            without(report.totals()),
            others(report),
            media(report),
            campaigns(report),
            customers(report))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /// What one media item sold, for people.
  static String ofMedia(Report report) {
    return Stream.of(header(report), caveats(report), media(report))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
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
    String options =
        report.settings().rules().options().stream()
            .map(option -> ", " + option.code().replace('_', ' '))
            .sorted()
            .collect(Collectors.joining());
    return "%s by %s, model %s, window %d h%s; %s.%s"
        .formatted(
            days,
            report.details().dating().code().replace('-', ' '),
            report.settings().rules().model().code(),
            report.settings().rules().window().hours(),
            options,
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
    String proven =
        totals.proven().minor() == 0
            ? ""
            : "\nProven by the orders' own tags: %s, beside what is by posts and not to be added."
                .formatted(totals.proven());
    String halo =
        report
            .details()
            .halo()
            .filter(money -> money.minor() != 0)
            .map("\nBought along in the orders by posts: %s, nobody's credit."::formatted)
            .orElse("");
    return table + proven + halo;
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

  /// What must be seen beside the figures where it applies.
  private static String caveats(Report report) {
    int unpaid = report.details().unpaidOrders();
    int late = report.details().lateLinks();
    return Stream.of(
            unpaid == 0
                ? ""
                : "Pending orders included: %,d not paid yet; --paid-only leaves them out."
                    .formatted(unpaid),
            late == 0
                ? ""
                : (late == 1 ? "1 link was" : "%,d links were".formatted(late))
                    + " made after the sale that is credited; --strict-as-of leaves such credits"
                    + " out.")
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String media(Report report) {
    if (report.media().isEmpty()) {
      return "No posts in these days.";
    }
    AdReport ads = report.details().ads();
    boolean proofs = !ads.proven().isEmpty() || !ads.media().isEmpty();
    Table table =
        proofs
            ? new Table(
                "MEDIA", "POSTS", "PRODUCTS", "ORDERS", "REVENUE", "PROVEN", "AD SPEND", "ROAS")
            : new Table("MEDIA", "POSTS", "PRODUCTS", "ORDERS", "REVENUE");
    for (MediaFigures figures : report.media()) {
      List<@Nullable Object> cells =
          new ArrayList<>(
              List.of(
                  figures.media().value(),
                  figures.posts(),
                  figures.linkedProducts(),
                  figures.orders(),
                  figures.revenue()));
      if (proofs) {
        AdFigures own = ads.media().get(figures.media());
        cells.add(ads.proven().get(figures.media()));
        cells.add(own == null ? null : own.spend());
        cells.add(own == null ? null : ratio(own));
      }
      table.row(cells.toArray());
    }
    return table.toString();
  }

  private static @Nullable String ratio(AdFigures figures) {
    return figures
        .roas()
        .map(ratio -> ratio.setScale(2, RoundingMode.HALF_UP).toPlainString())
        .orElse(null);
  }

  private static String campaigns(Report report) {
    List<Campaign> campaigns = report.details().ads().campaigns();
    if (campaigns.isEmpty()) {
      return "";
    }
    Table table = new Table("CAMPAIGN", "AD SPEND", "PROVEN", "ORDERS", "ROAS", "MEDIA");
    for (Campaign campaign : campaigns) {
      table.row(
          campaign.name(),
          campaign.figures().spend(),
          campaign.figures().revenue(),
          campaign.orders(),
          ratio(campaign.figures()),
          campaign.media().isEmpty()
              ? "no link names it"
              : campaign.media().stream()
                  .map(id -> Long.toString(id.value()))
                  .collect(Collectors.joining(", ")));
    }
    Table products = new Table("PRODUCT WITH ITS OWN ADS", "AD SPEND", "PROVEN", "ROAS");
    for (ProductAds product : report.details().ads().products()) {
      products.row(
          product.title(),
          product.figures().spend(),
          product.figures().revenue(),
          ratio(product.figures()));
    }
    return report.details().ads().products().isEmpty()
        ? table.toString()
        : table + "\n\n" + products;
  }

  private static String customers(Report report) {
    Map<Customer, CustomerFigures> customers = report.details().customers();
    boolean known =
        customers.entrySet().stream()
            .anyMatch(it -> it.getKey() != Customer.UNKNOWN && it.getValue().orders() > 0);
    if (!known) {
      return "";
    }
    Table table = new Table("CUSTOMERS", "ORDERS", "REVENUE", "BY POSTS");
    Arrays.stream(Customer.values())
        .forEach(
            customer -> {
              CustomerFigures figures = Objects.requireNonNull(customers.get(customer));
              table.row(customer.code(), figures.orders(), figures.net(), figures.attributed());
            });
    return table.toString();
  }
}
