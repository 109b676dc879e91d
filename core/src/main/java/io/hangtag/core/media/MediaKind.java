package io.hangtag.core.media;

import java.util.Locale;

/// What sort of file a media item is.
public enum MediaKind {
  PHOTO,
  VIDEO,
  /// A silent, looping one: a GIF.
  ANIMATION,
  /// A photo or video sent as a file.
  DOCUMENT;

  /// As JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind with this code.
  ///
  /// @throws IllegalArgumentException if there is none
  public static MediaKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
