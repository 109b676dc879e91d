package io.hangtag.core.insight;

import io.hangtag.core.catalog.ProductId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can honestly be said about posting and selling.
///
/// The same history gives the same report, in whatever order it is told.
///
/// @param period what was looked at
/// @param map each weekday's parts of the day, from Monday's first one; untested, so that a single
///     one says little
public record InsightReport(
    Period period,
    Finding<Lift> lift,
    Finding<Slots> bestDays,
    Finding<Slots> bestHours,
    Finding<Frequency> frequency,
    Finding<Categories> categories,
    Finding<Correlation> correlation,
    List<Slot> map) {
  public InsightReport {
    map = List.copyOf(map);
  }

  /// Whole weeks, and how long after a post sales count as after it.
  ///
  /// @param from the first day
  /// @param to the last day; before `from` if there is no whole week
  public record Period(LocalDate from, LocalDate to, int weeks, long windowHours) {
    private static Period of(ShopHistory history, Sample sample) {
      int weeks = sample.panel().weeks().count();
      return new Period(
          history.to().minusWeeks(weeks),
          history.to().minusDays(1),
          weeks,
          history.window().toHours());
    }
  }

  /// About all products.
  public static InsightReport of(ShopHistory history) {
    return of(history, _ -> true);
  }

  /// About one product; the others still tell how busy the days were.
  public static InsightReport about(ProductId product, ShopHistory history) {
    return of(history, product::equals);
  }

  private static InsightReport of(ShopHistory history, Predicate<ProductId> asked) {
    Sample sample = Sample.of(Panel.of(history, asked));
    Result<Lift> lift = Lift.of(sample);
    Result<Slots> days = Slotting.weekdays(sample).result();
    Result<Slots> hours = Slotting.dayparts(sample).result();
    Result<Correlation> correlation = Correlation.of(sample);
    Result<Frequency> frequency = Frequency.of(sample, correlation.isClean());
    Result<Categories> categories = Categories.of(sample, lift.isClean());
    Judge judge =
        Judge.of(
            Stream.of(lift, days, hours, frequency, categories, correlation)
                .<@Nullable Double>map(Result::p)
                .filter(Objects::nonNull)
                .toList());
    Wording wording = Wording.of(history);
    return new InsightReport(
        Period.of(history, sample),
        judge.finding(lift, wording::lift),
        judge.finding(days, wording::days),
        judge.finding(hours, wording::hours),
        judge.finding(frequency, wording::frequency),
        judge.finding(categories, wording::categories),
        judge.finding(correlation, wording::correlation),
        Slotting.map(sample).untested());
  }

  /// All of them.
  public List<Finding<?>> findings() {
    return List.of(lift, bestDays, bestHours, frequency, categories, correlation);
  }
}
