package io.hangtag.core.insight;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/// Posts and orders of each day, beside what is usual for the weekday in its block.
final class DailySeries {
  private static final int RESAMPLES = 1_000;
  private static final int RUN = 7;

  private final Weeks weeks;
  private final Panel panel;
  private final double[] orders;

  private DailySeries(Panel panel, double[] orders) {
    this.weeks = panel.weeks();
    this.panel = panel;
    this.orders = orders;
  }

  static DailySeries of(Sample sample) {
    Panel panel = sample.panel();
    double[] orders = panel.ordersByDay();
    double[] trend =
        IntStream.range(0, orders.length).mapToDouble(sample.demand()::trend).toArray();
    double[] usual = usual(panel.weeks(), orders, trend);
    for (int day = 0; day < orders.length; day++) {
      orders[day] = (orders[day] - usual[day]) / Math.sqrt(Math.max(usual[day], 0.1));
    }
    return new DailySeries(panel, ranks(orders));
  }

  /// The mean of the weekday in its block, by trend.
  private static double[] usual(Weeks weeks, double[] values, double[] trend) {
    double[] sums = new double[7 * weeks.blocks()];
    double[] trends = new double[7 * weeks.blocks()];
    for (int day = 0; day < values.length; day++) {
      sums[weeks.blockOf(day / 7) * 7 + day % 7] += values[day];
      trends[weeks.blockOf(day / 7) * 7 + day % 7] += trend[day];
    }
    double[] usual = new double[values.length];
    for (int day = 0; day < values.length; day++) {
      int group = weeks.blockOf(day / 7) * 7 + day % 7;
      usual[day] = sums[group] * trend[day] / trends[group];
    }
    return usual;
  }

  /// Ranks with mean 0 and square sum 1; all 0 if all are the same.
  private static double[] ranks(double[] values) {
    double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).apply(values);
    double mean = (values.length + 1) / 2.0;
    double squares = 0;
    for (int day = 0; day < ranks.length; day++) {
      ranks[day] -= mean;
      squares += ranks[day] * ranks[day];
    }
    for (int day = 0; day < ranks.length && squares > 0; day++) {
      ranks[day] /= Math.sqrt(squares);
    }
    return ranks;
  }

  /// Ranks of the posts of the days `from` to `to` before each day; negative: after it.
  double[] posts(int from, int to) {
    double[] posts = new double[orders.length];
    for (int cell : panel.posts()) {
      for (int lag = from; lag <= to; lag++) {
        int day = Weeks.dayOf(cell) + lag;
        if (day >= 0 && day < posts.length) {
          posts[day]++;
        }
      }
    }
    double[] even = new double[posts.length];
    Arrays.fill(even, 1);
    double[] usual = usual(weeks, posts, even);
    for (int day = 0; day < posts.length; day++) {
      // Rounded, so that what is the same stays a tie.
      posts[day] = Math.round((posts[day] - usual[day]) * 1e6) / 1e6;
    }
    return ranks(posts);
  }

  boolean varies(double[] posts) {
    return norm(posts) > 0 && norm(orders) > 0;
  }

  private static double norm(double[] values) {
    return dot(values, values);
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int day = 0; day < one.length; day++) {
      sum += one[day] * other[day];
    }
    return sum;
  }

  double spearman(double[] posts) {
    return dot(posts, orders);
  }

  /// With its interval from runs of seven days that are drawn anew.
  Estimate correlation(double[] posts, long seed) {
    double seen = transformed(spearman(posts));
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(~seed);
    double squares = 0;
    for (int resample = 0; resample < RESAMPLES; resample++) {
      squares += Math.pow(transformed(resampled(posts, random)) - seen, 2);
    }
    int freedom = weeks.count() - weeks.blocks() - 1;
    // What blocks took for their levels does not vary any more, but would have.
    double spread = squares / RESAMPLES * weeks.count() / (weeks.count() - weeks.blocks());
    double reach = Estimate.quantile(freedom) * Math.sqrt(spread);
    return new Estimate(Math.tanh(seen), Math.tanh(seen - reach), Math.tanh(seen + reach));
  }

  private double resampled(double[] posts, UniformRandomProvider random) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    int drawn = 0;
    while (drawn < orders.length) {
      int start = random.nextInt(orders.length - RUN + 1);
      for (int day = start; day < start + RUN && drawn < orders.length; day++, drawn++) {
        x += posts[day];
        y += orders[day];
        xx += posts[day] * posts[day];
        yy += orders[day] * orders[day];
        xy += posts[day] * orders[day];
      }
    }
    double spread = Math.sqrt((xx - x * x / drawn) * (yy - y * y / drawn));
    return spread > 0 ? (xy - x * y / drawn) / spread : 0;
  }

  /// By Fisher, so that intervals stay between -1 and 1.
  private static double transformed(double correlation) {
    double inside = Math.clamp(correlation, -0.999, 0.999);
    return 0.5 * Math.log((1 + inside) / (1 - inside));
  }

  ShuffledLabels test(double[] posts, WeekShuffle shuffle) {
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(1, shuffle);
    for (int block = 0; block < weeks.blocks(); block++) {
      for (int one = weeks.firstWeek(block); one < weeks.firstWeek(block + 1); one++) {
        for (int other = weeks.firstWeek(block); other < weeks.firstWeek(block + 1); other++) {
          for (int day = 0; day < 7; day++) {
            scores.add(0, one, other, posts[one * 7 + day] * orders[other * 7 + day]);
          }
        }
      }
    }
    return scores.test();
  }
}
