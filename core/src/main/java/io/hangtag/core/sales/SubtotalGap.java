package io.hangtag.core.sales;

import io.hangtag.core.money.Money;

/// An order whose subtotal is not what its lines come to.
///
/// @param order its name: `#1001`
/// @param gap what the subtotal has beyond the lines; negative: it has less
public record SubtotalGap(String order, Money gap) {}
