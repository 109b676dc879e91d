package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductStatus;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A product as Printify tells it, every value checked; also how the catalogue remembers it.
///
/// @param id Printify's
/// @param shopifyId digits; null: not published to Shopify
/// @param handle Shopify's; null: not published there, or not said
/// @param status active while it is visible and something of it is for sale
/// @param imageUrl null: no picture
/// @param variants those for sale, in Printify's order
record PrintifyProduct(
    String id,
    @Nullable String shopifyId,
    @Nullable String handle,
    String title,
    ProductStatus status,
    List<String> tags,
    @Nullable String imageUrl,
    List<PrintifyVariant> variants) {
  PrintifyProduct {
    tags = List.copyOf(tags);
    variants = List.copyOf(variants);
  }

  /// In minor units; empty if nothing has one.
  Stream<Long> prices() {
    return variants.stream().map(PrintifyVariant::priceMinor).filter(Objects::nonNull);
  }

  /// A variant as Printify tells it.
  ///
  /// @param id tells the variants of one product apart; other products have the same ones
  /// @param sku null: has none
  /// @param priceMinor null: has none
  record PrintifyVariant(
      String id, String title, @Nullable String sku, @Nullable Long priceMinor) {}
}
