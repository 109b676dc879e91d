package io.hangtag.core.sales;

import org.jspecify.annotations.Nullable;

/// How an order came about, as far as the shop says; null: it does not.
///
/// @param source where it was made: `web`, `pos`, ...
/// @param landingSite the first page of the visit, without what could tell who the visitor was
/// @param referrer likewise
/// @param isRepeatCustomer whether the customer had ordered before
public record Origin(
    @Nullable String source,
    @Nullable String landingSite,
    @Nullable String referrer,
    Utm utm,
    @Nullable Boolean isRepeatCustomer) {

  /// This, and the other's where this says nothing.
  public Origin or(Origin other) {
    return new Origin(
        source == null ? other.source : source,
        landingSite == null ? other.landingSite : landingSite,
        referrer == null ? other.referrer : referrer,
        utm.or(other.utm),
        isRepeatCustomer == null ? other.isRepeatCustomer : isRepeatCustomer);
  }
}
