package io.hangtag.core.insight;

import io.hangtag.core.attribution.DayRange;
import java.time.Duration;
import java.util.Optional;

/// What came of calculating performance.
public sealed interface CalculateOutcome {
  /// It was calculated.
  ///
  /// @param days of whole periods; empty: there are no posts and no orders
  /// @param rows that are kept now for these days
  record Calculated(Optional<DayRange> days, int rows, Duration duration)
      implements CalculateOutcome {}

  /// There are more periods than are calculated at once; nothing was.
  record TooManyPeriods(DayRange days, int max) implements CalculateOutcome {}
}
