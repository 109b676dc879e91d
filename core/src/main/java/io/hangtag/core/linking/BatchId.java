package io.hangtag.core.linking;

/// The number of what was done to links at once, and is undone at once.
public record BatchId(long value) {
  public BatchId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
