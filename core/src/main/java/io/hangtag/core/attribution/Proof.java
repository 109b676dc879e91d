package io.hangtag.core.attribution;

import org.jspecify.annotations.Nullable;

/// A link that an order names by its own tags.
///
/// @param postedMicros of an ad, when was ordered
/// @param post 0: no post of the media is known, it is an ad
/// @param campaign the link's ad campaign; null: it has none
record Proof(
    long order,
    long postedMicros,
    long post,
    long media,
    long link,
    @Nullable String campaign,
    Evidence evidence) {
  static final long AD = 0;

  boolean isAd() {
    return post == AD;
  }
}
