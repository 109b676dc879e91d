package io.hangtag.core.importing;

import io.hangtag.core.sales.LineAmounts;
import io.hangtag.core.sales.OrderFigures;
import io.hangtag.core.sales.OrderLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of an order as they are read, until what is said of the whole order is known.
final class OrderLines {
  private final OrderAmounts amounts;
  private final List<OrderLine> lines = new ArrayList<>();

  OrderLines(OrderAmounts amounts) {
    this.amounts = amounts;
  }

  void add(OrderLine line) {
    lines.add(line);
    long _ =
        amounts.checked(
            "What the lines come to", lines.stream().mapToLong(it -> it.amounts().gross()).sum());
  }

  /// What the lines say themselves.
  long discount() {
    return lines.stream().mapToLong(line -> line.amounts().discount()).sum();
  }

  /// The lines with their shares of what is said of the whole.
  List<OrderLine> sharing(OrderFigures figures) {
    List<LineAmounts> shared = figures.over(lines.stream().map(OrderLine::amounts).toList());
    List<OrderLine> all = new ArrayList<>();
    for (OrderLine line : lines) {
      all.add(line.with(shared.get(all.size())));
    }
    return all;
  }

  /// What a subtotal has beyond what the lines come to; null if no more than rounding may be the
  /// cause.
  static @Nullable Long gap(long subtotal, List<OrderLine> lines) {
    long gap = subtotal - lines.stream().mapToLong(line -> line.amounts().price()).sum();
    return Math.abs(gap) <= lines.size() ? null : gap;
  }
}
