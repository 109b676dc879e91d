package io.hangtag.core.insight;

/// An insight.
///
/// @param details figures behind it
public record Finding<T>(T details, Evidence evidence) {
  /// Whether it says that there is a difference.
  public boolean claims() {
    return evidence.verdict() == Verdict.DIFFERENCE;
  }
}
