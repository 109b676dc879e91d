package io.hangtag.core.attribution;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.util.Optional;

/// What is to be reported.
///
/// @param days orders of these days, and posts of these days with what they earned until their
///     window was over; empty: all there are
/// @param rules empty: the team's own
/// @param media only what this media item earned; empty: all
/// @param product only orders of this product; empty: all
public record Question(
    Optional<DayRange> days,
    Optional<Rules> rules,
    Optional<MediaId> media,
    Optional<ProductId> product) {

  /// All media and products, by the team's own rules.
  public static Question about(DayRange days) {
    return new Question(Optional.of(days), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
