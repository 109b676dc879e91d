package io.hangtag.bot.chat;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.attribution.Settings;
import io.hangtag.core.attribution.SoldProducts;
import io.hangtag.core.attribution.SoldProducts.Sold;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the bot says about what posts sold. Each fits the caption of a picture, 1,024 characters.
public final class SalesTexts {
  private static final int MOST_LISTED = 5;
  private static final int LONGEST_TOAST = 200;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

  private SalesTexts() {}

  /// To a team's admins.
  public static String notCalculated(String workspace) {
    return "The figures of %s could not be brought up to date; I try again every 15 minutes. The log says why."
        .formatted(Html.bold(workspace));
  }

  public static String whichDays() {
    return "Which days? 1 to 999 of them: <code>/attribution 30d</code>, or <code>/attribution last month</code>.";
  }

  /// Above a chart, in plain words.
  public static String teamTitle(Report report) {
    return "Sold " + days(report);
  }

  /// Above a chart, in plain words.
  public static String productTitle(Product product) {
    return Html.plain(product.title(), 60);
  }

  /// Above a chart, in plain words.
  public static String mediaTitle(String name) {
    return Texts.capital(Html.plain(name, 60));
  }

  /// What a team sold.
  ///
  /// @param byChance the share of orders that would come after posts even if posts changed nothing
  /// @param names of media, in plain text
  public static String ofTeam(
      Report report, Optional<Double> byChance, Function<MediaId, String> names) {
    return "<b>Sold %s</b>\n%s%s%s\n%s"
        .formatted(
            days(report),
            share(report.totals(), byChance),
            others(report),
            top(report, names),
            footing(report));
  }

  /// What a product sold.
  ///
  /// @param names of media, in plain text
  public static String ofProduct(Product product, Report report, Function<MediaId, String> names) {
    return "%s\n<b>Sold %s</b>\n%s%s%s\n%s"
        .formatted(
            Texts.product(product),
            days(report),
            share(report.totals(), Optional.empty()),
            others(report),
            top(report, names),
            footing(report));
  }

  private static String share(Totals totals, Optional<Double> byChance) {
    if (totals.orders() == 0) {
      return "No orders in these days.";
    }
    String chance =
        byChance
            .map(share -> "; %d %% of orders by chance".formatted(Math.round(100 * share)))
            .orElse("");
    return "By posts: <b>%s</b> of %s%s, %,d of %,d orders%s."
        .formatted(
            totals.attributed(),
            counted(totals),
            percent(totals),
            totals.influencedOrders(),
            totals.orders(),
            chance);
  }

  private static Money counted(Totals totals) {
    return new Money(totals.net().minor() - totals.excluded().minor(), totals.net().currency());
  }

