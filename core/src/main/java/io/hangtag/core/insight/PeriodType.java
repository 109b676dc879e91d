package io.hangtag.core.insight;

import io.hangtag.core.attribution.DayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// How time is cut into periods.
public enum PeriodType {
  /// A period a day.
  DAILY,
  /// ISO weeks, from Monday to Sunday.
  WEEKLY,
  /// Months of the calendar.
  MONTHLY;

  /// As the command line, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The first day of the period with this day.
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAILY -> day;
      case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHLY -> day.withDayOfMonth(1);
    };
  }

  /// The first day of the next period.
  LocalDate next(LocalDate start) {
    return switch (this) {
      case DAILY -> start.plusDays(1);
      case WEEKLY -> start.plusWeeks(1);
      case MONTHLY -> start.plusMonths(1);
    };
  }

  /// The same days and those that make their periods whole.
  DayRange whole(DayRange days) {
    return new DayRange(start(days.from()), next(start(days.to())).minusDays(1));
  }
}
