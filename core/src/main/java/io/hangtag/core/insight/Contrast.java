package io.hangtag.core.insight;

/// Which hours are compared with which.
interface Contrast {
  Side side(Stratum stratum, int week);

  /// Where an hour stands in a comparison.
  enum Side {
    AFTER,
    WITHOUT,
    ASIDE
  }

  /// The window after a post of the product, against all other hours.
  static Contrast window(int hours) {
    return (stratum, week) -> stratum.sincePost(week) < hours ? Side.AFTER : Side.WITHOUT;
  }

  /// The window before a post, where a post cannot have done anything, against hours far from
  /// posts.
  static Contrast placebo(int hours) {
    return (stratum, week) -> {
      if (stratum.sincePost(week) < hours) {
        return Side.ASIDE;
      }
      return stratum.untilPost(week) <= hours ? Side.AFTER : Side.WITHOUT;
    };
  }
}
