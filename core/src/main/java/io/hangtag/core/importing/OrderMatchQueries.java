package io.hangtag.core.importing;

import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.OrderLines;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// Finds the products of order lines whose product is not known yet.
final class OrderMatchQueries {
  private static final String NAME = "called";
  private static final String PRODUCT = "product_id";

  private final DSLContext db;
  private final long workspace;

  OrderMatchQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  boolean hasUnknown() {
    return db.select(field(exists(selectOne().from(ORDER_LINES).where(isUnknown(ORDER_LINES)))))
        .fetchSingle(Record1::value1);
  }

  /// Gives lines the product that they name by variant or product id, else by a SKU, else by a
  /// title with or without variant that one product alone has.
  void matchUnknown() {
    Table<?> found = found();
    db.update(ORDER_LINES)
        .set(ORDER_LINES.PRODUCT_ID, found.field(ORDER_LINES.PRODUCT_ID))
        .from(found)
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace))
        .and(ORDER_LINES.ORDER_ID.eq(found.field(ORDER_LINES.ORDER_ID)))
        .and(ORDER_LINES.POSITION.eq(found.field(ORDER_LINES.POSITION)))
        .execute();
  }

  private Condition isUnknown(OrderLines lines) {
    return lines.WORKSPACE_ID.eq(workspace).and(lines.PRODUCT_ID.isNull());
  }

  /// The unknown lines whose products are found, by their keys: joined to them by what they are
  /// called the planner would expect one line and read all for each name.
  private Table<?> found() {
    OrderLines unknown = ORDER_LINES.as("unknown");
    Table<?> variant = meaningOne(variantIds(), "variant");
    Table<?> sku = meaningOne(skus(), "sku");
    Table<?> title = meaningOne(titles(), "title");
    Field<Long> product =
        coalesce(product(variant), PRODUCT_ALIASES.PRODUCT_ID, product(sku), product(title));
    return select(unknown.ORDER_ID, unknown.POSITION, product.as(ORDER_LINES.PRODUCT_ID))
        .from(unknown)
        .leftJoin(variant)
        .on(called(variant).eq(unknown.SHOP_VARIANT_ID))
        .leftJoin(PRODUCT_ALIASES)
        .on(PRODUCT_ALIASES.WORKSPACE_ID.eq(workspace))
        .and(PRODUCT_ALIASES.SOURCE.eq(inline("shopify")))
        .and(PRODUCT_ALIASES.EXTERNAL_ID.eq(unknown.SHOP_PRODUCT_ID))
        .leftJoin(sku)
        .on(called(sku).eq(unknown.SKU))
        .leftJoin(title)
        .on(called(title).eq(unknown.TITLE))
        .where(isUnknown(unknown))
        .and(product.isNotNull())
        .asTable("found");
  }

  /// Of what products are called, that which means one alone.
  private static Table<?> meaningOne(Select<Record2<String, Long>> names, String alias) {
    Table<?> all = names.asTable("names", NAME, PRODUCT);
    return select(called(all).as(NAME), min(product(all)).as(PRODUCT))
        .from(all)
        .groupBy(called(all))
        .having(min(product(all)).eq(max(product(all))))
        .asTable(alias);
  }

  private static Field<String> called(Table<?> names) {
    return field(name(names.getName(), NAME), SQLDataType.CLOB);
  }

  private static Field<Long> product(Table<?> names) {
    return field(name(names.getName(), PRODUCT), SQLDataType.BIGINT);
  }

  private Select<Record2<String, Long>> variantIds() {
    return select(PRODUCT_VARIANTS.SHOPIFY_ID, PRODUCT_VARIANTS.PRODUCT_ID)
        .from(PRODUCT_VARIANTS)
        .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace))
        .and(PRODUCT_VARIANTS.SHOPIFY_ID.isNotNull());
  }

  private Select<Record2<String, Long>> skus() {
    return select(PRODUCT_VARIANTS.SKU, PRODUCT_VARIANTS.PRODUCT_ID)
        .from(PRODUCT_VARIANTS)
        .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace))
        .and(PRODUCT_VARIANTS.SKU.isNotNull());
  }

  /// What turned out to be another product is called so still.
  private Select<Record2<String, Long>> titles() {
    return select(PRODUCTS.TITLE, coalesce(PRODUCTS.MERGED_INTO, PRODUCTS.ID))
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace))
        .unionAll(
            select(
                    PRODUCTS.TITLE.concat(inline(" - ")).concat(PRODUCT_VARIANTS.TITLE),
                    PRODUCT_VARIANTS.PRODUCT_ID)
                .from(PRODUCT_VARIANTS)
                .join(PRODUCTS)
                .on(PRODUCTS.WORKSPACE_ID.eq(PRODUCT_VARIANTS.WORKSPACE_ID))
                .and(PRODUCTS.ID.eq(PRODUCT_VARIANTS.PRODUCT_ID))
                .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace)));
  }
}
