package io.hangtag.core.catalog;

import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import org.jooq.DSLContext;

/// Finds products by name or SKU, the best first.
///
/// Any text may be asked; one without letters or digits finds nothing, of a very long one the
/// beginning counts. `SKU:` in front looks at SKUs and barcodes only. Safe for use by many threads.
public final class ProductSearch {
  private final ProductSearchQueries queries;

  public ProductSearch(DSLContext db) {
    this.queries = new ProductSearchQueries(db);
  }

  /// What a team's catalogue has for these words: `offset` hits skipped, at most `limit` given.
  public SearchResult search(WorkspaceId workspace, String query, int offset, int limit) {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "offset and limit must be at least 0, not %d and %d".formatted(offset, limit));
    }
    return queries.search(
        ProductTierQueries.of(workspace), SearchText.of(query), new Page(offset, limit));
  }

  /// Which of these products the words match, the best first.
  public SearchResult searchAmong(
      WorkspaceId workspace, String query, Collection<ProductId> products) {
    return queries.search(
        ProductTierQueries.among(workspace, products),
        SearchText.of(query),
        new Page(0, products.size()));
  }

  /// Which of all hits to give.
  record Page(int offset, int limit) {}
}
