package io.hangtag.core.money;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount in the smallest unit of its currency (ISO 4217: cents of USD, whole JPY, fils of JOD).
///
/// @param minor may be negative (a refund)
public record Money(long minor, Currency currency) {
  /// Digits before the decimal point.
  private static final int LONGEST = 19;

  /// The amount written as a decimal number, for example `12.50`.
  ///
  /// @throws IllegalArgumentException if it is no number or has more decimals than the currency,
  ///     or more minor units than a `long` holds
  public static Money parse(String decimal, Currency currency) {
    try {
      BigDecimal amount = new BigDecimal(decimal.strip()).stripTrailingZeros();
      // First of all, for to write out 1e300000000 takes minutes.
      if (amount.precision() - (long) amount.scale() > LONGEST
          || amount.scale() > exponent(currency)) {
        throw new ArithmeticException("out of range");
      }
      return new Money(amount.movePointRight(exponent(currency)).longValueExact(), currency);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is not an amount of %s".formatted(decimal, currency.getCurrencyCode()), e);
    }
  }

  /// As a decimal number with all of the currency's decimals: `12.50`, `-3`, `0.125`.
  public String decimal() {
    return BigDecimal.valueOf(minor, exponent(currency)).toPlainString();
  }

  /// As people read it: `12.50 USD`.
  @Override
  public String toString() {
    return decimal() + " " + currency.getCurrencyCode();
  }

  private static int exponent(Currency currency) {
    // Negative for what is no money (gold, test codes).
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
