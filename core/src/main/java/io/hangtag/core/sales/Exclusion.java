package io.hangtag.core.sales;

import java.util.Locale;

/// Why an order line counts for nothing; of several reasons the first.
public enum Exclusion {
  CANCELLED,
  TEST,
  VOIDED,
  REFUNDED,
  GIFT_CARD;

  /// As files, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reason with this code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Exclusion of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
