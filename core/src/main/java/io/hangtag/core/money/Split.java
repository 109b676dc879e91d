package io.hangtag.core.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;

/// The division of an amount into whole units without losing one: largest remainders first.
///
/// Every part is less than a unit away from the exact share and all parts come to the amount. Of
/// equal remainders the earlier part gets the unit. A negative amount is split like a positive one
/// and every part negated.
public final class Split {
  private Split() {}

  /// Parts that differ by a unit at most, the bigger ones first.
  ///
  /// @param amount above `Long.MIN_VALUE`
  /// @param parts from 1
  public static long[] equally(long amount, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be at least 1, is " + parts);
    }
    long whole = size(amount);
    long more = whole % parts;
    long[] result = new long[parts];
    for (int i = 0; i < parts; i++) {
      result[i] = Long.signum(amount) * (whole / parts + (i < more ? 1 : 0));
    }
    return result;
  }

  /// A part for each weight, in proportion to it; equal parts where all weights are 0.
  ///
  /// @param amount above `Long.MIN_VALUE`
  /// @param weights at least one, none negative; of any size
  public static long[] byWeights(long amount, long[] weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("weights must not be empty");
    }
    long max = Arrays.stream(weights).max().getAsLong();
    long min = Arrays.stream(weights).min().getAsLong();
    if (min < 0) {
      throw new IllegalArgumentException("weights must not be negative, one is " + min);
    }
    if (max == 0) {
      return equally(amount, weights.length);
    }
    long whole = size(amount);
    long[] result =
        fits(whole, max) && fits(weights.length, max)
            ? narrow(whole, weights)
            : wide(whole, weights);
    if (amount < 0) {
      Arrays.setAll(result, i -> -result[i]);
    }
    return result;
  }

  private static long size(long amount) {
    if (amount == Long.MIN_VALUE) {
      throw new IllegalArgumentException("amount must be above " + amount);
    }
    return Math.abs(amount);
  }

  private static boolean fits(long left, long right) {
    return Math.multiplyHigh(left, right) == 0 && left * right >= 0;
  }

  private static long[] narrow(long amount, long[] weights) {
    long total = LongStream.of(weights).sum();
    long[] result = new long[weights.length];
    long[] remainders = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      long product = amount * weights[i];
      result[i] = product / total;
      remainders[i] = product % total;
    }
    for (long left = amount - LongStream.of(result).sum(); left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < remainders.length; i++) {
        largest = remainders[i] > remainders[largest] ? i : largest;
      }
      result[largest]++;
      remainders[largest] = -1;
    }
    return result;
  }

  /// As [#narrow], for products that a `long` does not hold.
  private static long[] wide(long amount, long[] weights) {
    BigInteger total =
        LongStream.of(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    long[] result = new long[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] share =
          BigInteger.valueOf(amount)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(total);
      result[i] = share[0].longValueExact();
      remainders[i] = share[1];
    }
    for (long left = amount - LongStream.of(result).sum(); left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < remainders.length; i++) {
        largest = remainders[i].compareTo(remainders[largest]) > 0 ? i : largest;
      }
      result[largest]++;
      remainders[largest] = BigInteger.ONE.negate();
    }
    return result;
  }
}
