package io.hangtag.core.insight;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// The posting calendar moved by whole weeks within its block, many times over: what could as well
/// have been. Habits of weekday and hour, bursts and seasons stay as they are.
final class WeekShuffle {
  private static final int SHUFFLES = 1_999;

  private final Weeks weeks;
  private final int[][] shuffles;

  private WeekShuffle(Weeks weeks, int[][] shuffles) {
    this.weeks = weeks;
    this.shuffles = shuffles;
  }

  static WeekShuffle of(Weeks weeks, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int[][] shuffles = new int[SHUFFLES][weeks.count()];
    for (int[] shuffle : shuffles) {
      for (int block = 0; block < weeks.blocks(); block++) {
        int first = weeks.firstWeek(block);
        for (int week = first; week < weeks.firstWeek(block + 1); week++) {
          int other = first + random.nextInt(week - first + 1);
          shuffle[week] = shuffle[other];
          shuffle[other] = week;
        }
      }
    }
    return new WeekShuffle(weeks, shuffles);
  }

  Weeks weeks() {
    return weeks;
  }

  int count() {
    return shuffles.length;
  }

  /// Which week's posts stand in the place of another week's.
  int standIn(int shuffle, int week) {
    return shuffles[shuffle][week];
  }
}
