package io.hangtag.core.media;

import java.util.Optional;

/// Which media to list.
///
/// @param category only of this category
/// @param tag only with this tag
/// @param linked which of those with and without confirmed products
public record MediaFilter(Optional<String> category, Optional<String> tag, Linked linked) {
  /// Everything.
  public static final MediaFilter ALL =
      new MediaFilter(Optional.empty(), Optional.empty(), Linked.ANY);

  /// Whether the media must have a confirmed product.
  public enum Linked {
    ANY,
    UNLINKED
  }
}
