package io.hangtag.core.importing;

import java.util.List;

/// A column of Shopify's orders export that Hangtag reads; none of those about the customer.
enum OrderColumn {
  NAME("Name"),
  ID("Id"),
  CREATED_AT("Created at"),
  CANCELLED_AT("Cancelled at"),
  FINANCIAL_STATUS("Financial Status"),
  CURRENCY("Currency"),
  SUBTOTAL("Subtotal"),
  SHIPPING("Shipping"),
  TAXES("Taxes"),
  TOTAL("Total"),
  DISCOUNT_CODE("Discount Code"),
  DISCOUNT("Discount Amount"),
  REFUNDED("Refunded Amount"),
  PAYMENT_METHOD("Payment Method"),
  SOURCE("Source"),
  NOTE_ATTRIBUTES("Note Attributes"),
  LINE_QUANTITY("Lineitem quantity"),
  LINE_NAME("Lineitem name"),
  LINE_PRICE("Lineitem price"),
  LINE_SKU("Lineitem sku"),
  LINE_DISCOUNT("Lineitem discount");

  static final List<OrderColumn> REQUIRED =
      List.of(NAME, CREATED_AT, LINE_QUANTITY, LINE_NAME, LINE_PRICE);

  /// Those of which an order's first row has at least one, and its further rows none.
  static final List<OrderColumn> OF_THE_ORDER =
      List.of(ID, FINANCIAL_STATUS, CURRENCY, SUBTOTAL, SHIPPING, TAXES, TOTAL);

  private final String title;

  OrderColumn(String title) {
    this.title = title;
  }

  /// As the export writes it.
  String title() {
    return title;
  }
}
