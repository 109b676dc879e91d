package io.hangtag.core.linking;

/// Hangtag's number of a link.
public record LinkId(long value) {
  public LinkId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
