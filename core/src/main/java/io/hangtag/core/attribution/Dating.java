package io.hangtag.core.attribution;

import java.util.Locale;

/// On which day money counts that was given back.
public enum Dating {
  /// On the day of its order: what is left of the order is all that ever was.
  ORDER_DATE,
  /// On its own day, as far as the shop says when that was; so does a cancellation.
  EVENT_DATE;

  /// As the command line and JSON write it: `order-date`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
