package io.hangtag.bot.cli;

import io.hangtag.core.insight.Categories.Category;
import io.hangtag.core.insight.Estimate;
import io.hangtag.core.insight.Finding;
import io.hangtag.core.insight.Frequency.Bin;
import io.hangtag.core.insight.InsightReport;
import io.hangtag.core.insight.InsightReport.Period;
import io.hangtag.core.insight.Slot;
import io.hangtag.core.insight.Slots;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Insights as people read them on a terminal.
final class InsightTables {
  private InsightTables() {}

  static String text(InsightReport report) {
    return String.join(
        "\n\n",
        heading(report.period()),
        part("Posts and sales", report.lift(), ""),
        part("Days", report.bestDays(), slots(report.bestDays().details())),
        part("Hours", report.bestHours(), slots(report.bestHours().details())),
        part("How often", report.frequency(), bins(report.frequency().details().bins())),
        part(
            "Kinds of products",
            report.categories(),
            categories(report.categories().details().categories())),
        part("From day to day", report.correlation(), ""),
        "Grades: B stands after all that was looked at, C is a hint, D shows nothing."
            + " Intervals are 90 %.");
  }

  private static String heading(Period period) {
    return period.weeks() == 0
        ? "There is not a whole week of orders yet."
        : "%s to %s, %d weeks; %d hours after posts."
            .formatted(period.from(), period.to(), period.weeks(), period.windowHours());
  }

  private static String part(String title, Finding<?> finding, String table) {
    return "%s [%s]: %s%s"
        .formatted(
            title,
            finding.evidence().grade(),
            finding.evidence().sentence(),
            table.isEmpty() ? "" : "\n" + table);
  }

  private static String slots(Slots slots) {
    Table table = new Table("POSTED", "POSTS", "ORDERS", "AFTER POSTS", "INTERVAL");
    for (Slot slot : slots.slots()) {
      table.row(
          slot.name(),
          slot.posts(),
          "%d %%".formatted(Math.round(100 * slot.orderShare())),
          times(slot.ratio()),
          interval(slot.ratio()));
    }
    return table.toString();
  }

  private static String bins(List<Bin> bins) {
    if (bins.isEmpty()) {
      return "";
    }
    Table table = new Table("POSTS A WEEK", "WEEKS", "SALES", "INTERVAL");
    for (Bin bin : bins) {
      table.row(
          bin.to() == null ? bin.from() + "+" : bin.from() + "-" + bin.to(),
          bin.weeks(),
          times(bin.ratio()),
          interval(bin.ratio()));
    }
    return table.toString();
  }

  private static String categories(List<Category> categories) {
    if (categories.isEmpty()) {
      return "";
    }
    Table table = new Table("CATEGORY", "ORDERS", "AFTER POSTS", "TIMES", "INTERVAL");
    for (Category category : categories) {
      table.row(
          category.name(),
          category.orders(),
          category.ordersAfter(),
          times(category.ratio()),
          interval(category.ratio()));
    }
    return table.toString();
  }

  private static @Nullable String times(@Nullable Estimate ratio) {
    return ratio == null ? null : String.format(Locale.ROOT, "x%.2f", ratio.value());
  }

  private static @Nullable String interval(@Nullable Estimate ratio) {
    return ratio == null
        ? null
        : String.format(Locale.ROOT, "%.2f-%.2f", ratio.low(), ratio.high());
  }
}
