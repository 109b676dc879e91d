package io.hangtag.core.insight;

import io.hangtag.core.attribution.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Periods one after the other.
///
/// @param bounds the first day of each, and behind them the day after the last
record PeriodCalendar(PeriodType type, List<LocalDate> bounds) {
  /// Eleven years of days.
  static final int MAX_PERIODS = 4_000;

  PeriodCalendar {
    bounds = List.copyOf(bounds);
  }

  /// The periods that have one of these days; of too many only some more than [#MAX_PERIODS].
  static PeriodCalendar of(PeriodType type, DayRange days) {
    LocalDate first = type.start(days.from());
    List<LocalDate> starts =
        Stream.iterate(first, start -> !start.isAfter(days.to()), type::next)
            .limit(MAX_PERIODS + 1L)
            .toList();
    return new PeriodCalendar(
        type, Stream.concat(starts.stream(), Stream.of(type.next(starts.getLast()))).toList());
  }

  int periods() {
    return bounds.size() - 1;
  }

  /// All their days.
  DayRange days() {
    return new DayRange(bounds.getFirst(), bounds.getLast().minusDays(1));
  }

  /// When each begins in this zone, and when the last one is over.
  Instant[] instants(ZoneId zone) {
    return bounds.stream().map(day -> day.atStartOfDay(zone).toInstant()).toArray(Instant[]::new);
  }
}
