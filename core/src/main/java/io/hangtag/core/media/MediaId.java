package io.hangtag.core.media;

/// Hangtag's number of a media item, short enough to say: "photo 42".
public record MediaId(long value) {
  public MediaId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
