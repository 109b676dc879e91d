package io.hangtag.bot;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/// Reads the time zone and the currency of a team as people write them.
public final class Locality {
  private Locality() {}

  /// A time zone by its IANA name. Offsets are refused: they know no summer time, and PostgreSQL
  /// reads their sign the other way round.
  ///
  /// @throws IllegalArgumentException if there is none
  public static ZoneId timezone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new IllegalArgumentException(
          "must be an IANA time zone, for example Europe/Berlin or UTC, not '%s'".formatted(name));
    }
    return ZoneId.of(name);
  }

  /// A currency by its ISO 4217 code, in any case.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be an ISO 4217 currency code, for example USD, not '%s'".formatted(code), e);
    }
  }
}
