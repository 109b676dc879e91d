package io.hangtag.core.insight;

import io.hangtag.core.insight.Contrast.Side;
import java.util.List;
import java.util.function.ToIntFunction;

/// A history made ready for all insights.
///
/// @param windows the window after posts against all other hours
record Sample(
    Panel panel, DemandIndex demand, List<Stratum> strata, WeekShuffle shuffle, RateRatio windows) {
  private static final int ROUNDS = 3;
  private static final double LARGEST = 20;

  static Sample of(Panel panel) {
    Contrast window = Contrast.window(panel.windowHours());
    List<Stratum> plain = Stratum.of(panel);
    DemandIndex demand = DemandIndex.of(panel, 1);
    List<Stratum> strata = Stratum.with(demand, panel.weeks(), plain);
    RateRatio ratio = RateRatio.of(strata, panel.weeks(), window);
    // What posts brought is no demand; how much that is depends on demand.
    for (int round = 0; round < ROUNDS && Lift.isEnough(ratio); round++) {
      demand = DemandIndex.of(panel, Math.clamp(ratio.ratio(), 1 / LARGEST, LARGEST));
      strata = Stratum.with(demand, panel.weeks(), plain);
      ratio = RateRatio.of(strata, panel.weeks(), window);
    }
    return new Sample(panel, demand, strata, WeekShuffle.of(panel.weeks(), panel.seed()), ratio);
  }

  RateRatio compare(Contrast contrast) {
    return RateRatio.of(strata, panel.weeks(), contrast);
  }

  /// Adds what the windows after posts had beyond what their hours would have without any effect.
  ///
  /// @param label of a stratum; negative: left out
  void scoreWindows(ShuffledLabels.Scores scores, ToIntFunction<Stratum> label) {
    Contrast window = Contrast.window(panel.windowHours());
    for (Stratum stratum : strata) {
      int each = label.applyAsInt(stratum);
      double[] beyond = beyond(stratum, 1);
      int first = panel.weeks().firstWeek(stratum.block());
      for (int week = 0; week < beyond.length; week++) {
        if (window.side(stratum, week) == Side.AFTER) {
          scores.addAll(each, first + week, first, beyond);
        }
      }
    }
  }

  /// Orders of each week beyond what is expected if products sell `ratio` times as often after
  /// posts; what varies more after posts for that alone is scaled back.
  double[] beyond(Stratum stratum, double ratio) {
    double[] scale = new double[stratum.weeks()];
    double exposure = 0;
    long orders = 0;
    for (int week = 0; week < scale.length; week++) {
      scale[week] = stratum.sincePost(week) < panel.windowHours() ? ratio : 1;
      exposure += stratum.exposure(week) * scale[week];
      orders += stratum.orders(week);
    }
    double[] beyond = new double[scale.length];
    for (int week = 0; week < scale.length; week++) {
      double expected = orders * stratum.exposure(week) * scale[week] / exposure;
      beyond[week] = (stratum.orders(week) - expected) / Math.sqrt(scale[week]);
    }
    return beyond;
  }
}
