package io.hangtag.core.insight;

/// How sales rise and fall over weeks; 1 on average.
///
/// A week's trend is that of its neighbours: it does not explain itself.
final class Trend {
  /// Of the first, second and third week before and after.
  private static final double[] WEIGHTS = {3, 2, 1};

  private static final double LEAST = 0.05;

  private final double[] weekly;

  private Trend(double[] weekly) {
    this.weekly = weekly;
  }

  /// @param daily whole weeks
  static Trend of(double[] daily) {
    double[] weeks = new double[daily.length / 7];
    double sum = 0;
    for (int day = 0; day < daily.length; day++) {
      weeks[day / 7] += daily[day];
      sum += daily[day];
    }
    double[] weekly = new double[weeks.length];
    for (int week = 0; week < weeks.length; week++) {
      weekly[week] = sum > 0 ? Math.max(LEAST, aroundWithout(week, weeks) * weeks.length / sum) : 1;
    }
    return new Trend(weekly);
  }

  /// What a line through the neighbours says of the week itself; at the ends, where a line would
  /// run away with the noise of few weeks, their mean.
  private static double aroundWithout(int week, double[] weeks) {
    double weight = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int away = -WEIGHTS.length; away <= WEIGHTS.length; away++) {
      if (away != 0 && week + away >= 0 && week + away < weeks.length) {
        double own = WEIGHTS[Math.abs(away) - 1];
        weight += own;
        x += own * away;
        y += own * weeks[week + away];
        xx += own * away * away;
        xy += own * away * weeks[week + away];
      }
    }
    if (weight == 0) {
      return weeks[week];
    }
    boolean isAtEnd = week < 2 || week > weeks.length - 3;
    return isAtEnd ? y / weight : (xx * y - x * xy) / (weight * xx - x * x);
  }

  double of(int day) {
    // Weeks stand for their middle.
    double place = Math.clamp((day - 3) / 7.0, 0, weekly.length - 1.0);
    int left = (int) place;
    int right = Math.min(left + 1, weekly.length - 1);
    return weekly[left] + (place - left) * (weekly[right] - weekly[left]);
  }
}