  private static String percent(Totals totals) {
    long counted = counted(totals).minor();
    if (counted == 0) {
      return "";
    }
    return " (%s %%)"
        .formatted(
            BigDecimal.valueOf(totals.attributed().minor())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(counted), 0, RoundingMode.HALF_UP));
  }

  /// Other currencies, each for itself.
  private static String others(Report report) {
    return report.others().stream()
        .map(
            totals ->
                "\nApart from that, by posts: %s of %s."
                    .formatted(totals.attributed(), counted(totals)))
        .collect(Collectors.joining());
  }

  private static String top(Report report, Function<MediaId, String> names) {
    List<MediaFigures> sold =
        report.media().stream()
            .filter(figures -> figures.revenue().minor() > 0)
            .limit(MOST_LISTED)
            .toList();
    if (report.media().isEmpty()) {
      return "\nNo posts are recorded in these days: <code>/posted</code> below a photo says when it was posted.";
    }
    String heading = sold.isEmpty() ? "" : "\nBy when it was posted, these days:";
    return heading
        + sold.stream()
            .map(
                figures ->
                    "\n%s: %s, %s, %s"
                        .formatted(
                            Html.text(names.apply(figures.media())),
                            figures.revenue(),
                            counted(figures.orders(), "order"),
                            counted(figures.posts(), "post")))
            .collect(Collectors.joining());
  }

  /// What one item or the items of an album sold.
  ///
  /// @param reports one of each item, of all there is
  /// @param names of items, in plain text
  public static String ofMedia(String name, List<Report> reports, Function<MediaId, String> names) {
    int posts =
        reports.stream().flatMap(it -> it.media().stream()).mapToInt(MediaFigures::posts).sum();
    if (posts == 0) {
      return "No posts of %s are recorded: reply to it with <code>/posted</code> to say when it was posted."
          .formatted(name);
    }
    return "<b>%s sold</b>%s\n%s"
        .formatted(
            Texts.capital(name),
            reports.stream()
                .flatMap(it -> it.media().stream())
                .map(
                    figures ->
                        "\n"
                            + (reports.size() > 1
                                ? Html.text(names.apply(figures.media())) + ": "
                                : "")
                            + line(figures))
                .collect(Collectors.joining()),
            "<i>All days. %s%s%s</i>"
                .formatted(
                    plainFooting(reports.getFirst()),
                    late(reports.stream().mapToInt(it -> it.details().lateLinks()).sum()),
                    notIn(reports.getFirst())));
  }

  private static String notIn(Report report) {
    return report.others().isEmpty()
        ? ""
        : " Orders in %s are not in it."
            .formatted(codes(report.others().stream().map(it -> it.net().currency()).toList()));
  }

  private static String line(MediaFigures figures) {
    String products =
        figures.linkedProducts() == 0
            ? " Nothing is linked to it: <code>/link</code> says what it shows."
            : "";
    return "%s, %s, %s, %s.%s"
        .formatted(
            figures.revenue(),
            counted(figures.orders(), "order"),
            counted(figures.posts(), "post"),
            counted(figures.linkedProducts(), "product"),
            products);
  }

  /// What a product sold, in plain words.
  public static String brief(ProductId product, SoldProducts sold) {
    Sold figures = sold.products().get(product);
    String days =
        "%s–%s".formatted(SHORT.format(sold.days().from()), SHORT.format(sold.days().to()));
    String known =
        sold.newestOrder()
            .map(at -> "orders to " + SHORT.format(at.atZone(sold.settings().zone())))
            .orElse("no orders imported yet");
    String others = sold.others().isEmpty() ? "" : ", without " + codes(sold.others());
    return figures == null || figures.orders() == 0
        ? "No orders %s%s; %s".formatted(days, others, known)
        : "%s of %s by posts, %,d of %,d orders; %s%s; %s"
            .formatted(
                figures.attributed(),
                figures.net(),
                figures.influencedOrders(),
                figures.orders(),
                days,
                others,
                known);
  }

  /// What a product sold, with its title, for a box of at most 200 characters.
  public static String brief(Product product, SoldProducts sold) {
    return Html.plain(
        "%s: %s".formatted(Html.plain(product.title(), 60), brief(product.id(), sold)),
        LONGEST_TOAST);
  }

  /// How many of what, in words: `1 order`, `2 orders`.
  public static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static String days(Report report) {
    return days(Objects.requireNonNull(report.days().orElse(null), "a report without days"));
  }

  /// From one day to another.
  public static String days(DayRange days) {
    return "%s to %s".formatted(DAY.format(days.from()), DAY.format(days.to()));
  }

  private static String footing(Report report) {
    return "<i>%s%s%s</i>"
        .formatted(
            plainFooting(report),
            unpaid(report.details().unpaidOrders()),
            late(report.details().lateLinks()));
  }

  private static String unpaid(int orders) {
    return orders == 0 ? "" : " Not paid yet: %s.".formatted(counted(orders, "order"));
  }

  private static String late(int links) {
    return links == 0 ? "" : " Linked after the sale: %s.".formatted(counted(links, "link"));
  }

  private static String plainFooting(Report report) {
    String maturing =
        report.maturing() == 0
            ? ""
            : " %s may still sell.".formatted(counted(report.maturing(), "post"));
    return rules(report.settings(), report.newestOrder()) + maturing;
  }

  /// By which rules, in which currency, and how fresh.
  public static String rules(Settings settings, Optional<Instant> newestOrder) {
    return "Currency %s, model %s, window %d h, pending orders included; %s."
        .formatted(
            settings.currency().getCurrencyCode(),
            settings.rules().model().code(),
            settings.rules().window().hours(),
            newestOrder
                .map(at -> "orders up to " + TIME.format(at.atZone(settings.zone())))
                .orElse("no orders are imported yet"));
  }

  /// Currencies in one line.
  public static String codes(List<Currency> currencies) {
    return currencies.stream().map(Currency::getCurrencyCode).collect(Collectors.joining(", "));
  }
}
