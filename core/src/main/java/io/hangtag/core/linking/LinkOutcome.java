package io.hangtag.core.linking;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;

/// What came of linking one media item to a product.
public sealed interface LinkOutcome {
  /// It was not linked before.
  record Linked(Link link, BatchId batch) implements LinkOutcome {}

  /// It was linked just so; nothing changed.
  record AlreadyLinked(Link link) implements LinkOutcome {}

  /// It was linked with another type (or only suggested).
  record Retyped(Link link, BatchId batch) implements LinkOutcome {}

  /// The team has no such media.
  record UnknownMedia(MediaId media) implements LinkOutcome {}

  /// The team has no such product (any more).
  record UnknownProduct(ProductId product) implements LinkOutcome {}
}
