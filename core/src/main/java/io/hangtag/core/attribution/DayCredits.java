package io.hangtag.core.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Consumer;

/// Adds credits up by day, product, showing and currency, and gives each sum away as soon as the
/// lines have gone past it.
final class DayCredits implements CreditSink {
  private static final long NO_ORDER = -1;

  private final Lines lines;
  private final Touches touches;
  private final ZoneId zone;
  private final Consumer<CreditDay> days;

  private final long[] nets;
  private final long[] millionths;
  private final int[] orders;
  private final int[] ordersOfLink;
  private final int[] ordersOfProduct;
  private final long[] lastOrder;
  private final long[] lastOrderOfLink;
  private long lastOrderOfProduct = NO_ORDER;

  // The showings with sums not given away yet, in the order of their first credit.
  private final int[] open;
  private int opened;
  private int groupLine = -1;
  private long day;
  private long dayEnd;
  private long credits;

  DayCredits(Stretch stretch, ZoneId zone, Consumer<CreditDay> days) {
    this.lines = stretch.lines();
    this.touches = stretch.touches();
    this.zone = zone;
    this.days = days;
    int showings = touches.showings();
    this.nets = new long[showings];
    this.millionths = new long[showings];
    this.orders = new int[showings];
    this.ordersOfLink = new int[showings];
    this.ordersOfProduct = new int[showings];
    this.lastOrder = filled(showings);
    this.lastOrderOfLink = filled(touches.links());
    this.open = new int[showings];
  }

  private static long[] filled(int length) {
    long[] array = new long[length];
    Arrays.fill(array, NO_ORDER);
    return array;
  }

  /// How many credits there were.
  long credits() {
    return credits;
  }

  @Override
  public void credit(int line, int showing, long net, int part) {
    if (groupLine < 0 || !lines.sameGroup(groupLine, line) || lines.micros(line) >= dayEnd) {
      close();
      begin(line);
    }
    credits++;
    if (orders[showing] == 0) {
      open[opened++] = showing;
    }
    nets[showing] += net;
    millionths[showing] += part;
    count(lines.order(line), showing);
  }

  // Nothing is kept of lines without credit.

  @Override
  public void untouched(int line) {}

  @Override
  public void none(int line, Reason reason) {}

  private void count(long order, int showing) {
    if (lastOrder[showing] != order) {
      lastOrder[showing] = order;
      orders[showing]++;
    }
    int link = touches.linkNumber(showing);
    if (lastOrderOfLink[link] != order) {
      lastOrderOfLink[link] = order;
      ordersOfLink[showing]++;
    }
    if (lastOrderOfProduct != order) {
      lastOrderOfProduct = order;
      ordersOfProduct[showing]++;
    }
  }

  private void begin(int line) {
    groupLine = line;
    LocalDate date =
        Instant.ofEpochSecond(Math.floorDiv(lines.micros(line), 1_000_000L))
            .atZone(zone)
            .toLocalDate();
    day = date.toEpochDay();
    dayEnd = date.plusDays(1).atStartOfDay(zone).toEpochSecond() * 1_000_000L;
  }

  /// Gives away the sums that are still open; to be called once more behind the last line.
  void close() {
    for (int i = 0; i < opened; i++) {
      give(open[i]);
      forget(open[i]);
    }
    opened = 0;
    lastOrderOfProduct = NO_ORDER;
  }

  private void give(int showing) {
    days.accept(
        new CreditDay(
            lines.product(groupLine),
            day,
            touches.post(touches.touchOf(showing)),
            touches.link(showing),
            lines.currency(groupLine),
            touches.media(showing),
            nets[showing],
            millionths[showing],
            orders[showing],
            ordersOfLink[showing],
            ordersOfProduct[showing]));
  }

  private void forget(int showing) {
    nets[showing] = 0;
    millionths[showing] = 0;
    orders[showing] = 0;
    ordersOfLink[showing] = 0;
    ordersOfProduct[showing] = 0;
    lastOrder[showing] = NO_ORDER;
    lastOrderOfLink[touches.linkNumber(showing)] = NO_ORDER;
  }
}
