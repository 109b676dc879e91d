package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.importing.ExportedProduct.ExportedVariant;
import io.hangtag.core.importing.VariantQueries.KnownVariant;
import io.hangtag.core.importing.VariantQueries.VariantContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Finds out which exported variants of one batch are known, and stores them all.
///
/// A variant is the known one with its title, else the one with its id (it was renamed), else one
/// that only Printify told of with its SKU or title, else new. Its number stays, because orders
/// refer to it.
final class VariantUpdate {
  private final VariantQueries queries;
  private final List<VariantContent> changed = new ArrayList<>();
  private final List<VariantContent> fresh = new ArrayList<>();
  private final List<Long> withWrongId = new ArrayList<>();

  VariantUpdate(VariantQueries queries) {
    this.queries = queries;
  }

  /// @param known those of the products that may have variants already
  void store(Map<ProductId, ExportedProduct> products, Collection<ProductId> known) {
    Map<ProductId, List<KnownVariant>> variants =
        known.isEmpty() ? Map.of() : queries.variantsOf(known);
    products.forEach(
        (product, content) -> match(product, content, variants.getOrDefault(product, List.of())));
    if (!withWrongId.isEmpty()) {
      queries.clearIds(withWrongId);
    }
    if (!changed.isEmpty()) {
      queries.update(changed);
    }
    if (!fresh.isEmpty()) {
      queries.insert(fresh);
    }
  }

  private void match(ProductId product, ExportedProduct content, List<KnownVariant> known) {
    Map<String, KnownVariant> byTitle = new HashMap<>();
    List<KnownVariant> told = known.stream().filter(KnownVariant::shopifyTells).toList();
    told.forEach(variant -> byTitle.put(variant.title(), variant));
    Set<KnownVariant> left = new HashSet<>(told);
    List<ExportedVariant> others = new ArrayList<>();
    for (ExportedVariant variant : content.variants()) {
      KnownVariant same = byTitle.get(variant.title());
      if (same == null) {
        others.add(variant);
      } else {
        left.remove(same);
        changed.add(new VariantContent(product, same.id(), variant));
      }
    }
    List<KnownVariant> printed = new ArrayList<>(known);
    printed.removeAll(told);
    others = matched(product, others, left, KnownVariant::hasIdOf);
    others = matched(product, others, printed, KnownVariant::hasSkuOf);
    others = matched(product, others, printed, KnownVariant::hasTitleOf);
    others.forEach(variant -> fresh.add(new VariantContent(product, null, variant)));
    findWrongIds(content, left);
  }

  /// Those of the variants that none of the candidates is.
  private List<ExportedVariant> matched(
      ProductId product,
      List<ExportedVariant> variants,
      Collection<KnownVariant> candidates,
      BiPredicate<KnownVariant, ExportedVariant> isSame) {
    List<ExportedVariant> others = new ArrayList<>();
    for (ExportedVariant variant : variants) {
      Optional<KnownVariant> same =
          candidates.stream().filter(it -> isSame.test(it, variant)).findFirst();
      same.ifPresent(candidates::remove);
      same.ifPresentOrElse(
          it -> changed.add(new VariantContent(product, it.id(), variant)),
          () -> others.add(variant));
    }
    return others;
  }

  /// A variant that the export no longer has may have the id of one that it has.
  private void findWrongIds(ExportedProduct content, Set<KnownVariant> left) {
    left.stream()
        .filter(known -> content.variants().stream().anyMatch(known::hasIdOf))
        .map(KnownVariant::id)
        .forEach(withWrongId::add);
  }
}
