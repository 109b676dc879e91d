package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductStatus;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A product as a Shopify export tells it, every value checked.
///
/// Null means that the export does not say: what is known stays. Empty means that there is none.
///
/// @param shopifyId digits; null in a CSV export
record ExportedProduct(
    String handle,
    @Nullable String shopifyId,
    String title,
    @Nullable String productType,
    @Nullable String vendor,
    @Nullable List<String> tags,
    @Nullable ProductStatus status,
    @Nullable String imageUrl,
    List<ExportedVariant> variants) {
  ExportedProduct {
    tags = tags == null ? null : List.copyOf(tags);
    variants = List.copyOf(variants);
  }

  /// Lowest and highest price in minor units; empty if no variant has one.
  Optional<LongSummaryStatistics> prices() {
    LongSummaryStatistics prices =
        variants.stream()
            .map(ExportedVariant::priceMinor)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .summaryStatistics();
    return prices.getCount() == 0 ? Optional.empty() : Optional.of(prices);
  }

  /// A variant as a Shopify export tells it; null and empty mean the same as for the product.
  ///
  /// @param position from 1
  /// @param title option values joined by " / "; tells the variants of a product apart
  record ExportedVariant(
      int position,
      String title,
      @Nullable String sku,
      @Nullable String barcode,
      @Nullable Long priceMinor,
      @Nullable String shopifyId) {}
}
