package io.hangtag.core.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One product at one hour of the week in one block: the same hour in about four weeks, of which
/// some are close to a post and some are not.
final class Stratum {
  private final int product;
  private final int block;
  private final int firstCell;
  private final int[] orders;
  private final int[] latestPost;
  private final int[] nextPost;
  private final double[] exposure;

  private Stratum(int product, int block, int firstCell, int weeks) {
    this.product = product;
    this.block = block;
    this.firstCell = firstCell;
    this.orders = new int[weeks];
    this.latestPost = new int[weeks];
    this.nextPost = new int[weeks];
    this.exposure = new double[weeks];
  }

  private Stratum(Stratum of, double[] exposure) {
    this.product = of.product;
    this.block = of.block;
    this.firstCell = of.firstCell;
    this.orders = of.orders;
    this.latestPost = of.latestPost;
    this.nextPost = of.nextPost;
    this.exposure = exposure;
  }

  /// All of the products asked about that have orders and are, in any week, within a window of a
  /// post: others tell nothing. Each hour counts as busy as the other.
  static List<Stratum> of(Panel panel) {
    List<Stratum> strata = new ArrayList<>();
    for (int target : panel.targets()) {
      ProductHours hours = panel.products().get(target);
      if (hours.isPosted()) {
        addAll(strata, panel, target);
      }
    }
    return strata;
  }

  private static void addAll(List<Stratum> strata, Panel panel, int product) {
    Weeks weeks = panel.weeks();
    ProductHours hours = panel.products().get(product);
    Map<Integer, Stratum> ofProduct = new HashMap<>();
    for (int sale = 0; sale < hours.sales(); sale++) {
      int cell = hours.saleCell(sale);
      int block = weeks.blockOf(cell / Weeks.SLOTS);
      int slot = cell % Weeks.SLOTS;
      int first = weeks.firstWeek(block) * Weeks.SLOTS + slot;
      Stratum stratum =
          ofProduct.computeIfAbsent(
              block * Weeks.SLOTS + slot,
              _ -> new Stratum(product, block, first, weeks.weeksIn(block)));
      stratum.orders[(cell - first) / Weeks.SLOTS] += hours.orders(sale);
    }
    for (Stratum stratum : ofProduct.values()) {
      stratum.fill(panel);
      if (stratum.isNearPosts(panel.windowHours())) {
        strata.add(stratum);
      }
    }
  }

  private void fill(Panel panel) {
    ProductHours hours = panel.products().get(product);
    for (int week = 0; week < orders.length; week++) {
      exposure[week] = panel.weeks().hoursIn(cell(week));
      latestPost[week] = hours.latestPost(cell(week));
      nextPost[week] = hours.nextPost(cell(week));
    }
  }

  private boolean isNearPosts(int hours) {
    return IntStream.range(0, orders.length)
        .anyMatch(week -> sincePost(week) < hours || untilPost(week) <= hours);
  }

  /// The same, with hours as busy as they were.
  static List<Stratum> with(Demand demand, Weeks weeks, List<Stratum> strata) {
    return strata.stream().map(stratum -> stratum.with(demand, weeks)).toList();
  }

  private Stratum with(Demand demand, Weeks weeks) {
    double[] busy = new double[orders.length];
    for (int week = 0; week < orders.length; week++) {
      busy[week] = weeks.hoursIn(cell(week)) * demand.of(product, Weeks.dayOf(cell(week)));
    }
    return new Stratum(this, busy);
  }

  /// Its place in the panel.
  int product() {
    return product;
  }

  int block() {
    return block;
  }

  /// How many weeks its block has.
  int weeks() {
    return orders.length;
  }

  private int cell(int week) {
    return firstCell + week * Weeks.SLOTS;
  }

  int orders(int week) {
    return orders[week];
  }

  /// What share of its orders may be expected in a week, in any unit.
  double exposure(int week) {
    return exposure[week];
  }

  /// Hours since the latest post of the product.
  int sincePost(int week) {
    return cell(week) - latestPost[week];
  }

  /// The cell of the latest post of the product.
  int latestPost(int week) {
    return latestPost[week];
  }

  /// Hours until the next post of the product.
  int untilPost(int week) {
    return nextPost[week] - cell(week);
  }
}
