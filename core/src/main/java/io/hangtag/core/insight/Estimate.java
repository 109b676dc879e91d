package io.hangtag.core.insight;

import org.apache.commons.statistics.distribution.TDistribution;

/// A figure with its 90 % interval.
public record Estimate(double value, double low, double high) {
  /// How often such an interval has the true figure in it.
  public static final double LEVEL = 0.90;

  private static final double UPPER = (1 + LEVEL) / 2;

  /// @param error standard error of the logarithm
  static Estimate ofLogarithm(double logarithm, double error, int freedom) {
    double reach = quantile(freedom) * error;
    return new Estimate(
        Math.exp(logarithm), Math.exp(logarithm - reach), Math.exp(logarithm + reach));
  }

  static double quantile(int freedom) {
    return TDistribution.of(freedom).inverseCumulativeProbability(UPPER);
  }

  public boolean contains(double truth) {
    return low <= truth && truth <= high;
  }
}
