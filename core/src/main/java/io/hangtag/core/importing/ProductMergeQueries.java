package io.hangtag.core.importing;

import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.ProductVariants;
import java.time.Instant;
import org.jooq.DSLContext;

/// Gives what belongs to one product of a team to another.
final class ProductMergeQueries {
  private final DSLContext db;
  private final long workspace;

  ProductMergeQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Takes a product out of the catalogue; it and what led to it lead to the kept one.
  void retire(ProductId product, ProductId kept, Instant now) {
    db.update(PRODUCTS)
        .setNull(PRODUCTS.HANDLE)
        .set(PRODUCTS.MERGED_INTO, kept.value())
        .set(PRODUCTS.DELETED_AT, coalesce(PRODUCTS.DELETED_AT, val(now)))
        .set(PRODUCTS.UPDATED_AT, now)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace))
        .and(PRODUCTS.ID.eq(product.value()).or(PRODUCTS.MERGED_INTO.eq(product.value())))
        .execute();
  }

  void nameAs(ProductId product, String handle) {
    db.update(PRODUCTS)
        .set(PRODUCTS.HANDLE, handle)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace))
        .and(PRODUCTS.ID.eq(product.value()))
        .execute();
  }

  void moveAliases(ProductId product, ProductId kept) {
    db.update(PRODUCT_ALIASES)
        .set(PRODUCT_ALIASES.PRODUCT_ID, kept.value())
        .where(PRODUCT_ALIASES.WORKSPACE_ID.eq(workspace))
        .and(PRODUCT_ALIASES.PRODUCT_ID.eq(product.value()))
        .execute();
  }

  /// Two variants that Shopify calls the same are the same.
  void dropVariantsOfSameTitle(ProductId product, ProductId kept) {
    ProductVariants same = PRODUCT_VARIANTS.as("same");
    db.deleteFrom(PRODUCT_VARIANTS)
        .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace))
        .and(PRODUCT_VARIANTS.PRODUCT_ID.eq(product.value()))
        .and(PRODUCT_VARIANTS.SHOPIFY_TELLS)
        .and(
            exists(
                selectOne()
                    .from(same)
                    .where(same.WORKSPACE_ID.eq(workspace))
                    .and(same.PRODUCT_ID.eq(kept.value()))
                    .and(same.TITLE.eq(PRODUCT_VARIANTS.TITLE))
                    .and(same.SHOPIFY_TELLS)))
        .execute();
  }

  void moveVariants(ProductId product, ProductId kept) {
    db.update(PRODUCT_VARIANTS)
        .set(PRODUCT_VARIANTS.PRODUCT_ID, kept.value())
        .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace))
        .and(PRODUCT_VARIANTS.PRODUCT_ID.eq(product.value()))
        .execute();
  }

  void moveOrderLines(ProductId product, ProductId kept) {
    db.update(ORDER_LINES)
        .set(ORDER_LINES.PRODUCT_ID, kept.value())
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace))
        .and(ORDER_LINES.PRODUCT_ID.eq(product.value()))
        .execute();
  }
}
