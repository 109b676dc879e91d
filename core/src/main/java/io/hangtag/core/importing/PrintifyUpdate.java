package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.importing.CatalogueQueries.KnownProduct;
import io.hangtag.core.importing.PrintifyQueries.Listing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings Printify's products into a team's catalogue: which are known, which are the twins of
/// products in Shopify, which of two known ones turn out to be one.
///
/// One after the other, for one may tell what the next one is. Runs in the import's transaction, on
/// one thread.
final class PrintifyUpdate {
  private final Catalogue catalogue;
  private final PrintifyQueries queries;
  private final ImportTally tally;
  private int variants;

  PrintifyUpdate(Catalogue catalogue, PrintifyQueries queries, ImportTally tally) {
    this.catalogue = catalogue;
    this.queries = queries;
    this.tally = tally;
  }

  /// In the file so far.
  int variants() {
    return variants;
  }

  /// @throws BadRowException if it cannot be told which product it is
  void take(PrintifyProduct printed) {
    Optional<Listing> listing = queries.listing(printed.id());
    Names names = names(printed, listing);
    names.refuseConflict();
    Optional<KnownProduct> target = names.candidates().stream().reduce(catalogue.merging()::merge);
    boolean same =
        listing.filter(it -> it.content().equals(printed)).isPresent()
            && names.candidates().size() == 1
            && target.filter(it -> isComplete(it, printed)).isPresent();
    variants += printed.variants().size();
    if (same) {
      tally.unchanged(1);
    } else {
      store(printed, target);
      tally.created(target.isEmpty() ? 1 : 0);
      tally.updated(target.isPresent() ? 1 : 0);
    }
  }

  private Names names(PrintifyProduct printed, Optional<Listing> listing) {
    String handle = printed.handle();
    String id = printed.shopifyId();
    KnownProduct own =
        listing.flatMap(it -> catalogue.queries().product(it.product())).orElse(null);
    KnownProduct twin =
        id == null ? null : catalogue.queries().productsByShopifyId(List.of(id)).get(id);
    KnownProduct holder =
        handle == null ? null : catalogue.queries().productsByHandle(List.of(handle)).get(handle);
    return new Names(printed, own, twin, holder);
  }

  private boolean isComplete(KnownProduct known, PrintifyProduct printed) {
    return (known.shopifyTells() || known.deletedAt() == null)
        && (printed.shopifyId() == null || known.shopifyId() != null)
        && (known.handle() != null || !isFree(printed.handle()));
  }

  private boolean isFree(@Nullable String handle) {
    return handle != null && catalogue.queries().productsByHandle(List.of(handle)).isEmpty();
  }

  private void store(PrintifyProduct printed, Optional<KnownProduct> target) {
    ProductId product =
        target
            .map(KnownProduct::id)
            .orElseGet(() -> queries.insert(printed, catalogue.currency(), catalogue.now()));
    queries.saveListing(product, printed);
    String id = printed.shopifyId();
    if (id != null && target.filter(it -> it.shopifyId() != null).isEmpty()) {
      queries.addShopifyId(product, id);
    }
    String handle = printed.handle();
    if (handle != null && target.filter(it -> it.handle() != null).isEmpty() && isFree(handle)) {
      queries.nameAs(product, handle);
    }
    queries.touch(product, catalogue.now());
    catalogue.filling().fill(List.of(product));
  }

  /// The products that may be meant.
  ///
  /// @param own the one that Printify's id named so far; null: none
  /// @param twin the one with the Shopify id; null: none
  /// @param holder the one with the handle; null: none
  private record Names(
      PrintifyProduct printed,
      @Nullable KnownProduct own,
      @Nullable KnownProduct twin,
      @Nullable KnownProduct holder) {

    /// Those that are meant, the one to be kept first: of what Shopify tells the one with the id.
    List<KnownProduct> candidates() {
      List<KnownProduct> meant =
          Stream.of(twin, meantHolder(), own).filter(Objects::nonNull).distinct().toList();
      return Stream.concat(
              meant.stream().filter(KnownProduct::shopifyTells),
              meant.stream().filter(it -> !it.shopifyTells()))
          .toList();
    }

    /// Printify remembers the handle of the day when it published: where Shopify has told the
    /// product's handle itself, that one counts, and another product may have the handle by now.
    private @Nullable KnownProduct meantHolder() {
      String id = printed.shopifyId();
      KnownProduct surer = twin == null && id == null ? own : twin;
      boolean outdated = surer != null && surer.shopifyTells() && surer.handle() != null;
      boolean another =
          id != null
              && holder != null
              && holder.shopifyId() != null
              && !holder.shopifyId().equals(id);
      return outdated || another ? null : holder;
    }

    /// Two products with ids of their own in Shopify are two products.
    void refuseConflict() {
      List<String> ids =
          Stream.concat(
                  Stream.ofNullable(printed.shopifyId()),
                  candidates().stream().flatMap(it -> Stream.ofNullable(it.shopifyId())))
              .distinct()
              .toList();
      if (ids.size() > 1) {
        throw new BadRowException(
            "Printify says that product %s is %s in Shopify, but it was known as %s."
                .formatted(
                    printed.id(), ids.getFirst(), String.join(", ", ids.subList(1, ids.size()))));
      }
    }
  }
}
