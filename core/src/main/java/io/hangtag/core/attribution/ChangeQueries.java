package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.ATTRIBUTION_CHANGES;
import static io.hangtag.db.schema.Tables.ATTRIBUTION_STATES;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// How one team counts, and what has changed since it was last calculated.
final class ChangeQueries {
  private final DSLContext db;
  private final WorkspaceId workspace;

  ChangeQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// Waits until nobody else calculates for this team, and keeps them waiting until the transaction
  /// ends.
  void lock() {
    db.select(
            field(
                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                val("attribution of workspace " + workspace)))
        .fetch();
  }

  /// Empty if there is no such team.
  Optional<Settings> settings() {
    return db.select(
            WORKSPACES.TIMEZONE,
            WORKSPACES.CURRENCY,
            WORKSPACES.ATTRIBUTION_MODEL,
            WORKSPACES.ATTRIBUTION_WINDOW_HOURS)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace.value()))
        .fetchOptional(
            mapping(
                (zone, currency, model, hours) ->
                    new Settings(
                        ZoneId.of(zone),
                        Currency.getInstance(currency),
                        new Rules(AttributionModel.of(model), new Window(hours)))));
  }

  /// What the kept figures follow; empty if there are none.
  Optional<State> state() {
    return db.select(ATTRIBUTION_STATES.RULES, ATTRIBUTION_STATES.CALCULATED_AT)
        .from(ATTRIBUTION_STATES)
        .where(ATTRIBUTION_STATES.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional(mapping(State::new));
  }

  void save(Settings settings, Instant now) {
    db.insertInto(ATTRIBUTION_STATES)
        .set(ATTRIBUTION_STATES.WORKSPACE_ID, workspace.value())
        .set(ATTRIBUTION_STATES.RULES, settings.name())
        .set(ATTRIBUTION_STATES.CALCULATED_AT, now)
        .onConflict(ATTRIBUTION_STATES.WORKSPACE_ID)
        .doUpdate()
        .set(ATTRIBUTION_STATES.RULES, excluded(ATTRIBUTION_STATES.RULES))
        .set(ATTRIBUTION_STATES.CALCULATED_AT, excluded(ATTRIBUTION_STATES.CALCULATED_AT))
        .execute();
  }

  /// Takes what has changed: who calls must calculate it in the same transaction.
  List<Changed> take() {
    return db.deleteFrom(ATTRIBUTION_CHANGES)
        .where(ATTRIBUTION_CHANGES.WORKSPACE_ID.eq(workspace.value()))
        .returningResult(
            ATTRIBUTION_CHANGES.PRODUCT_ID,
            ATTRIBUTION_CHANGES.LINK_ID,
            ATTRIBUTION_CHANGES.FROM_AT,
            ATTRIBUTION_CHANGES.TO_AT)
        .fetch(mapping(Changed::new));
  }

  /// Whether anything has changed.
  boolean any() {
    return db.fetchExists(
        ATTRIBUTION_CHANGES, ATTRIBUTION_CHANGES.WORKSPACE_ID.eq(workspace.value()));
  }

  record State(String rules, Instant calculatedAt) {}

  /// @param link null: only orders changed
  record Changed(long product, @Nullable Long link, Instant from, Instant to) {}
}
