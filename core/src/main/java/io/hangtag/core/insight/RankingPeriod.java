package io.hangtag.core.insight;

import io.hangtag.core.attribution.DayRange;
import java.time.LocalDate;
import java.util.Locale;

/// Which days a ranking is about, in the team's time zone.
public enum RankingPeriod {
  /// Today and the six days before.
  LAST_7_DAYS,
  /// Today and the 29 days before.
  LAST_30_DAYS,
  /// Today and the 89 days before.
  LAST_90_DAYS,
  /// From the first of the month until today.
  THIS_MONTH,
  /// The month before this one.
  LAST_MONTH;

  /// As the command line and JSON write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its days.
  public DayRange days(LocalDate today) {
    LocalDate first = today.withDayOfMonth(1);
    return switch (this) {
      case LAST_7_DAYS -> DayRange.last(7, today);
      case LAST_30_DAYS -> DayRange.last(30, today);
      case LAST_90_DAYS -> DayRange.last(90, today);
      case THIS_MONTH -> new DayRange(first, today);
      case LAST_MONTH -> new DayRange(first.minusMonths(1), first.minusDays(1));
    };
  }
}
