package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.Products.Lookup;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.team.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A product as the command line names it.
///
/// @param text the source's product id, else a handle, else a SKU, or one of them forced
record ProductReference(Source source, String text) {
  /// The product that is meant.
  ///
  /// @throws RefusedException if there is none or there are several
  Product in(Core core, Workspace workspace) {
    return switch (core.products().resolve(workspace.id(), source, text)) {
      case Lookup.Found(Product product) -> product;
      case Lookup.Unknown(_) -> throw unknown(workspace, text);
      case Lookup.Ambiguous(_, List<Product> candidates) ->
          throw new RefusedException(
              "ambiguous_product",
              candidates.stream()
                  .map(ProductReference::describe)
                  .collect(
                      Collectors.joining(
                          "; ", "'%s' names several products, say which: ".formatted(text), ".")));
    };
  }

  static RefusedException unknown(Workspace workspace, String text) {
    return new RefusedException(
        "unknown_product", "Workspace '%s' has no product '%s'.".formatted(workspace.name(), text));
  }

  private static String describe(Product product) {
    return "id:%s (handle %s) %s"
        .formatted(
            product.id(),
            Objects.requireNonNullElse(product.handle(), "none"),
            Table.text(product.title()));
  }
}
