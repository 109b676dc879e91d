package io.hangtag.core.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Whole days of a team's time zone.
///
/// @param to the last one, included
public record DayRange(LocalDate from, LocalDate to) {
  /// @throws IllegalArgumentException if it ends before it begins
  public DayRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the range begins on %s, after its end on %s".formatted(from, to));
    }
  }

  /// The days before and with `today`.
  public static DayRange last(int days, LocalDate today) {
    return new DayRange(today.minusDays(days - 1L), today);
  }

  /// When the first day begins in this zone.
  public Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /// The first instant behind it.
  public Instant end(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /// The days of both; empty if there are none.
  Optional<DayRange> within(DayRange other) {
    LocalDate first = from.isAfter(other.from) ? from : other.from;
    LocalDate last = to.isBefore(other.to) ? to : other.to;
    return last.isBefore(first) ? Optional.empty() : Optional.of(new DayRange(first, last));
  }

  /// From the first day of either to the last day of either.
  DayRange around(DayRange other) {
    return new DayRange(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }
}
