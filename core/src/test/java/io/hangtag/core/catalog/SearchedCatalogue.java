package io.hangtag.core.catalog;

import java.util.List;

/// A team's catalogue and the search that is asked for it.
record SearchedCatalogue(Catalogue catalogue, ProductSearch search) {

  /// The first fifty.
  SearchResult found(String query) {
    return search.search(catalogue.workspace(), query, 0, 50);
  }

  List<ProductId> clearly(String query) {
    return found(query).clearMatch().map(Product::id).stream().toList();
  }

  static List<ProductId> products(SearchResult result) {
    return result.hits().stream().map(hit -> hit.product().id()).toList();
  }
}
