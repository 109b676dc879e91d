package io.hangtag.core.insight;

/// What an insight comes to.
public enum Verdict {
  /// There is a difference, of grade B or better.
  DIFFERENCE,
  /// No difference stands out; a small one may still be there.
  NONE_STANDS_OUT,
  NOT_ENOUGH_DATA
}
