package io.hangtag.core.catalog;

import io.hangtag.core.money.Money;
import org.jspecify.annotations.Nullable;

/// A product as people see it in lists: one line, whatever sources and variants it has.
///
/// @param source the shop that sells it: Shopify where it has both
/// @param externalId what that source calls it; null while only its handle is known
/// @param handle Shopify's name of it in URLs; null if it is not published there
/// @param sku of its first variant that has one; null if none has
/// @param price the lowest of its variants' prices; null if unpriced
public record Product(
    ProductId id,
    Source source,
    @Nullable String externalId,
    @Nullable String handle,
    String title,
    @Nullable String sku,
    @Nullable Money price,
    ProductStatus status) {}
