package io.hangtag.core.insight;

import io.hangtag.core.insight.Result.Tested;
import org.jspecify.annotations.Nullable;

/// Sales after posts beside sales of the same products at the same hours of other weeks.
///
/// @param weeks that the history has
/// @param posts that show a product asked about
/// @param orders of these products
/// @param ordersAfter of them within the window after a post, to the full hour
/// @param byChance as many were to be expected there had posts changed nothing
/// @param ratio how many times as often products sold after posts; null: not enough data
/// @param placebo the same of the window before posts; null: not enough data
/// @param postsNeeded about how many it takes to see half as much again; 0: not to be told
public record Lift(
    int weeks,
    long posts,
    long orders,
    long ordersAfter,
    double byChance,
    @Nullable Estimate ratio,
    @Nullable Estimate placebo,
    long postsNeeded) {
  static final int MIN_WEEKS = 8;
  private static final int MIN_POSTS = 8;
  private static final double MIN_ORDERS = 20;

  static Result<Lift> of(Sample sample) {
    Panel panel = sample.panel();
    RateRatio ratio = sample.windows();
    int posts = panel.postCount();
    if (panel.weeks().count() < MIN_WEEKS || posts < MIN_POSTS || !isEnough(ratio)) {
      return Result.notEnough(lift(panel, ratio, null, null), posts);
    }
    Estimate estimate = ratio.estimate();
    Estimate placebo = placebo(sample);
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(1, sample.shuffle());
    sample.scoreWindows(scores, _ -> 0);
    return Result.overall(
        lift(panel, ratio, estimate, placebo),
        posts,
        new Tested(estimate, scores.test().p(), isClean(estimate, placebo)));
  }

  static boolean isEnough(RateRatio ratio) {
    return ratio.isKnown() && ratio.weight() >= MIN_ORDERS;
  }

  private static Lift lift(
      Panel panel, RateRatio ratio, @Nullable Estimate estimate, @Nullable Estimate placebo) {
    return new Lift(
        panel.weeks().count(),
        panel.postCount(),
        panel.orders(),
        ratio.after(),
        ratio.byChance(),
        estimate,
        placebo,
        Planning.posts(panel.postCount(), ratio));
  }

  private static @Nullable Estimate placebo(Sample sample) {
    RateRatio before = sample.compare(Contrast.placebo(sample.panel().windowHours()));
    return isEnough(before) ? before.estimate() : null;
  }

  /// Whether sales were not up (or down) before posts already.
  private static boolean isClean(Estimate ratio, @Nullable Estimate placebo) {
    if (placebo == null) {
      return true;
    }
    return ratio.value() > 1 ? placebo.low() <= 1 : placebo.high() >= 1;
  }

  /// Share of orders that came within the window after a post; 0 without orders.
  public double coverage() {
    return orders == 0 ? 0 : ordersAfter / (double) orders;
  }

  /// The share that was to be expected there had posts changed nothing; 0 without orders.
  public double chanceCoverage() {
    return orders == 0 ? 0 : byChance / orders;
  }
}
