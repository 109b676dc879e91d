package io.hangtag.core.importing;

import io.hangtag.core.catalog.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Fills products with what Printify says of them where Shopify says nothing.
///
/// Always from all that Printify said last, so that it does not matter who spoke first. Of several
/// Printify products that are one in Shopify the first by id speaks.
final class PrintifyFilling {
  private final PrintifyFillQueries queries;

  PrintifyFilling(PrintifyFillQueries queries) {
    this.queries = queries;
  }

  /// Fills those of the products that Printify knows.
  void fill(Collection<ProductId> products) {
    if (products.isEmpty()) {
      return;
    }
    Map<ProductId, List<PrintifyProduct>> printed = queries.printed(products);
    printed.forEach(
        (product, contents) -> {
          queries.fill(product, words(contents));
          fillVariants(product, contents);
        });
  }

  private static PrintifyProduct words(List<PrintifyProduct> contents) {
    PrintifyProduct first = contents.getFirst();
    return new PrintifyProduct(
        first.id(),
        null,
        null,
        first.title(),
        first.status(),
        contents.stream()
            .map(PrintifyProduct::tags)
            .filter(tags -> !tags.isEmpty())
            .findFirst()
            .orElse(List.of()),
        contents.stream()
            .flatMap(content -> Stream.ofNullable(content.imageUrl()))
            .findFirst()
            .orElse(null),
        contents.stream().flatMap(content -> content.variants().stream()).toList());
  }

  private void fillVariants(ProductId product, List<PrintifyProduct> contents) {
    PrintifyVariants variants = new PrintifyVariants(queries.variants(product));
    contents.forEach(variants::add);
    queries.delete(variants.folded());
    queries.update(variants.changed());
    queries.insert(product, variants.fresh());
  }
}
