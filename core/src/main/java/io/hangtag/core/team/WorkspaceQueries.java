package io.hangtag.core.team;

import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectCount;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;

final class WorkspaceQueries {
  static final Field<WorkspaceId> ID = WORKSPACES.ID.convertFrom(WorkspaceId::new);

  private static final SelectField<Workspace> WORKSPACE =
      row(
              ID,
              WORKSPACES.NAME,
              WORKSPACES.TIMEZONE.convertFrom(ZoneId::of),
              WORKSPACES.CURRENCY.convertFrom(Currency::getInstance))
          .mapping(Workspace::new);

  private final DSLContext db;

  WorkspaceQueries(DSLContext db) {
    this.db = db;
  }

  Optional<Workspace> insert(String name, ZoneId timezone, Currency currency) {
    return db.insertInto(WORKSPACES)
        .set(WORKSPACES.NAME, name)
        .set(WORKSPACES.TIMEZONE, timezone.getId())
        .set(WORKSPACES.CURRENCY, currency.getCurrencyCode())
        .onConflict(WORKSPACES.NAME)
        .doNothing()
        .returningResult(WORKSPACE)
        .fetchOptional()
        .map(row -> row.value1());
  }

  Optional<Workspace> findByName(String name) {
    return db.select(WORKSPACE)
        .from(WORKSPACES)
        .where(WORKSPACES.NAME.eq(name))
        .fetchOptional(mapping(workspace -> workspace));
  }

  Optional<Workspace> findById(WorkspaceId id) {
    return db.select(WORKSPACE)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(id.value()))
        .fetchOptional(mapping(workspace -> workspace));
  }

  List<Workspaces.Entry> all() {
    Field<Integer> chats =
        field(selectCount().from(CHATS).where(CHATS.WORKSPACE_ID.eq(WORKSPACES.ID)));
    return db.select(WORKSPACE, chats)
        .from(WORKSPACES)
        .orderBy(WORKSPACES.NAME)
        .fetch(mapping(Workspaces.Entry::new));
  }
}
