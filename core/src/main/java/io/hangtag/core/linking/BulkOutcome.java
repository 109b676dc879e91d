package io.hangtag.core.linking;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.util.List;

/// What came of linking many media items to a product.
public sealed interface BulkOutcome {
  /// Done as far as it could be.
  ///
  /// @param matched media asked for, each counted once
  /// @param linked newly linked
  /// @param alreadyLinked linked just so before
  /// @param retyped linked with another type before (or only suggested)
  /// @param unknown media that the team does not have, by number
  /// @param batch undoes all of it
  record Done(
      int matched, int linked, int alreadyLinked, int retyped, List<MediaId> unknown, BatchId batch)
      implements BulkOutcome {
    public Done {
      unknown = List.copyOf(unknown);
    }
  }

  /// The team has no such product (any more).
  record UnknownProduct(ProductId product) implements BulkOutcome {}
}
