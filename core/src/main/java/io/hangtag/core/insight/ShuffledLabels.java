package io.hangtag.core.insight;

/// How unusual what was sold is beside what shuffled posting calendars give, for several labels
/// (for example weekdays) at once.
///
/// @param p of any label at all
/// @param single of each label by itself
/// @param adjusted of each label, given that all were looked at
record ShuffledLabels(double p, Labels single, Labels adjusted) {
  // Shuffles that come to the same must count as the same.
  private static final double ROUNDING = 1e-9;

  /// A p-value of each label.
  interface Labels {
    double of(int label);
  }

  /// What sold beyond its share in a week, had another week's posts stood there.
  static final class Scores {
    private final double[][] scores;
    private final WeekShuffle shuffle;
    private final int weeks;

    Scores(int labels, WeekShuffle shuffle) {
      this.shuffle = shuffle;
      this.weeks = shuffle.weeks().count();
      this.scores = new double[labels][weeks * weeks];
    }

    void add(int label, int weekOfPosts, int weekOfSales, double score) {
      scores[label][weekOfPosts * weeks + weekOfSales] += score;
    }

    /// @param label negative: adds nothing
    /// @param beyond of consecutive weeks from `firstWeekOfSales` on
    void addAll(int label, int weekOfPosts, int firstWeekOfSales, double[] beyond) {
      for (int week = 0; label >= 0 && week < beyond.length; week++) {
        add(label, weekOfPosts, firstWeekOfSales + week, beyond[week]);
      }
    }

    /// @param shares of the labels in what all of them have in common; none: each for itself
    ShuffledLabels test(double... shares) {
      double[] seen = new double[scores.length];
      double[][] shuffled = new double[shuffle.count()][scores.length];
      for (int label = 0; label < scores.length; label++) {
        for (int week = 0; week < weeks; week++) {
          seen[label] += scores[label][week * weeks + week];
          for (int round = 0; round < shuffled.length; round++) {
            shuffled[round][label] += scores[label][shuffle.standIn(round, week) * weeks + week];
          }
        }
      }
      center(seen, shares);
      for (double[] round : shuffled) {
        center(round, shares);
      }
      return compare(seen, shuffled);
    }

    private static void center(double[] values, double[] shares) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      for (int label = 0; label < shares.length; label++) {
        values[label] -= shares[label] * sum;
      }
    }
  }

  private static ShuffledLabels compare(double[] seen, double[][] shuffled) {
    double[] spread = spread(seen.length, shuffled);
    double[] own = standard(seen, spread);
    int any = 1;
    int[] single = new int[seen.length];
    int[] adjusted = new int[seen.length];
    for (double[] round : shuffled) {
      double[] other = standard(round, spread);
      double largest = 0;
      for (double value : other) {
        largest = Math.max(largest, value);
      }
      for (int label = 0; label < own.length; label++) {
        single[label] += reaches(other[label], own[label]);
        adjusted[label] += reaches(largest, own[label]);
      }
      any += reaches(squares(other), squares(own));
    }
    double rounds = shuffled.length + 1.0;
    return new ShuffledLabels(
        any / rounds,
        label -> (1 + single[label]) / rounds,
        label -> (1 + adjusted[label]) / rounds);
  }

  private static int reaches(double value, double other) {
    return value >= other - ROUNDING ? 1 : 0;
  }

  /// How much each label varies from shuffle to shuffle.
  private static double[] spread(int labels, double[][] shuffled) {
    double[] spread = new double[labels];
    for (double[] round : shuffled) {
      for (int label = 0; label < labels; label++) {
        spread[label] += round[label] * round[label] / shuffled.length;
      }
    }
    for (int label = 0; label < labels; label++) {
      spread[label] = Math.sqrt(spread[label]);
    }
    return spread;
  }

  private static double[] standard(double[] values, double[] spread) {
    double[] standard = new double[values.length];
    for (int label = 0; label < values.length; label++) {
      standard[label] = spread[label] > ROUNDING ? Math.abs(values[label]) / spread[label] : 0;
    }
    return standard;
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
