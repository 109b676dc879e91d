package io.hangtag.core;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.table;

import io.hangtag.core.Checkup.Contents;
import io.hangtag.core.Checkup.DatabaseVersions;
import io.hangtag.core.team.WorkspaceId;
import org.jooq.DSLContext;
import org.jooq.Field;

final class CheckupQueries {
  private static final Field<String> SERVER =
      field("current_setting('server_version')", String.class);

  private final DSLContext db;

  CheckupQueries(DSLContext db) {
    this.db = db;
  }

  /// Migrations have numbers of equal length.
  DatabaseVersions databaseVersions() {
    Field<String> schema =
        field(
            select(max(field(name("version"), String.class)))
                .from(table(name("flyway_schema_history")))
                .where(field(name("success"), Boolean.class)));
    return db.select(SERVER, schema).fetchSingle(mapping(DatabaseVersions::new));
  }

  Contents contents(WorkspaceId workspace) {
    long id = workspace.value();
    return db.select(
            field(
                selectCount()
                    .from(PRODUCTS)
                    .where(PRODUCTS.WORKSPACE_ID.eq(id), PRODUCTS.DELETED_AT.isNull())),
            field(
                selectCount()
                    .from(MEDIA_ITEMS)
                    .where(MEDIA_ITEMS.WORKSPACE_ID.eq(id))
                    .and(MEDIA_ITEMS.IS_ACTIVE)
                    .and(MEDIA_ITEMS.MERGED_INTO.isNull())),
            field(
                selectCount()
                    .from(MEDIA_PRODUCT_LINKS)
                    .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(id))
                    .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull())
                    .and(MEDIA_PRODUCT_LINKS.IS_CONFIRMED)),
            field(selectCount().from(POSTS).where(POSTS.WORKSPACE_ID.eq(id))),
            field(selectCount().from(ORDERS).where(ORDERS.WORKSPACE_ID.eq(id))))
        .fetchSingle(mapping(Contents::new));
  }
}
