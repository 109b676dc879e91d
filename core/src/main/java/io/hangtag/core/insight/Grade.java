package io.hangtag.core.insight;

/// How good the evidence of an insight is.
public enum Grade {
  /// From an experiment; there is none yet.
  A,
  /// Stands after all that was looked at is counted in, and nothing of it shows before posts.
  B,
  /// Suggestive only.
  C,
  /// Nothing to be seen, or not enough data.
  D
}
