package io.hangtag.core.insight;

import java.util.List;

/// How many times as often products sold after posts as without, by Mantel and Haenszel over
/// [strata][Stratum]; its error is judged by how far it moves when a week is left out.
///
/// @param ratio after to without; 0, infinite or not a number where a side sold nothing
/// @param error standard error of the ratio's logarithm
/// @param freedom degrees of freedom of that error
/// @param after orders after posts
/// @param byChance orders that were to be expected there had posts changed nothing
/// @param weight of those expected orders, how many had something to be compared with
record RateRatio(
    double ratio, double error, int freedom, long after, double byChance, double weight) {

  static RateRatio of(List<Stratum> strata, Weeks weeks, Contrast contrast) {
    Sums sums = new Sums(weeks);
    for (Stratum stratum : strata) {
      sums.add(stratum, contrast);
    }
    return sums.ratio();
  }

  /// Whether it can be told at all.
  boolean isKnown() {
    return ratio > 0
        && Double.isFinite(ratio)
        && freedom >= 2
        && error > 0
        && Double.isFinite(error);
  }

  /// With its 90 % interval.
  Estimate estimate() {
    return Estimate.ofLogarithm(Math.log(ratio), error, freedom);
  }

  /// What strata add up to, all weeks together and without each of them.
  private static final class Sums {
    private final Weeks weeks;
    private final double[] numerators;
    private final double[] denominators;
    private final boolean[] tells;
    private double numerator;
    private double denominator;
    private long ordersAfter;
    private double byChance;
    private double weight;

    Sums(Weeks weeks) {
      this.weeks = weeks;
      this.numerators = new double[weeks.count()];
      this.denominators = new double[weeks.count()];
      this.tells = new boolean[weeks.count()];
    }

    void add(Stratum stratum, Contrast contrast) {
      Table all = Table.without(stratum, contrast, -1);
      ordersAfter += all.ordersAfter;
      byChance += all.byChance();
      if (!all.isTelling()) {
        return;
      }
      numerator += all.numerator();
      denominator += all.denominator();
      weight += all.byChance();
      int first = weeks.firstWeek(stratum.block());
      for (int week = 0; week < stratum.weeks(); week++) {
        if (contrast.side(stratum, week) != Contrast.Side.ASIDE) {
          Table rest = Table.without(stratum, contrast, week);
          numerators[first + week] += rest.numerator() - all.numerator();
          denominators[first + week] += rest.denominator() - all.denominator();
          tells[first + week] = true;
        }
      }
    }

    RateRatio ratio() {
      return new RateRatio(
          numerator / denominator, error(), freedom(), ordersAfter, byChance, weight);
    }

    /// By the jackknife of weeks within blocks.
    private double error() {
      double[] logarithms = new double[weeks.count()];
      for (int week = 0; week < logarithms.length; week++) {
        double rest = numerator + numerators[week];
        logarithms[week] = Math.log(rest / (denominator + denominators[week]));
      }
      return Jackknife.error(weeks, Math.log(numerator / denominator), logarithms, tells);
    }

    private int freedom() {
      int count = 0;
      for (boolean each : tells) {
        count += each ? 1 : 0;
      }
      return count - 1;
    }
  }

  /// The two sides of a stratum.
  private record Table(
      long ordersAfter, long ordersWithout, double exposureAfter, double exposureWithout) {

    /// @param left the week that is left out; -1: none
    static Table without(Stratum stratum, Contrast contrast, int left) {
      long ordersAfter = 0;
      long ordersWithout = 0;
      double exposureAfter = 0;
      double exposureWithout = 0;
      for (int week = 0; week < stratum.weeks(); week++) {
        Contrast.Side side = week == left ? Contrast.Side.ASIDE : contrast.side(stratum, week);
        if (side == Contrast.Side.AFTER) {
          ordersAfter += stratum.orders(week);
          exposureAfter += stratum.exposure(week);
        } else if (side == Contrast.Side.WITHOUT) {
          ordersWithout += stratum.orders(week);
          exposureWithout += stratum.exposure(week);
        }
      }
      return new Table(ordersAfter, ordersWithout, exposureAfter, exposureWithout);
    }

    boolean isTelling() {
      return exposureAfter > 0 && exposureWithout > 0 && ordersAfter + ordersWithout > 0;
    }

    double numerator() {
      return isTelling() ? ordersAfter * exposureWithout / (exposureAfter + exposureWithout) : 0;
    }

    double denominator() {
      return isTelling() ? ordersWithout * exposureAfter / (exposureAfter + exposureWithout) : 0;
    }

    double byChance() {
      double exposure = exposureAfter + exposureWithout;
      return exposure > 0 ? (ordersAfter + ordersWithout) * exposureAfter / exposure : 0;
    }
  }
}
