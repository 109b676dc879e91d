package io.hangtag.core.catalog;

import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;

/// What in a team's catalogue should be looked at.
///
/// Safe for use by many threads.
public final class CatalogueQuality {
  private final CatalogueQualityQueries queries;

  public CatalogueQuality(DSLContext db) {
    this.queries = new CatalogueQualityQueries(db);
  }

  /// How many products have the fault; of [CatalogueFault#SHARED_SKU] how many SKUs are shared.
  public int count(WorkspaceId workspace, CatalogueFault fault) {
    return switch (fault) {
      case SHARED_SKU -> queries.countSharedSkus(workspace);
      case UNPRICED -> queries.countUnpriced(workspace);
      case UNSOLD -> queries.countUnsold(workspace);
    };
  }

  /// The products with the fault, by number; those that share a SKU by SKU, and once with each.
  ///
  /// @param limit how many at most
  public List<Product> products(WorkspaceId workspace, CatalogueFault fault, int limit) {
    return switch (fault) {
      case SHARED_SKU -> queries.sharingSkus(workspace, limit);
      case UNPRICED -> queries.unpriced(workspace, limit);
      case UNSOLD -> queries.unsold(workspace, limit);
    };
  }
}
