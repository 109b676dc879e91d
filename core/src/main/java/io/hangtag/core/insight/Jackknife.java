package io.hangtag.core.insight;

/// How far a figure moves when a week is left out.
final class Jackknife {
  private Jackknife() {}

  /// The standard error of a figure, its blocks being strata of weeks.
  ///
  /// @param without the figure without each week
  /// @param counts which weeks take part
  static double error(Weeks weeks, double figure, double[] without, boolean[] counts) {
    double squares = 0;
    for (int block = 0; block < weeks.blocks(); block++) {
      double own = 0;
      int count = 0;
      for (int week = weeks.firstWeek(block); week < weeks.firstWeek(block + 1); week++) {
        if (counts[week]) {
          own += Math.pow(without[week] - figure, 2);
          count++;
        }
      }
      squares += count == 0 ? 0 : own * (count - 1) / count;
    }
    return Math.sqrt(squares);
  }
}
