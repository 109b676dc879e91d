package io.hangtag.core.sales;

import java.time.Instant;

/// A part of an order line that was given back on a day that the shop tells.
///
/// @param minor without the tax in it, in minor units of the order's currency
public record Reversal(Instant at, long minor) {
  /// @throws IllegalArgumentException if nothing was given back
  public Reversal {
    if (minor <= 0) {
      throw new IllegalArgumentException("minor must be above 0, is " + minor);
    }
  }
}
