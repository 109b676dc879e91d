package io.hangtag.core.linking;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A product in a picture.
///
/// @param confidence of the suggestion it began as, 0 to 1; null: never was one
/// @param reason of the suggestion; null: never was one
/// @param linkedBy the person's name; null: on the command line
/// @param unlinkedAt null: active
/// @param unlinkReason null: active
/// @param posts posts that showed it, under the team's own window and model
/// @param attributedOrders orders it had a part in
/// @param attributedRevenue its part of their revenue, in the team's currency
public record Link(
    LinkId id,
    MediaId media,
    Product product,
    LinkType type,
    @Nullable BigDecimal confidence,
    @Nullable String reason,
    Instant linkedAt,
    @Nullable String linkedBy,
    @Nullable Instant unlinkedAt,
    @Nullable UnlinkReason unlinkReason,
    LinkDetails details,
    int posts,
    int attributedOrders,
    Money attributedRevenue) {

  /// Whether somebody said that the product is there.
  public boolean confirmed() {
    return type != LinkType.SUGGESTED;
  }
}
