package io.hangtag.core.linking;

import io.hangtag.core.media.MediaId;
import java.util.List;

/// What would come of linking many media items to a product.
///
/// @param matched media asked for, each counted once
/// @param linked would be newly linked
/// @param alreadyLinked are linked just so
/// @param retyped are linked with another type (or only suggested)
/// @param unknown media that the team does not have, by number
public record BulkPreview(
    int matched, int linked, int alreadyLinked, int retyped, List<MediaId> unknown) {
  public BulkPreview {
    unknown = List.copyOf(unknown);
  }
}
