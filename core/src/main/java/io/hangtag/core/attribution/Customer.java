package io.hangtag.core.attribution;

import java.util.Locale;

/// Whether somebody had ordered before.
public enum Customer {
  NEW,
  RETURNING,
  /// The shop does not say.
  UNKNOWN;

  /// As JSON writes it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
