package io.hangtag.core.insight;

import java.util.Arrays;
import java.util.List;

/// How much weeks of each label sell beside those of the first label, each block having a level of
/// its own: a Poisson regression whose errors are judged by leaving out a week at a time.
final class WeekRates {
  private static final int ROUNDS = 100;

  private final Weeks weeks;
  private final double[] orders;
  private final double[] exposure;
  private final int[] label;
  private final int labels;
  private final double[] rates;

  private WeekRates(Weeks weeks, double[] orders, double[] exposure, int[] label, int labels) {
    this.weeks = weeks;
    this.orders = orders;
    this.exposure = exposure;
    this.label = label;
    this.labels = labels;
    this.rates = fit(-1);
  }

  /// @param known what the labels are; weeks of other bins are left out
  static WeekRates of(Sample sample, List<Integer> known, int[] binOf) {
    Panel panel = sample.panel();
    double[] orders = new double[binOf.length];
    double[] exposure = new double[binOf.length];
    int[] label = new int[binOf.length];
    double[] daily = panel.ordersByDay();
    for (int day = 0; day < daily.length; day++) {
      orders[day / 7] += daily[day];
    }
    for (int week = 0; week < binOf.length; week++) {
      label[week] = known.indexOf(binOf[week]);
      exposure[week] = sample.demand().trend(week * 7 + 3);
    }
    return new WeekRates(panel.weeks(), orders, exposure, label, known.size());
  }

  /// By proportional fitting: the rates of labels and the levels of blocks in turn.
  private double[] fit(int leftOut) {
    double[] fitted = new double[labels];
    Arrays.fill(fitted, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double[] expected = expected(fitted, leftOut);
      double[] seenOf = new double[labels];
      double[] expectedOf = new double[labels];
      for (int week = 0; week < orders.length; week++) {
        if (week != leftOut && label[week] >= 0) {
          seenOf[label[week]] += orders[week];
          expectedOf[label[week]] += expected[week];
        }
      }
      for (int each = 0; each < labels; each++) {
        fitted[each] *= expectedOf[each] > 0 ? seenOf[each] / expectedOf[each] : 1;
      }
    }
    return fitted;
  }

  /// What weeks sell on average at these rates; 0 for those left out.
  private double[] expected(double[] at, int leftOut) {
    double[] expected = new double[orders.length];
    for (int block = 0; block < weeks.blocks(); block++) {
      double seen = 0;
      double sum = 0;
      for (int week = weeks.firstWeek(block); week < weeks.firstWeek(block + 1); week++) {
        if (week != leftOut && label[week] >= 0) {
          expected[week] = exposure[week] * at[label[week]];
          seen += orders[week];
          sum += expected[week];
        }
      }
      for (int week = weeks.firstWeek(block); week < weeks.firstWeek(block + 1); week++) {
        expected[week] *= sum > 0 ? seen / sum : 0;
      }
    }
    return expected;
  }

  /// Whether all labels can be told apart.
  boolean isKnown() {
    if (labels < 2 || freedom() < 2 || Arrays.stream(rates).anyMatch(rate -> !(rate > 0))) {
      return false;
    }
    for (int each = 1; each < labels; each++) {
      double error = error(each);
      if (!(error > 0) || !Double.isFinite(error)) {
        return false;
      }
    }
    return true;
  }

  private int freedom() {
    int used = (int) Arrays.stream(label).filter(each -> each >= 0).count();
    return used - weeks.blocks() - (labels - 1);
  }

  /// Sales of a label's weeks to those of the first label.
  Estimate estimate(int each) {
    return Estimate.ofLogarithm(logarithm(rates, each), error(each), freedom());
  }

  private static double logarithm(double[] of, int each) {
    return Math.log(of[each] / of[0]);
  }

  /// By the jackknife of weeks within blocks.
  private double error(int each) {
    double[] logarithms = new double[orders.length];
    boolean[] counts = new boolean[orders.length];
    for (int week = 0; week < orders.length; week++) {
      counts[week] = label[week] >= 0;
      logarithms[week] = counts[week] ? logarithm(fit(week), each) : 0;
    }
    return Jackknife.error(weeks, logarithm(rates, each), logarithms, counts);
  }

  /// Whether labels differ at all.
  ShuffledLabels test(WeekShuffle shuffle) {
    double[] same = new double[labels];
    Arrays.fill(same, 1);
    double[] level = expected(same, -1);
    double all = Arrays.stream(level).sum();
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(labels, shuffle);
    double[] shares = new double[labels];
    for (int posts = 0; posts < level.length; posts++) {
      if (label[posts] < 0) {
        continue;
      }
      shares[label[posts]] += level[posts] / all;
      int block = weeks.blockOf(posts);
      for (int sales = weeks.firstWeek(block); sales < weeks.firstWeek(block + 1); sales++) {
        if (label[sales] >= 0) {
          scores.add(label[posts], posts, sales, orders[sales] - level[sales]);
        }
      }
    }
    return scores.test(shares);
  }
}
