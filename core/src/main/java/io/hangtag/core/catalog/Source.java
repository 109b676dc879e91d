package io.hangtag.core.catalog;

import java.util.Locale;

/// Where a product comes from.
public enum Source {
  SHOPIFY,
  PRINTIFY;

  /// As the command line, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The source with this code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Source of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
