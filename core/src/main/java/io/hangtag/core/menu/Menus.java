package io.hangtag.core.menu;

import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;

/// Keeps what the buttons below a message are about, where that does not fit the 64 bytes that a
/// button itself can hold. A menu is valid for a day.
///
/// Safe for use by many threads.
public final class Menus {
  private static final Duration VALID = Duration.ofDays(1);

  private final DSLContext db;
  private final InstantSource clock;

  public Menus(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Keeps a menu, in JSON of the caller's own.
  public MenuId save(WorkspaceId workspace, String json) {
    return new MenuQueries(db).insert(workspace, json, clock.instant());
  }

  /// A menu of this team, unless it is too old.
  public Optional<String> find(WorkspaceId workspace, MenuId menu) {
    return new MenuQueries(db).find(workspace, menu, clock.instant().minus(VALID));
  }

  /// Forgets menus that are no longer valid. How many they were.
  public int forgetOld() {
    return new MenuQueries(db).deleteBefore(clock.instant().minus(VALID));
  }
}
