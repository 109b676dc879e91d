package io.hangtag.core.sales;

import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;

/// What in a team's orders should be looked at.
///
/// Safe for use by many threads.
public final class OrderQuality {
  private final OrderQualityQueries queries;

  public OrderQuality(DSLContext db) {
    this.queries = new OrderQualityQueries(db);
  }

  /// How many orders have a subtotal that is not what their lines come to.
  public int countSubtotalGaps(WorkspaceId workspace) {
    return queries.countSubtotalGaps(workspace);
  }

  /// The first of them, by number.
  public List<SubtotalGap> subtotalGaps(WorkspaceId workspace, int limit) {
    return queries.subtotalGaps(workspace, limit);
  }
}
