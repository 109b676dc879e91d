package io.hangtag.core.attribution;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What some products sold in some days, in the team's currency and by its own rules.
///
/// @param products each that was asked about
/// @param others currencies that they were sold in besides, by code
/// @param newestOrder up to when orders are known; empty: there are none
public record SoldProducts(
    DayRange days,
    Settings settings,
    Map<ProductId, Sold> products,
    List<Currency> others,
    Optional<Instant> newestOrder) {
  public SoldProducts {
    products = Map.copyOf(products);
    others = List.copyOf(others);
  }

  /// What one product sold, by when it was ordered.
  ///
  /// @param net without what is excluded
  /// @param attributed of that what posts earned
  /// @param orders distinct ones
  /// @param influencedOrders of them those of which a post earned something
  public record Sold(Money net, Money attributed, int orders, int influencedOrders) {}
}
