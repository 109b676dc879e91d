package io.hangtag.core.importing;

import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;

import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;

/// Reads whose shop an export is of.
final class ShopQueries {
  private final DSLContext db;
  private final long workspace;

  ShopQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Keeps other imports of this team waiting until the transaction ends and gives its shop; empty
  /// if there is no such workspace.
  Optional<Shop> lockWorkspace(Instant now) {
    return db.select(WORKSPACES.CURRENCY, WORKSPACES.TIMEZONE)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace))
        .forNoKeyUpdate()
        .fetchOptional(
            mapping(
                (currency, zone) ->
                    new Shop(Currency.getInstance(currency), ZoneId.of(zone), now)));
  }
}
