package io.hangtag.core.media;

/// Hangtag's number of an album.
public record AlbumId(long value) {
  public AlbumId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
