package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.importing.CatalogueQueries.KnownProduct;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes one product of two that turn out to be the same.
///
/// The kept one keeps its words, and gets the aliases, variants and sales of the other and the
/// handle and id that it lacks. The other leads to it from then on. Belongs to one import.
final class ProductMerging {
  private final ProductMergeQueries queries;
  private final Instant now;
  private final Map<ProductId, ProductId> merged = new LinkedHashMap<>();

  ProductMerging(ProductMergeQueries queries, Instant now) {
    this.queries = queries;
    this.now = now;
  }

  /// Makes `other` be `kept`; what that is known by now.
  KnownProduct merge(KnownProduct kept, KnownProduct other) {
    queries.retire(other.id(), kept.id(), now);
    queries.moveAliases(other.id(), kept.id());
    queries.dropVariantsOfSameTitle(other.id(), kept.id());
    queries.moveVariants(other.id(), kept.id());
    queries.moveOrderLines(other.id(), kept.id());
    if (kept.handle() == null && other.handle() != null) {
      queries.nameAs(kept.id(), other.handle());
    }
    merged.replaceAll((_, target) -> target.equals(other.id()) ? kept.id() : target);
    merged.put(other.id(), kept.id());
    return new KnownProduct(
        kept.id(),
        kept.handle() == null ? other.handle() : kept.handle(),
        kept.shopifyId() == null ? other.shopifyId() : kept.shopifyId(),
        kept.fingerprint(),
        kept.deletedAt(),
        kept.shopifyTells());
  }

  /// The products that were merged, each with the one that it is now.
  Map<ProductId, ProductId> merged() {
    return Map.copyOf(merged);
  }
}
