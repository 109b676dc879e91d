package io.hangtag.core.importing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/// Whose orders are read.
///
/// @param currency the team's
/// @param zone the team's
/// @param now when the import began
record Shop(Currency currency, ZoneId zone, Instant now) {
  // Clocks differ, a day is no clock's error.
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /// A time that has come.
  Instant past(String field, String value) {
    Instant time = new ExportTime(field, zone).read(value);
    if (time.isAfter(now.plus(TOLERANCE))) {
      throw new BadRowException(
          "%s %s has not come yet.".formatted(field, ExportValues.shown(value)));
    }
    return time;
  }

  /// The amounts of an order in this currency; the team's where the order does not say.
  OrderAmounts amounts(String field, String code) {
    try {
      return new OrderAmounts(code.isBlank() ? currency : Currency.getInstance(code.strip()));
    } catch (IllegalArgumentException _) {
      throw new BadRowException(
          "%s %s is not a currency's code.".formatted(field, ExportValues.shown(code)));
    }
  }
}
