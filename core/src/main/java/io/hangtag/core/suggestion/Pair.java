package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;

/// Numbers of a media item and a product, as statements give them.
record Pair(long media, long product) {
  Evidence evidence(Reason reason, double score, String words) {
    return new Evidence(
        new MediaId(media), new ProductId(product), reason, Math.clamp(score, 0, 1), words);
  }
}
