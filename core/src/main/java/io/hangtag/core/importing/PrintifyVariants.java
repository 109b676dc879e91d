package io.hangtag.core.importing;

import io.hangtag.core.importing.PrintifyProduct.PrintifyVariant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Which of a product's variants are those that Printify tells of.
///
/// One of Shopify's with the same SKU, else with the same title: it gets Printify's id, and SKU and
/// price if Shopify does not say them. The others stand behind Shopify's. What Printify no longer
/// has for sale stays, as everything does that an export does not contain.
final class PrintifyVariants {
  private static final int FIRST_POSITION = 10_001;

  private final List<Variant> known;
  private final Map<Variant, PrintifyVariant> twins = new LinkedHashMap<>();
  private final Map<Variant, Integer> positions = new LinkedHashMap<>();
  private final List<Variant> fresh = new ArrayList<>();
  private final Set<Variant> folded = new HashSet<>();
  private int position = FIRST_POSITION;

  /// @param known in their order
  PrintifyVariants(List<Variant> known) {
    this.known = known;
  }

  /// Finds those of a further product of Printify that is the same product.
  void add(PrintifyProduct printed) {
    List<Variant> shopifys = new ArrayList<>(known.stream().filter(Variant::shopifyTells).toList());
    List<PrintifyVariant> left = printed.variants();
    left = matched(left, shopifys, Variant::hasShopifysSkuOf);
    left = matched(left, shopifys, Variant::hasTitleOf);
    List<Variant> own =
        new ArrayList<>(
            known.stream().filter(it -> !it.shopifyTells() && !twins.containsKey(it)).toList());
    left = matched(left, own, Variant::isSame);
    left = matched(left, own, Variant::hasSkuOf);
    left = matched(left, own, Variant::hasIdOf);
    left.forEach(it -> fresh.add(Variant.of(it, position++)));
    own.stream().filter(it -> isTold(it, printed)).forEach(folded::add);
  }

  private List<PrintifyVariant> matched(
      List<PrintifyVariant> variants,
      Collection<Variant> candidates,
      BiPredicate<Variant, PrintifyVariant> isSame) {
    List<PrintifyVariant> left = new ArrayList<>();
    for (PrintifyVariant variant : variants) {
      Optional<Variant> same =
          candidates.stream().filter(it -> isSame.test(it, variant)).findFirst();
      same.ifPresent(candidates::remove);
      same.ifPresentOrElse(it -> twin(it, variant), () -> left.add(variant));
    }
    return left;
  }

  private void twin(Variant known, PrintifyVariant variant) {
    twins.putIfAbsent(known, variant);
    if (!known.shopifyTells()) {
      positions.put(known, position++);
    }
  }

  /// One of Shopify's has become what this one was.
  private static boolean isTold(Variant own, PrintifyProduct printed) {
    return printed.variants().stream().anyMatch(own::isSame);
  }

  /// Those that are another one now.
  List<Variant> folded() {
    return folded.stream().filter(it -> !twins.containsKey(it)).toList();
  }

  /// Those that are not as they were, as they are now.
  List<Variant> changed() {
    return known.stream()
        .filter(it -> it.shopifyTells() || twins.containsKey(it))
        .filter(it -> !it.filledWith(twins.get(it), positions.get(it)).equals(it))
        .map(it -> it.filledWith(twins.get(it), positions.get(it)))
        .toList();
  }

  /// Those that are new.
  List<Variant> fresh() {
    return List.copyOf(fresh);
  }

  /// A variant as the catalogue has it.
  ///
  /// @param id 0: new
  record Variant(
      long id,
      int position,
      String title,
      @Nullable String sku,
      @Nullable Long priceMinor,
      @Nullable String printifyId,
      boolean shopifyTells,
      boolean shopifyTellsSku,
      boolean shopifyTellsPrice) {

    static Variant of(PrintifyVariant variant, int position) {
      return new Variant(
          0,
          position,
          variant.title(),
          variant.sku(),
          variant.priceMinor(),
          variant.id(),
          false,
          false,
          false);
    }

    boolean hasShopifysSkuOf(PrintifyVariant variant) {
      return shopifyTellsSku && hasSkuOf(variant);
    }

    boolean hasSkuOf(PrintifyVariant variant) {
      return sku != null && sku.equals(variant.sku());
    }

    boolean hasTitleOf(PrintifyVariant variant) {
      return title.equals(variant.title());
    }

    boolean hasIdOf(PrintifyVariant variant) {
      return variant.id().equals(printifyId);
    }

    boolean isSame(PrintifyVariant variant) {
      return hasIdOf(variant) && Objects.equals(sku, variant.sku());
    }

    /// @param variant null: Printify has none that is this one
    /// @param place null: where it is
    Variant filledWith(@Nullable PrintifyVariant variant, @Nullable Integer place) {
      return new Variant(
          id,
          place == null ? position : place,
          shopifyTells || variant == null ? title : variant.title(),
          shopifyTellsSku ? sku : variant == null ? null : variant.sku(),
          shopifyTellsPrice ? priceMinor : variant == null ? null : variant.priceMinor(),
          variant == null ? null : variant.id(),
          shopifyTells,
          shopifyTellsSku,
          shopifyTellsPrice);
    }
  }
}
