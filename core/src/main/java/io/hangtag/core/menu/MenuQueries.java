package io.hangtag.core.menu;

import static io.hangtag.db.schema.Tables.MENUS;

import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;

final class MenuQueries {
  private final DSLContext db;

  MenuQueries(DSLContext db) {
    this.db = db;
  }

  MenuId insert(WorkspaceId workspace, String json, Instant now) {
    return db.insertInto(MENUS)
        .set(MENUS.WORKSPACE_ID, workspace.value())
        .set(MENUS.STATE, JSONB.valueOf(json))
        .set(MENUS.CREATED_AT, now)
        .returningResult(MENUS.ID.convertFrom(MenuId::new))
        .fetchSingle()
        .value1();
  }

  Optional<String> find(WorkspaceId workspace, MenuId menu, Instant since) {
    return db.select(MENUS.STATE.convertFrom(JSONB::data))
        .from(MENUS)
        .where(MENUS.WORKSPACE_ID.eq(workspace.value()))
        .and(MENUS.ID.eq(menu.value()))
        .and(MENUS.CREATED_AT.ge(since))
        .fetchOptional()
        .map(row -> row.value1());
  }

  int deleteBefore(Instant when) {
    return db.deleteFrom(MENUS).where(MENUS.CREATED_AT.lt(when)).execute();
  }
}
