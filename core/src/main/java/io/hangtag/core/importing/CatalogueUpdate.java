package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.importing.CatalogueQueries.Content;
import io.hangtag.core.importing.CatalogueQueries.KnownProduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Brings exported products into a team's catalogue: which of them are new, which changed, which
/// are known by another name.
///
/// Runs in the import's transaction, on one thread.
final class CatalogueUpdate {
  private static final int FIRST_STATISTICS_AFTER = 1_000;

  private final CatalogueQueries queries;
  private final VariantQueries variants;
  private final ProductMerging merging;
  private final PrintifyFilling filling;
  private final ImportTally tally;
  private final Currency currency;
  private final Instant now;
  private int created;
  private int nextStatisticsAfter = FIRST_STATISTICS_AFTER;

  CatalogueUpdate(Catalogue catalogue, ImportTally tally) {
    this.queries = catalogue.queries();
    this.variants = catalogue.variants();
    this.merging = catalogue.merging();
    this.filling = catalogue.filling();
    this.tally = tally;
    this.currency = catalogue.currency();
    this.now = catalogue.now();
  }

  /// Stores products of which no two have the same handle or id.
  void apply(Collection<ExportedProduct> products) {
    if (products.isEmpty()) {
      return;
    }
    Known known = known(products);
    Set<ProductId> renamed = new HashSet<>();
    List<Content> changed = new ArrayList<>();
    List<Content> fresh = new ArrayList<>();
    for (ExportedProduct product : products) {
      Optional<KnownProduct> named = known.target(product);
      Optional<KnownProduct> holder = known.formerHolder(product, named);
      Optional<KnownProduct> target = named.map(it -> withoutTwin(it, holder));
      holder
          .filter(it -> target.isEmpty() || it.shopifyId() != null)
          .map(KnownProduct::id)
          .ifPresent(renamed::add);
      String fingerprint = Fingerprint.of(product, currency);
      if (target.isEmpty()) {
        fresh.add(new Content(null, product, fingerprint));
      } else if (isJust(target.get(), product, fingerprint)) {
        tally.unchanged(1);
      } else {
        changed.add(new Content(target.get().id(), product, fingerprint));
      }
    }
    store(renamed, changed, fresh);
  }

  /// Who has the handle without having an id of its own is the product itself, met by another name.
  private KnownProduct withoutTwin(KnownProduct named, Optional<KnownProduct> holder) {
    return holder
        .filter(it -> it.shopifyId() == null)
        .map(
            it ->
                it.shopifyTells() && !named.shopifyTells()
                    ? merging.merge(it, named)
                    : merging.merge(named, it))
        .orElse(named);
  }

  private Known known(Collection<ExportedProduct> products) {
    List<String> handles = products.stream().map(ExportedProduct::handle).toList();
    List<String> ids =
        products.stream().map(ExportedProduct::shopifyId).filter(Objects::nonNull).toList();
    return new Known(
        queries.productsByHandle(handles),
        ids.isEmpty() ? Map.of() : queries.productsByShopifyId(ids));
  }

  private static boolean isJust(KnownProduct known, ExportedProduct product, String fingerprint) {
    return known.fingerprint().equals(fingerprint)
        && known.deletedAt() == null
        && product.handle().equals(known.handle())
        && (product.shopifyId() == null || known.shopifyId() != null);
  }

  private void store(Set<ProductId> renamed, List<Content> changed, List<Content> fresh) {
    if (!renamed.isEmpty()) {
      queries.clearHandles(renamed, now);
    }
    Map<ProductId, ExportedProduct> stored = new LinkedHashMap<>();
    if (!changed.isEmpty()) {
      queries.update(changed, currency, now);
      changed.forEach(it -> stored.put(Objects.requireNonNull(it.id()), it.product()));
    }
    Set<ProductId> known = Set.copyOf(stored.keySet());
    if (!fresh.isEmpty()) {
      Map<String, ProductId> ids = queries.insert(fresh, currency, now);
      fresh.forEach(
          it -> stored.put(Objects.requireNonNull(ids.get(it.product().handle())), it.product()));
    }
    storeAliases(stored);
    new VariantUpdate(variants).store(stored, known);
    filling.fill(known);
    created += fresh.size();
    tally.created(fresh.size());
    tally.updated(changed.size());
    if (created >= nextStatisticsAfter) {
      queries.refreshStatistics();
      nextStatisticsAfter = created * 4;
    }
  }

  private void storeAliases(Map<ProductId, ExportedProduct> stored) {
    Map<ProductId, String> ids = new LinkedHashMap<>();
    stored.forEach(
        (product, content) -> {
          if (content.shopifyId() != null) {
            ids.put(product, content.shopifyId());
          }
        });
    if (!ids.isEmpty()) {
      queries.addAliases(ids);
    }
  }

  /// The products that a batch may mean, by both of their names.
  private record Known(Map<String, KnownProduct> byHandle, Map<String, KnownProduct> byShopifyId) {

    /// The product that is meant: the one with the id, whatever its handle; else the one with the
    /// handle, unless that has another id and so is another product which had the handle before.
    Optional<KnownProduct> target(ExportedProduct product) {
      String id = product.shopifyId();
      KnownProduct sameId = id == null ? null : byShopifyId.get(id);
      if (sameId != null) {
        return Optional.of(sameId);
      }
      return Optional.ofNullable(byHandle.get(product.handle()))
          .filter(holder -> id == null || holder.shopifyId() == null);
    }

    /// Who has the product's handle and is not the product.
    Optional<KnownProduct> formerHolder(ExportedProduct product, Optional<KnownProduct> target) {
      return Optional.ofNullable(byHandle.get(product.handle()))
          .filter(holder -> target.filter(it -> it.id().equals(holder.id())).isEmpty());
    }
  }
}
