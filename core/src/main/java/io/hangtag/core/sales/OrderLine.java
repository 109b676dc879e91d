package io.hangtag.core.sales;

import io.hangtag.core.catalog.ProductId;
import org.jspecify.annotations.Nullable;

/// Some pieces of one thing in an order.
///
/// @param externalId the shop's; null: not known
/// @param product null: not known
/// @param shopProductId as the shop named it at first sight; null: it did not
/// @param shopVariantId likewise
/// @param sku as at first sight; null: none
/// @param title as at first sight, variant included
/// @param isGiftCard whether it is money for later; that an export does not say so is no "no"
public record OrderLine(
    @Nullable String externalId,
    @Nullable ProductId product,
    @Nullable String shopProductId,
    @Nullable String shopVariantId,
    @Nullable String sku,
    String title,
    int quantity,
    LineAmounts amounts,
    boolean isGiftCard) {

  /// The price of a piece; 0 of none.
  public long piecePrice() {
    return quantity == 0 ? 0 : amounts.gross() / quantity;
  }

  /// This line with other amounts.
  public OrderLine with(LineAmounts other) {
    return new OrderLine(
        externalId, product, shopProductId, shopVariantId, sku, title, quantity, other, isGiftCard);
  }

  /// This line as another export has it: what it is stays as at first sight, the figures are new.
  public OrderLine now(OrderLine newer) {
    return new OrderLine(
        externalId == null ? newer.externalId : externalId,
        product,
        shopProductId == null ? newer.shopProductId : shopProductId,
        shopVariantId == null ? newer.shopVariantId : shopVariantId,
        sku,
        title,
        newer.quantity,
        newer.amounts,
        isGiftCard || newer.isGiftCard);
  }
}
