package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.media.MediaId;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A product that may be in a media item.
///
/// @param confidence how often such a suggestion is right, 0.00 to 0.99
/// @param reason what speaks for it most
/// @param words the reason as people read it
/// @param scores all that speaks for it and how much
/// @param link of the saved suggestion; null: not saved
public record Suggestion(
    MediaId media,
    Product product,
    BigDecimal confidence,
    Reason reason,
    String words,
    Map<Reason, Double> scores,
    @Nullable LinkId link) {
  public Suggestion {
    scores = Map.copyOf(new EnumMap<>(scores));
  }
}
