package io.hangtag.core;

import io.hangtag.core.team.WorkspaceId;
import org.jooq.DSLContext;

/// What an installation is made of: its database and how much of what is in it.
///
/// Safe for use by many threads.
public final class Checkup {
  private final CheckupQueries queries;

  Checkup(DSLContext db) {
    this.queries = new CheckupQueries(db);
  }

  public DatabaseVersions database() {
    return queries.databaseVersions();
  }

  public Contents contents(WorkspaceId workspace) {
    return queries.contents(workspace);
  }

  /// Which database this is.
  ///
  /// @param server PostgreSQL's version
  /// @param schema of the newest migration
  public record DatabaseVersions(String server, String schema) {}

  /// How much a team has.
  ///
  /// @param products without those that were deleted
  /// @param media without those that turned out to be others
  /// @param links confirmed, active ones
  /// @param posts of whatever status
  /// @param orders also cancelled ones and tests
  public record Contents(int products, int media, int links, int posts, int orders) {}
}
