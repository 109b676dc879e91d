package io.hangtag.core.sales;

import io.hangtag.core.catalog.ProductId;
import java.util.List;
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
/// @param reversals of what was given back the parts whose days are known, oldest first
public record OrderLine(
    @Nullable String externalId,
    @Nullable ProductId product,
    @Nullable String shopProductId,
    @Nullable String shopVariantId,
    @Nullable String sku,
    String title,
    int quantity,
    LineAmounts amounts,
    boolean isGiftCard,
    List<Reversal> reversals) {
  public OrderLine {
    reversals = List.copyOf(reversals);
  }

  /// Without anything known of when something was given back.
  public OrderLine(
      @Nullable String externalId,
      @Nullable ProductId product,
      @Nullable String shopProductId,
      @Nullable String shopVariantId,
      @Nullable String sku,
      String title,
      int quantity,
      LineAmounts amounts,
      boolean isGiftCard) {
    this(
        externalId,
        product,
        shopProductId,
        shopVariantId,
        sku,
        title,
        quantity,
        amounts,
        isGiftCard,
        List.of());
  }

  /// The price of a piece; 0 of none.
  public long piecePrice() {
    return quantity == 0 ? 0 : amounts.gross() / quantity;
  }

  /// This line with other amounts.
  public OrderLine with(LineAmounts other) {
    return with(other, reversals);
  }

  /// This line with these reversals.
  public OrderLine with(List<Reversal> known) {
    return with(amounts, known);
  }

  private OrderLine with(LineAmounts other, List<Reversal> known) {
    return new OrderLine(
        externalId,
        product,
        shopProductId,
        shopVariantId,
        sku,
        title,
        quantity,
        other,
        isGiftCard,
        known);
  }

  /// This line as another export has it: what it is stays as at first sight, the figures are new.
  /// Days of reversals stay known where the export gives none and takes at least as much back.
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
        isGiftCard || newer.isGiftCard,
        newer.reversals.isEmpty() && reversed() <= newer.amounts.refunded()
            ? reversals
            : newer.reversals);
  }

  private long reversed() {
    return reversals.stream().mapToLong(Reversal::minor).sum();
  }
}
