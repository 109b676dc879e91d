package io.hangtag.core.insight;

import org.jspecify.annotations.Nullable;

/// What was computed for an insight, before it is judged beside the others.
///
/// @param n posts or weeks
/// @param estimate null: none to show
/// @param isPicked whether the estimate is that of the most unusual of several, and so worth
///     showing only if it stands out
/// @param p null: not enough data
/// @param isClean whether nothing of it shows before posts too
record Result<T>(
    T details,
    long n,
    @Nullable Estimate estimate,
    boolean isPicked,
    @Nullable Double p,
    boolean isClean) {

  static <T> Result<T> notEnough(T details, long n) {
    return new Result<>(details, n, null, false, null, true);
  }

  static <T> Result<T> overall(T details, long n, Tested tested) {
    return new Result<>(details, n, tested.estimate(), false, tested.p(), tested.isClean());
  }

  static <T> Result<T> picked(T details, long n, Tested tested) {
    return new Result<>(details, n, tested.estimate(), true, tested.p(), tested.isClean());
  }

  /// What a test came to.
  record Tested(@Nullable Estimate estimate, double p, boolean isClean) {}
}
