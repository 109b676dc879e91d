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
/// @param dating by event, media are listed with what was earned or taken back on these days,
///     whenever they were posted
public record Question(
    Optional<DayRange> days,
    Optional<Rules> rules,
    Optional<MediaId> media,
    Optional<ProductId> product,
    Dating dating) {

  /// By the day of the order.
  public Question(
      Optional<DayRange> days,
      Optional<Rules> rules,
      Optional<MediaId> media,
      Optional<ProductId> product) {
    this(days, rules, media, product, Dating.ORDER_DATE);
  }

  /// All media and products, by the team's own rules.
  public static Question about(DayRange days) {
    return new Question(Optional.of(days), Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean isAboutEverything() {
    return media.isEmpty() && product.isEmpty();
  }
}
