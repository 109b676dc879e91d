package io.hangtag.core.media;

import io.hangtag.core.team.WorkspaceId;
import java.time.InstantSource;
import org.jooq.DSLContext;

/// Remembers what products picked inline were sent as a reply to.
///
/// Telegram names neither chat nor message when a button below such a product is pressed; so the
/// button holds a token, and the token is kept here. Safe for use by many threads.
public final class Picks {
  private final DSLContext db;
  private final InstantSource clock;

  public Picks(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Keeps what a pick is for; a later call changes it.
  public void save(WorkspaceId workspace, long token, Pick pick) {
    switch (pick) {
      case Pick.For(Subject subject) ->
          queries().upsert(workspace, token, subject, clock.instant());
      case Pick.Elsewhere() -> queries().upsert(workspace, token, null, clock.instant());
      case Pick.Anything() -> {}
    }
  }

  /// What a pick is for; anything if nothing was kept of it.
  public Pick find(WorkspaceId workspace, long token) {
    return queries().find(workspace, token).orElseGet(Pick.Anything::new);
  }

  private PickQueries queries() {
    return new PickQueries(db);
  }
}
