package io.hangtag.bot.chat;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the bot says about what posts sold. Each fits the caption of a picture, 1,024 characters.
public final class SalesTexts {
  private static final int MOST_LISTED = 5;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

  private SalesTexts() {}

  /// To a team's admins.
  public static String notCalculated(String workspace) {
    return "The figures of %s could not be brought up to date; I try again every 15 minutes. The log says why."
        .formatted(Html.bold(workspace));
  }

  /// Above a chart, in plain words.
  public static String teamTitle(Report report) {
    return "Sold " + days(report);
  }

  public static String ofTeam(Report report) {
    return "<b>Sold %s</b>\n%s%s\n%s"
        .formatted(days(report), share(report.totals()), top(report), footing(report));
  }

  public static String ofProduct(Product product, Report report) {
    return "%s\n<b>Sold %s</b>\n%s%s\n%s"
        .formatted(
            Texts.product(product),
            days(report),
            share(report.totals()),
            top(report),
            footing(report));
  }

  private static String share(Totals totals) {
    if (totals.orders() == 0) {
      return "No orders in these days.";
    }
    return "By posts: <b>%s</b> of %s%s, %,d of %,d orders."
        .formatted(
            totals.attributed(),
            counted(totals),
            percent(totals),
            totals.influencedOrders(),
            totals.orders());
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

  private static String top(Report report) {
    List<MediaFigures> sold =
        report.media().stream()
            .filter(figures -> figures.revenue().minor() > 0)
            .limit(MOST_LISTED)
            .toList();
    if (report.media().isEmpty()) {
      return "\nNo posts are recorded in these days: <code>/posted</code> below a photo says when it was posted.";
    }
    return sold.isEmpty()
        ? ""
        : sold.stream()
            .map(
                figures ->
                    "\nmedia %d: %s, %s, %s"
                        .formatted(
                            figures.media().value(),
                            figures.revenue(),
                            counted(figures.orders(), "order"),
                            counted(figures.posts(), "post")))
            .collect(Collectors.joining());
  }

  /// Several products are called so.
  public static String whichProduct(List<Product> products) {
    return "Which one? Say its SKU: <code>/attribution SKU:ABC123</code>."
        + products.stream()
            .map(product -> "\n" + Texts.product(product))
            .collect(Collectors.joining());
  }

  /// What one item or the items of an album sold.
  ///
  /// @param reports one of each item, of all there is
  public static String ofMedia(String name, List<Report> reports) {
    int posts =
        reports.stream().flatMap(it -> it.media().stream()).mapToInt(MediaFigures::posts).sum();
    if (posts == 0) {
      return "No posts of %s are recorded: reply to it with <code>/posted</code> to say when it was posted."
          .formatted(name);
    }
    return "<b>%s sold</b>%s\n%s"
        .formatted(
            Character.toUpperCase(name.charAt(0)) + name.substring(1),
            reports.stream()
                .flatMap(it -> it.media().stream())
                .map(figures -> "\n" + line(figures, reports.size() > 1))
                .collect(Collectors.joining()),
            footing(reports.getFirst()));
  }

  private static String line(MediaFigures figures, boolean named) {
    String products =
        figures.linkedProducts() == 0
            ? " Nothing is linked to it: <code>/link</code> says what it shows."
            : "";
    return "%s%s, %s, %s, %s.%s"
        .formatted(
            named ? "media %d: ".formatted(figures.media().value()) : "",
            figures.revenue(),
            counted(figures.orders(), "order"),
            counted(figures.posts(), "post"),
            counted(figures.linkedProducts(), "product"),
            products);
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static String days(Report report) {
    DayRange days = Objects.requireNonNull(report.days().orElse(null), "a report without days");
    return "%s to %s".formatted(DAY.format(days.from()), DAY.format(days.to()));
  }

  /// By which rules, and how fresh.
  private static String footing(Report report) {
    String known =
        report
            .newestOrder()
            .map(at -> "orders up to " + TIME.format(at.atZone(report.settings().zone())))
            .orElse("no orders are imported yet");
    String maturing =
        report.maturing() == 0
            ? ""
            : " %s may still sell.".formatted(counted(report.maturing(), "post"));
    String others =
        report.others().isEmpty()
            ? ""
            : " Orders in %s are not in it."
                .formatted(
                    report.others().stream()
                        .map(it -> it.net().currency().getCurrencyCode())
                        .collect(Collectors.joining(", ")));
    return "<i>Model %s, window %d h, pending orders included; %s.%s%s</i>"
        .formatted(
            report.settings().rules().model().code(),
            report.settings().rules().window().hours(),
            known,
            maturing,
            others);
  }
}
