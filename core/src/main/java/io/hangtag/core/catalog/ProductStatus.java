package io.hangtag.core.catalog;

import java.util.Locale;

/// Whether a product is for sale.
public enum ProductStatus {
  ACTIVE,
  DRAFT,
  ARCHIVED;

  /// As exports, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The status with this code, in any case.
  ///
  /// @throws IllegalArgumentException if there is none
  public static ProductStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
