package io.hangtag.core.insight;

/// How much data it takes to see half as much again, four times out of five.
final class Planning {
  /// Normal quantiles of 97.5 % and 80 %.
  private static final double REACH = 1.96 + 0.84;

  private static final double HALF_AGAIN = Math.log(1.5);

  /// Expected orders after posts that show half as much again where sales vary by chance alone.
  private static final double ORDERS = 80;

  private Planning() {}

  /// About how many posts; 0: not to be told.
  static long posts(int posts, RateRatio ratio) {
    if (posts > 0 && Lift.isEnough(ratio)) {
      return (long) Math.ceil(posts * Math.pow(REACH * ratio.error() / HALF_AGAIN, 2));
    }
    return byOrders(posts, ratio.byChance());
  }

  /// About how many posts to see it in one of so many slots; 0: not to be told.
  static long slots(int slots, Slotting slotting) {
    Sample sample = slotting.sample();
    double firstDay =
        sample.windows().byChance() * Math.min(1, 24.0 / sample.panel().windowHours());
    return slots * byOrders(sample.panel().postCount(), firstDay);
  }

  private static long byOrders(int posts, double orders) {
    return posts == 0 || !(orders > 0) ? 0 : (long) Math.ceil(posts * ORDERS / orders);
  }
}
