package io.hangtag.core.sales;

import io.hangtag.core.money.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// What a shop says of an order as a whole and not of its lines, in minor units.
///
/// Each figure goes to the lines in proportion to what is left of them by then, by largest
/// remainder; of equal remainders the earlier line gets the unit. What is more than the lines come
/// to was given on shipping and is no line's.
///
/// @param discount beyond the lines' own
/// @param tax what of the prices is tax; 0 where taxes come on top
/// @param refunded what was given back, with the tax in it
public record OrderFigures(long discount, long tax, long refunded) {
  public OrderFigures {
    if (discount < 0 || tax < 0 || refunded < 0) {
      throw new IllegalArgumentException(
          "figures must not be negative: %d, %d, %d".formatted(discount, tax, refunded));
    }
  }

  /// The lines with their shares.
  public List<LineAmounts> over(List<LineAmounts> lines) {
    List<LineAmounts> discounted = add(lines, discount, OrderFigures::discounted);
    List<LineAmounts> taxed = add(discounted, tax, OrderFigures::taxed);
    return add(taxed, refundedBeforeTax(taxed), OrderFigures::refunded);
  }

  private static List<LineAmounts> add(List<LineAmounts> lines, long amount, Change change) {
    long most = Math.min(amount, sum(lines, LineAmounts::net));
    if (most == 0) {
      return lines;
    }
    long[] parts = Split.byWeights(most, lines.stream().mapToLong(LineAmounts::net).toArray());
    List<LineAmounts> changed = new ArrayList<>();
    for (LineAmounts line : lines) {
      changed.add(change.of(line, parts[changed.size()]));
    }
    return changed;
  }

  /// Who gets half of a price back gets half of the tax in it.
  private long refundedBeforeTax(List<LineAmounts> lines) {
    long taxes = sum(lines, LineAmounts::tax);
    long prices = sum(lines, LineAmounts::price);
    return taxes == 0
        ? refunded
        : Split.byWeights(Math.min(refunded, prices), new long[] {prices - taxes, taxes})[0];
  }

  private static long sum(List<LineAmounts> lines, ToLongFunction<LineAmounts> amount) {
    return lines.stream().mapToLong(amount).sum();
  }

  private static LineAmounts discounted(LineAmounts line, long more) {
    return new LineAmounts(line.gross(), line.discount() + more, line.tax(), line.refunded());
  }

  private static LineAmounts taxed(LineAmounts line, long more) {
    return new LineAmounts(line.gross(), line.discount(), line.tax() + more, line.refunded());
  }

  private static LineAmounts refunded(LineAmounts line, long more) {
    return new LineAmounts(line.gross(), line.discount(), line.tax(), line.refunded() + more);
  }

  private interface Change {
    LineAmounts of(LineAmounts line, long more);
  }
}
