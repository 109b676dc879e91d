package io.hangtag.core.linking;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.team.WorkspaceId;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What makes a team's links change one change after another.
///
/// Without it, a statement that waits for a row somebody else is changing goes on with that row as
/// it became, but with the history as it was: it would take back what it has not seen.
final class LinkLockQueries {
  private final DSLContext db;

  LinkLockQueries(DSLContext db) {
    this.db = db;
  }

  /// Waits until nobody else is changing links of this team, and keeps them waiting until the
  /// transaction ends.
  void lock(WorkspaceId workspace) {
    db.select(advisoryLock("links of workspace " + workspace)).fetch();
  }

  private static Field<Object> advisoryLock(String name) {
    return field("pg_advisory_xact_lock(hashtextextended({0}, 0))", val(name));
  }
}
