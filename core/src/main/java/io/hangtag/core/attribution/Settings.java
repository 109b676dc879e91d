package io.hangtag.core.attribution;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/// How a team counts.
///
/// @param rules of the figures that are kept
public record Settings(ZoneId zone, Currency currency, Rules rules) {
  // Goes up when the rules change, so that what is kept is calculated again.
  private static final String VERSION = "2";

  /// What kept figures depend on beside orders, posts and links.
  String name() {
    return "%s %s %d %s"
        .formatted(VERSION, rules.model().code(), rules.window().hours(), zone.getId());
  }

  /// The day of the team's zone, counted from 1970-01-01.
  ///
  /// @param micros since 1970
  long epochDay(long micros) {
    return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L))
        .atZone(zone)
        .toLocalDate()
        .toEpochDay();
  }

  /// Counted by other rules; empty: by these.
  Settings with(Optional<Rules> other) {
    return new Settings(zone, currency, other.orElse(rules));
  }
}
