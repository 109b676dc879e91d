package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.INBOX;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;

/// The inbox as the table holds it, and what a test puts into it.
record InboxRows(DSLContext db, Inbox inbox) {
  /// Stores updates of one lane, numbered as given.
  void receives(long lane, long... updateIds) {
    List<RawUpdate> updates = new ArrayList<>();
    for (long id : updateIds) {
      updates.add(new RawUpdate(id, lane, "{\"update_id\": " + id + "}"));
    }
    int _ = inbox.store(updates);
  }

  /// Handles all that is due, one after the other; their numbers in the order of handling.
  List<Long> handledNow() {
    List<Long> handled = new ArrayList<>();
    Inbox.Handler recorder =
        update -> {
          handled.add(update.updateId());
          return InboxRows::nothing;
        };
    while (inbox.handleNext(recorder, recorder)) {
      // Until nothing is due.
    }
    return handled;
  }

  /// Handles the next update in a way that fails.
  boolean failsNext(String why) {
    return inbox.handleNext(
        _ -> {
          throw new IllegalStateException(why);
        },
        _ -> InboxRows::nothing);
  }

  Record one(long updateId) {
    return db.select(INBOX.fields()).from(INBOX).where(INBOX.UPDATE_ID.eq(updateId)).fetchSingle();
  }

  List<String> payloads() {
    return db.select(INBOX.PAYLOAD.cast(SQLDataType.CLOB))
        .from(INBOX)
        .orderBy(INBOX.ID)
        .fetch(Records.mapping(payload -> payload));
  }

  private static void nothing() {}
}
