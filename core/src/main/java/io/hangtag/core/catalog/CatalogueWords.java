package io.hangtag.core.catalog;

import io.hangtag.core.team.WorkspaceId;
import org.jooq.DSLContext;

/// The words of a team's products, by which the search corrects what people type.
///
/// Safe for use by many threads.
public final class CatalogueWords {
  private final DSLContext db;

  public CatalogueWords(DSLContext db) {
    this.db = db;
  }

  /// Counts them anew, in the transaction that is open or else in its own: whoever searches sees
  /// the old words until it ends. To be called with the lock on the workspace that imports take.
  public void recount(WorkspaceId workspace) {
    db.transaction(
        () -> {
          LexiconQueries queries = new LexiconQueries(db);
          queries.clear(workspace);
          queries.count(workspace);
        });
  }
}
