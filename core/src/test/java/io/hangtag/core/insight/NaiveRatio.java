package io.hangtag.core.insight;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;

/// The ratio of Mantel and Haenszel as it is written down, hour by hour, in UTC, with posts at full
/// hours.
final class NaiveRatio {
  private final ShopHistory history;
  private final Instant start;
  private final int weeks;
  private final int blocks;
  private final Set<ProductId> products;

  NaiveRatio(ShopHistory history) {
    this.history = history;
    this.start = history.from().atStartOfDay().toInstant(ZoneOffset.UTC);
    this.weeks =
        (int)
            (Duration.between(history.from().atStartOfDay(), history.to().atStartOfDay()).toDays()
                / 7);
    this.blocks = Math.round(weeks / 4f);
    this.products = history.sales().stream().map(Sales::product).collect(Collectors.toSet());
  }

  /// @param leftOut a week that is left out; -1: none
  double ratio(int leftOut) {
    double above = 0;
    double below = 0;
    for (ProductId product : products) {
      for (int block = 0; block < blocks; block++) {
        for (int slot = 0; slot < 168; slot++) {
          double[] table = table(product, block, slot, leftOut);
          double weeksAll = table[2] + table[3];
          if (weeksAll > 0) {
            above += table[0] * table[3] / weeksAll;
            below += table[1] * table[2] / weeksAll;
          }
        }
      }
    }
    return above / below;
  }

  /// Orders after posts and without, weeks after posts and without.
  private double[] table(ProductId product, int block, int slot, int leftOut) {
    double[] table = new double[4];
    for (int week = block * weeks / blocks; week < (block + 1) * weeks / blocks; week++) {
      if (week != leftOut) {
        Instant hour = start.plus(Duration.ofHours(week * 168L + slot));
        int side = isAfter(product, hour) ? 0 : 1;
        table[side] += orders(product, hour);
        table[side + 2]++;
      }
    }
    return table;
  }

  private boolean isAfter(ProductId product, Instant hour) {
    for (Posting post : history.posts()) {
      if (post.products().contains(product)
          && !post.at().isAfter(hour)
          && hour.isBefore(post.at().plus(history.window()))) {
        return true;
      }
    }
    return false;
  }

  private int orders(ProductId product, Instant hour) {
    int orders = 0;
    for (Sales sold : history.sales()) {
      if (sold.product().equals(product) && sold.hour().equals(hour)) {
        orders += sold.orders();
      }
    }
    return orders;
  }

  /// Of the logarithm, by leaving out one week after the other.
  double error() {
    double full = Math.log(ratio(-1));
    double squares = 0;
    for (int block = 0; block < blocks; block++) {
      int first = block * weeks / blocks;
      int end = (block + 1) * weeks / blocks;
      for (int week = first; week < end; week++) {
        double size = end - first;
        squares += Math.pow(Math.log(ratio(week)) - full, 2) * (size - 1) / size;
      }
    }
    return Math.sqrt(squares);
  }
}
