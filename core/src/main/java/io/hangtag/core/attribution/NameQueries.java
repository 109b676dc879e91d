package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What people call order lines and posts.
final class NameQueries {
  private final DSLContext db;
  private final WorkspaceId workspace;

  NameQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  Map<LineKey, LineName> lines(Collection<Long> orders) {
    return db.select(
            ORDER_LINES.ORDER_ID,
            ORDER_LINES.POSITION,
            ORDERS.NAME,
            ORDER_LINES.SKU,
            ORDER_LINES.TITLE)
        .from(ORDER_LINES)
        .join(ORDERS)
        .on(ORDERS.WORKSPACE_ID.eq(ORDER_LINES.WORKSPACE_ID))
        .and(ORDERS.ID.eq(ORDER_LINES.ORDER_ID))
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
        .and(ORDER_LINES.ORDER_ID.eq(any(orders.toArray(Long[]::new))))
        .fetchMap(
            row -> new LineKey(row.value1(), row.value2()),
            row -> new LineName(row.value3(), row.value4(), row.value5()));
  }

  /// The posts' ids on their platforms, or else our own.
  Map<Long, String> posts(Collection<Long> posts) {
    return db.select(POSTS.ID, coalesce(POSTS.EXTERNAL_ID, cast(POSTS.ID, CLOB)))
        .from(POSTS)
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.ID.eq(any(posts.toArray(Long[]::new))))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  record LineKey(long order, int position) {}

  /// @param sku null: none
  record LineName(String order, @Nullable String sku, String title) {}
}
