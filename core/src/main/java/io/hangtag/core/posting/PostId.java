package io.hangtag.core.posting;

/// Hangtag's number of a post.
public record PostId(long value) {
  public PostId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
