package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;

/// One thing that speaks for a product in a media item.
///
/// @param score how much, 0 to 1; compares only within the same reason
/// @param words what it is, as people read it
record Evidence(MediaId media, ProductId product, Reason reason, double score, String words) {
  Evidence {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be 0 to 1, not " + score);
    }
  }
}
