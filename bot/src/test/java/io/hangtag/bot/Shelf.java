package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.CATALOGUE_WORDS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.impl.DSL.val;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Locale;
import org.jooq.DSLContext;

/// Puts products into a team's catalogue.
record Shelf(DSLContext sql, WorkspaceId workspace) {
  /// A product for 12.50 USD.
  ///
  /// @return its number
  @CanIgnoreReturnValue
  long holds(String title, String sku) {
    long product =
        sql.insertInto(PRODUCTS)
            .set(PRODUCTS.WORKSPACE_ID, workspace.value())
            .set(PRODUCTS.TITLE, title)
            .set(PRODUCTS.HANDLE, sku.toLowerCase(Locale.ROOT) + "-" + title.hashCode())
            .set(PRODUCTS.CURRENCY, "USD")
            .set(PRODUCTS.MIN_PRICE_MINOR, 1250L)
            .set(PRODUCTS.MAX_PRICE_MINOR, 1250L)
            .set(PRODUCTS.IMPORT_HASH, new byte[] {1})
            .returningResult(PRODUCTS.ID)
            .fetchSingle()
            .value1();
    sql.insertInto(PRODUCT_VARIANTS)
        .set(PRODUCT_VARIANTS.WORKSPACE_ID, workspace.value())
        .set(PRODUCT_VARIANTS.PRODUCT_ID, product)
        .set(PRODUCT_VARIANTS.POSITION, 1)
        .set(PRODUCT_VARIANTS.TITLE, "Default Title")
        .set(PRODUCT_VARIANTS.SKU, sku)
        .set(PRODUCT_VARIANTS.PRICE_MINOR, 1250L)
        .execute();
    return product;
  }

  /// Knows the words of its products, as after an import, so that other words are corrected to
  /// them.
  void countsWords() {
    sql.deleteFrom(CATALOGUE_WORDS)
        .where(CATALOGUE_WORDS.WORKSPACE_ID.eq(workspace.value()))
        .execute();
    sql.execute(
        "insert into catalogue_words (workspace_id, word, products)"
            + " select {0}, word, products from count_words({0})",
        val(workspace.value()));
    sql.update(WORKSPACES)
        .set(WORKSPACES.CATALOG_VERSION, WORKSPACES.CATALOG_VERSION.plus(1))
        .where(WORKSPACES.ID.eq(workspace.value()))
        .execute();
  }

  /// Takes a product out of the catalogue.
  void loses(long product) {
    sql.update(PRODUCTS)
        .set(PRODUCTS.DELETED_AT, Instant.now())
        .where(PRODUCTS.ID.eq(product))
        .execute();
  }
}
