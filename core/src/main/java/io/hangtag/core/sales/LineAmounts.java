package io.hangtag.core.sales;

/// The amounts of an order line as a whole, in minor units of its order's currency.
///
/// @param gross quantity times price
/// @param discount the line's own and its share of the order's
/// @param tax what of the price is tax; 0 where taxes come on top
/// @param refunded what was given back, without the tax in it
public record LineAmounts(long gross, long discount, long tax, long refunded) {
  /// @throws IllegalArgumentException if an amount is negative, or more is taken off than was there
  public LineAmounts {
    if (discount < 0 || tax < 0 || refunded < 0 || gross - discount - tax - refunded < 0) {
      throw new IllegalArgumentException(
          "discount, tax and refunded must not be negative nor more than gross together: %d, %d, %d of %d"
              .formatted(discount, tax, refunded, gross));
    }
  }

  /// After discounts and refunds, before tax.
  public long net() {
    return gross - discount - tax - refunded;
  }

  /// What was asked for it: after discounts, with the tax that is in it, before refunds.
  public long price() {
    return gross - discount;
  }

  /// Whether there was something to pay for and all of it was given back.
  public boolean isRefunded() {
    return refunded > 0 && net() == 0;
  }
}
