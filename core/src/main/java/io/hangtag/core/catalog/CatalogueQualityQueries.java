package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.ProductQueries.firstSku;
import static io.hangtag.core.catalog.ProductQueries.isThere;
import static io.hangtag.core.catalog.ProductQueries.product;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Table;

final class CatalogueQualityQueries {
  private static final Name HELD = name("held");
  private static final Field<String> FOLDED = field(name("held", "sku_folded"), String.class);
  private static final Field<Long> HOLDER = field(name("held", "product_id"), Long.class);
  private static final Field<String> SKU = field(name("held", "sku"), String.class);
  private static final Field<Integer> HOLDERS = field(name("held", "holders"), Integer.class);

  private final DSLContext db;

  CatalogueQualityQueries(DSLContext db) {
    this.db = db;
  }

  int countSharedSkus(WorkspaceId workspace) {
    return db.select(countDistinct(FOLDED))
        .from(heldSkus(workspace))
        .where(HOLDERS.gt(1))
        .fetchSingle()
        .value1();
  }

  List<Product> sharingSkus(WorkspaceId workspace, int limit) {
    return db.select(product(SKU))
        .from(heldSkus(workspace))
        .join(PRODUCTS)
        .on(PRODUCTS.WORKSPACE_ID.eq(workspace.value()).and(PRODUCTS.ID.eq(HOLDER)))
        .where(HOLDERS.gt(1))
        .orderBy(FOLDED, PRODUCTS.ID)
        .limit(limit)
        .fetch(Record1::value1);
  }

  /// A row for each SKU and product that has it.
  private static Table<?> heldSkus(WorkspaceId workspace) {
    return select(
            PRODUCT_VARIANTS.SKU_FOLDED,
            PRODUCT_VARIANTS.PRODUCT_ID,
            min(PRODUCT_VARIANTS.SKU).as("sku"),
            count().over().partitionBy(PRODUCT_VARIANTS.SKU_FOLDED).as("holders"))
        .from(PRODUCT_VARIANTS)
        .join(PRODUCTS)
        .on(PRODUCTS.WORKSPACE_ID.eq(PRODUCT_VARIANTS.WORKSPACE_ID))
        .and(PRODUCTS.ID.eq(PRODUCT_VARIANTS.PRODUCT_ID))
        .where(isThere(workspace))
        .and(PRODUCT_VARIANTS.SKU_FOLDED.isNotNull())
        .groupBy(PRODUCT_VARIANTS.SKU_FOLDED, PRODUCT_VARIANTS.PRODUCT_ID)
        .asTable(HELD);
  }

  int countUnpriced(WorkspaceId workspace) {
    return countProducts(isUnpriced(workspace));
  }

  List<Product> unpriced(WorkspaceId workspace, int limit) {
    return products(isUnpriced(workspace), limit);
  }

  int countUnsold(WorkspaceId workspace) {
    return countProducts(isUnsold(workspace));
  }

  List<Product> unsold(WorkspaceId workspace, int limit) {
    return products(isUnsold(workspace), limit);
  }

  private int countProducts(Condition condition) {
    return db.fetchCount(PRODUCTS, condition);
  }

  private List<Product> products(Condition condition, int limit) {
    return db.select(product(firstSku()))
        .from(PRODUCTS)
        .where(condition)
        .orderBy(PRODUCTS.ID)
        .limit(limit)
        .fetch(Record1::value1);
  }

  private static Condition isUnpriced(WorkspaceId workspace) {
    return isThere(workspace).and(PRODUCTS.MIN_PRICE_MINOR.isNull());
  }

  /// What turned out to be another product is not gone: its links went to that.
  private static Condition isUnsold(WorkspaceId workspace) {
    return PRODUCTS
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(PRODUCTS.MERGED_INTO.isNull())
        .and(PRODUCTS.STATUS.ne(ProductStatus.ACTIVE.code()).or(PRODUCTS.DELETED_AT.isNotNull()))
        .and(
            PRODUCTS.ID.in(
                select(MEDIA_PRODUCT_LINKS.PRODUCT_ID)
                    .from(MEDIA_PRODUCT_LINKS)
                    .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
                    .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull())
                    .and(MEDIA_PRODUCT_LINKS.IS_CONFIRMED)));
  }
}
