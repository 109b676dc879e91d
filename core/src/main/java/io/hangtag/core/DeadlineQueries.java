package io.hangtag.core;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

final class DeadlineQueries {
  private final DSLContext db;

  DeadlineQueries(DSLContext db) {
    this.db = db;
  }

  /// Until the end of the transaction no statement runs (or waits for a lock) longer.
  void limitStatements(Duration longest) {
    String milliseconds = Long.toString(longest.toMillis());
    var _ =
        db.select(
                field(
                    "set_config({0}, {1}, {2})",
                    SQLDataType.CLOB, inline("statement_timeout"), val(milliseconds), inline(true)))
            .fetchSingle();
  }
}
