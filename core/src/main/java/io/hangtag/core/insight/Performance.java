package io.hangtag.core.insight;

import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Recalculated;
import io.hangtag.core.attribution.Settings;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Keeps what each product did in each day, week and month: posts by when they were published,
/// orders and what posts earned of them by when they were ordered.
///
/// Safe for use by many threads and processes: of one team's calculations one runs at a time.
public final class Performance {
  private final DSLContext db;
  private final Attribution attribution;
  private final InstantSource clock;

  public Performance(DSLContext db, Attribution attribution, InstantSource clock) {
    this.db = db;
    this.attribution = attribution;
    this.clock = clock;
  }

  /// Calculates the periods of these days anew, for one product or for every product that was ever
  /// posted or ordered, from attribution that is up to date.
  ///
  /// @param product empty: all
  /// @param days empty: from the first to the last post or order, and no other periods are kept
  public CalculateOutcome calculate(
      WorkspaceId workspace,
      PeriodType type,
      Optional<ProductId> product,
      Optional<DayRange> days) {
    Instant began = clock.instant();
    return db.transactionResult(
        () -> {
          Recalculated _ = attribution.refresh(workspace);
          Settings settings = attribution.settings(workspace);
          PerformanceQueries queries = new PerformanceQueries(db, workspace, settings);
          Optional<PeriodCalendar> calendar =
              days.or(queries::everything).map(range -> PeriodCalendar.of(type, range));
          if (calendar.isPresent() && calendar.get().periods() > PeriodCalendar.MAX_PERIODS) {
            return new CalculateOutcome.TooManyPeriods(
                days.or(queries::everything).orElseThrow(), PeriodCalendar.MAX_PERIODS);
          }
          queries.delete(type, product, days.map(type::whole));
          CalculationQueries calculation = new CalculationQueries(db, workspace, settings);
          int rows = calendar.map(periods -> calculation.insert(periods, product, began)).orElse(0);
          return new CalculateOutcome.Calculated(
              calendar.map(PeriodCalendar::days), rows, Duration.between(began, clock.instant()));
        });
  }

  /// What was calculated last, by product, currency and time.
  ///
  /// @param product empty: all
  /// @param days periods that have one of these days; empty: all
  public List<ProductPeriod> show(
      WorkspaceId workspace,
      PeriodType type,
      Optional<ProductId> product,
      Optional<DayRange> days) {
    return new PerformanceQueries(db, workspace, attribution.settings(workspace))
        .periods(type, product, days.map(type::whole));
  }
}
