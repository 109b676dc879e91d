package io.hangtag.bot.bench;

import java.util.Arrays;

/// How much a made-up shop would sell if nobody posted: trend and seasons, weekdays, good and bad
/// days for all, and fashions, bursts and days of each product.
final class SimulatedDemand {
  static final int DAYS = 182;

  private static final double[] WEEKDAYS = {0.95, 0.9, 0.9, 0.95, 1.05, 1.1, 1.25};
  private static final double[] HOURS = {
    2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 5, 5, 5, 5, 6, 7, 8, 9, 9, 7, 4
  };
  private static final double HOURS_SUM = Arrays.stream(HOURS).sum();
  private static final int MONTH_HALF = 14;

  private final Chance chance;
  private final double ordersPerDay;
  private final double[] sizes;
  private final double[] season;
  private final double[] shocks;
  private final double[][] fashions;

  SimulatedDemand(Chance chance) {
    this.chance = chance;
    this.sizes = new double[(int) Math.round(chance.scaleBetween(1, 80))];
    this.ordersPerDay = chance.scaleBetween(2, 120);
    this.season = season(0.35);
    this.shocks = shocks();
    this.fashions = new double[sizes.length][];
    for (int product = 0; product < sizes.length; product++) {
      sizes[product] = Math.pow(product + 1, -0.8);
      fashions[product] = fashion();
    }
    double sum = Arrays.stream(sizes).sum();
    Arrays.setAll(sizes, product -> sizes[product] / sum);
  }

  int products() {
    return sizes.length;
  }

  /// Orders of a product to be expected in an hour.
  double rate(int product, int day, int hour) {
    return ordersPerDay
        * sizes[product]
        * fashions[product][day]
        * season[day]
        * shocks[day]
        * WEEKDAYS[day % WEEKDAYS.length]
        * HOURS[hour]
        / HOURS_SUM;
  }

  /// What a team can know of demand: season and weekday.
  double outlook(int day) {
    return season[Math.max(0, day)] * WEEKDAYS[Math.floorMod(day, WEEKDAYS.length)];
  }

  /// What a team cannot know but at the day itself.
  double shock(int day) {
    return shocks[Math.max(0, day)];
  }

  /// How likely products are picked: larger ones, and those that sell well this month.
  double[] appeal(int day) {
    double[] appeal = new double[sizes.length];
    int from = Math.max(0, day - MONTH_HALF);
    int to = Math.min(DAYS, Math.max(0, day) + MONTH_HALF);
    for (int product = 0; product < sizes.length; product++) {
      double mean = Arrays.stream(fashions[product], from, to).average().orElse(1);
      appeal[product] = Math.sqrt(sizes[product]) * mean;
    }
    return appeal;
  }

  private double[] season(double height) {
    double growth = chance.between(-0.4, 0.8);
    double slow = chance.between(0, height);
    double fast = chance.between(0, height / 2);
    double slowPhase = chance.between(0, 2 * Math.PI);
    double fastPhase = chance.between(0, 2 * Math.PI);
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double turn = 2 * Math.PI * day / DAYS;
      values[day] =
          Math.exp(
              growth * day / DAYS
                  + slow * Math.sin(turn + slowPhase)
                  + fast * Math.sin(3 * turn + fastPhase));
    }
    return values;
  }

  /// Each day remembers half of the day before.
  private double[] shocks() {
    double[] values = new double[DAYS];
    double last = 0;
    for (int day = 0; day < DAYS; day++) {
      last = 0.5 * last + Math.sqrt(0.75) * 0.15 * chance.normal();
      values[day] = Math.exp(last);
    }
    return values;
  }

  private double[] fashion() {
    double[] values = season(0.3);
    for (int burst = chance.count(1.5); burst > 0; burst--) {
      int from = chance.below(DAYS);
      int to = Math.min(DAYS, from + 1 + chance.below(4));
      double height = chance.between(2, 5);
      for (int day = from; day < to; day++) {
        values[day] *= height;
      }
    }
    for (int day = 0; day < DAYS; day++) {
      values[day] *= chance.factor(8);
    }
    return values;
  }
}
