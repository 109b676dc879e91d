package io.hangtag.core.merging;

/// Hangtag's number of what made one item of two.
public record MergeId(long value) {
  public MergeId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
