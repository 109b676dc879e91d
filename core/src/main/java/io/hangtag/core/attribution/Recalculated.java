package io.hangtag.core.attribution;

import java.time.Duration;
import java.util.Optional;

/// What a calculation has done.
///
/// @param days of the orders; empty: single days of single products, or there were none
/// @param orderLines that were looked at
/// @param credits that were found
public record Recalculated(
    Optional<DayRange> days, long orderLines, long credits, Duration duration) {}
