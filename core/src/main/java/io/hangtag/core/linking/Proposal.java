package io.hangtag.core.linking;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.math.BigDecimal;
import java.util.Map;

/// A product that may be in a media item, and why.
///
/// @param confidence 0 to 1, two decimals
/// @param reason a code
/// @param words the reason as people read it
/// @param scores what spoke for it and how much, by code
/// @param fresh to be suggested if it is not yet; otherwise it only keeps what is suggested already
public record Proposal(
    MediaId media,
    ProductId product,
    BigDecimal confidence,
    String reason,
    String words,
    Map<String, Double> scores,
    boolean fresh) {
  public Proposal {
    scores = Map.copyOf(scores);
  }
}
