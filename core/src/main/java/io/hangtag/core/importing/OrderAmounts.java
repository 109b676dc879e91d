package io.hangtag.core.importing;

import io.hangtag.core.money.Money;
import java.util.Currency;
import java.util.regex.Pattern;

/// Reads the amounts and quantities of an order; blank is zero.
record OrderAmounts(Currency currency) {
  // Tables that had gaps once write whole numbers as 2.0.
  private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,9}([.]0)?");
  private static final String TOO_MUCH = "1000000000000";

  /// In minor units.
  long amount(String field, String value) {
    if (value.strip().startsWith("-")) {
      throw new BadRowException("%s %s is negative.".formatted(field, ExportValues.shown(value)));
    }
    Long amount = ExportValues.price(field, value, currency);
    return amount == null ? 0 : checked(field, amount);
  }

  static int quantity(String field, String value) {
    String quantity = value.strip();
    if (quantity.startsWith("-")) {
      throw new BadRowException("%s %s is negative.".formatted(field, ExportValues.shown(value)));
    }
    if (!QUANTITY.matcher(quantity).matches()) {
      throw new BadRowException(
          quantity.isEmpty()
              ? field + " is missing."
              : "%s %s is no whole number below a thousand million."
                  .formatted(field, ExportValues.shown(value)));
    }
    return Integer.parseInt(quantity.replace(".0", ""));
  }

  /// Quantity times price.
  long product(String field, int quantity, long price) {
    return quantity > 0 && price > tooMuch() / quantity
        ? checked(field, tooMuch())
        : quantity * price;
  }

  /// The amount, which no honest order has if it is a million million or more.
  long checked(String field, long amount) {
    if (amount >= tooMuch()) {
      throw new BadRowException(
          "%s is too much: amounts stay below %s %s."
              .formatted(field, TOO_MUCH, currency.getCurrencyCode()));
    }
    return amount;
  }

  private long tooMuch() {
    return Money.parse(TOO_MUCH, currency).minor();
  }
}
