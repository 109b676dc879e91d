package io.hangtag.core.insight;

import io.hangtag.core.insight.Result.Tested;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How days with more posts just before them go together with days of more orders, once weekdays,
/// trend and the level of each block are taken out.
///
/// @param days compared
/// @param correlation of Spearman, between posts of the window that ends with a day and that day's
///     orders; null: not enough data
/// @param lags the same with the posts of one single day: of the day itself, one, two and three
///     days before
/// @param placebo with the posts of the days after it, which cannot have done anything
/// @param strength in a word, by the interval's end nearest to none
public record Correlation(
    int days,
    @Nullable Estimate correlation,
    List<Double> lags,
    double placebo,
    Strength strength) {
  private static final int MIN_WEEKS = 8;
  private static final int MIN_POSTS = 10;
  private static final int MIN_ORDERS = 50;
  private static final int LAGS = 4;

  public Correlation {
    lags = List.copyOf(lags);
  }

  /// How strong a correlation is.
  public enum Strength {
    NONE,
    WEAK,
    MODERATE,
    STRONG;

    static Strength of(@Nullable Estimate correlation) {
      if (correlation == null || correlation.low() * correlation.high() <= 0) {
        return NONE;
      }
      double nearest = Math.min(Math.abs(correlation.low()), Math.abs(correlation.high()));
      if (nearest < 0.1) {
        return NONE;
      }
      if (nearest < 0.3) {
        return WEAK;
      }
      return nearest < 0.5 ? MODERATE : STRONG;
    }
  }

  static Result<Correlation> of(Sample sample) {
    Panel panel = sample.panel();
    if (panel.weeks().count() < MIN_WEEKS
        || panel.postCount() < MIN_POSTS
        || panel.orders() < MIN_ORDERS) {
      return unknown(panel);
    }
    DailySeries days = DailySeries.of(sample);
    int window = Math.max(1, Math.round(panel.windowHours() / 24f));
    double[] posts = days.posts(0, window - 1);
    if (!days.varies(posts)) {
      return unknown(panel);
    }
    Estimate estimate = days.correlation(posts, panel.seed());
    double placebo = days.spearman(days.posts(-window, -1));
    boolean isClean =
        Math.abs(placebo) < Math.abs(estimate.value()) || placebo * estimate.value() < 0;
    return Result.overall(
        new Correlation(panel.weeks().days(), estimate, lags(days), placebo, Strength.of(estimate)),
        panel.postCount(),
        new Tested(estimate, days.test(posts, sample.shuffle()).p(), isClean));
  }

  private static Result<Correlation> unknown(Panel panel) {
    return Result.notEnough(
        new Correlation(panel.weeks().days(), null, List.of(), 0, Strength.NONE),
        panel.postCount());
  }

  private static List<Double> lags(DailySeries days) {
    return IntStream.range(0, LAGS).mapToObj(lag -> days.spearman(days.posts(lag, lag))).toList();
  }
}
