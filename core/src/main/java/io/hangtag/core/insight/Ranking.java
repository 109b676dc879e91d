package io.hangtag.core.insight;

import io.hangtag.core.attribution.DayRange;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// The best products or media of some days.
///
/// @param maturing posts of these days that are left out: their window is not over yet
/// @param others currencies besides, in which something was ordered that is not in it, by code
/// @param newestOrder up to when orders are known; empty: there are none
public record Ranking(
    DayRange days,
    Currency currency,
    List<Standing> top,
    int maturing,
    List<Currency> others,
    Optional<Instant> newestOrder) {
  public Ranking {
    top = List.copyOf(top);
    others = List.copyOf(others);
  }
}
