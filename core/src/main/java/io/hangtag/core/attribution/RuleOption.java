package io.hangtag.core.attribution;

import java.util.Locale;

/// A way of counting that is asked for and never kept.
public enum RuleOption {
  /// Orders that are not paid yet are excluded.
  PAID_ONLY,
  /// A link counts for orders only that came after somebody had made or confirmed it: so nobody
  /// can choose media after seeing what sold.
  STRICT_AS_OF,
  /// Of several posts of one media item in the window only the latest is a touch.
  COLLAPSE_REPEATS;

  /// As the command line and JSON write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
