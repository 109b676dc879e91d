package io.hangtag.core.importing;

import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.INSTANT;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;

/// Reads and writes what Printify says of one team's products.
final class PrintifyQueries {
  /// Of no Shopify export, so that the first one is news.
  private static final byte[] NEVER_TOLD = new byte[32];

  private final DSLContext db;
  private final long workspace;

  PrintifyQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// What Printify last said under this id.
  Optional<Listing> listing(String printifyId) {
    return db.select(
            PRODUCT_ALIASES.PRODUCT_ID.convertFrom(ProductId::new),
            PRODUCT_ALIASES.CONTENT.convertFrom(PrintifyContent::read))
        .from(PRODUCT_ALIASES)
        .where(
            PRODUCT_ALIASES.WORKSPACE_ID.eq(workspace),
            PRODUCT_ALIASES.SOURCE.eq(Source.PRINTIFY.code()),
            PRODUCT_ALIASES.EXTERNAL_ID.eq(printifyId))
        .fetchOptional(mapping(Listing::new));
  }

  /// Remembers what Printify says, and of which product.
  void saveListing(ProductId product, PrintifyProduct printed) {
    db.insertInto(PRODUCT_ALIASES)
        .set(PRODUCT_ALIASES.WORKSPACE_ID, workspace)
        .set(PRODUCT_ALIASES.SOURCE, Source.PRINTIFY.code())
        .set(PRODUCT_ALIASES.EXTERNAL_ID, printed.id())
        .set(PRODUCT_ALIASES.PRODUCT_ID, product.value())
        .set(PRODUCT_ALIASES.CONTENT, PrintifyContent.write(printed))
        .onConflict(
            PRODUCT_ALIASES.WORKSPACE_ID, PRODUCT_ALIASES.SOURCE, PRODUCT_ALIASES.EXTERNAL_ID)
        .doUpdate()
        .set(PRODUCT_ALIASES.PRODUCT_ID, product.value())
        .set(PRODUCT_ALIASES.CONTENT, PrintifyContent.write(printed))
        .execute();
  }

  void addShopifyId(ProductId product, String id) {
    db.insertInto(PRODUCT_ALIASES)
        .set(PRODUCT_ALIASES.WORKSPACE_ID, workspace)
        .set(PRODUCT_ALIASES.SOURCE, Source.SHOPIFY.code())
        .set(PRODUCT_ALIASES.EXTERNAL_ID, id)
        .set(PRODUCT_ALIASES.PRODUCT_ID, product.value())
        .execute();
  }

  /// Adds a product that only Printify tells of.
  ProductId insert(PrintifyProduct printed, Currency currency, Instant now) {
    return db.insertInto(PRODUCTS)
        .set(PRODUCTS.WORKSPACE_ID, workspace)
        .set(PRODUCTS.TITLE, printed.title())
        .set(PRODUCTS.CURRENCY, currency.getCurrencyCode())
        .set(PRODUCTS.IMPORT_HASH, NEVER_TOLD)
        .set(PRODUCTS.SHOPIFY_TELLS, false)
        .set(PRODUCTS.SHOPIFY_TELLS_TAGS, false)
        .set(PRODUCTS.SHOPIFY_TELLS_IMAGE, false)
        .set(PRODUCTS.SHOPIFY_TELLS_PRICE, false)
        .set(PRODUCTS.CREATED_AT, now)
        .set(PRODUCTS.UPDATED_AT, now)
        .returningResult(PRODUCTS.ID.convertFrom(ProductId::new))
        .fetchSingle()
        .value1();
  }

  void nameAs(ProductId product, String handle) {
    db.update(PRODUCTS)
        .set(PRODUCTS.HANDLE, handle)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace), PRODUCTS.ID.eq(product.value()))
        .execute();
  }

  /// Says that a product changed. One that only Printify tells of is back from deleted.
  void touch(ProductId product, Instant now) {
    db.update(PRODUCTS)
        .set(PRODUCTS.UPDATED_AT, now)
        .set(
            PRODUCTS.DELETED_AT,
            when(PRODUCTS.SHOPIFY_TELLS, PRODUCTS.DELETED_AT).otherwise(inline(null, INSTANT)))
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace), PRODUCTS.ID.eq(product.value()))
        .execute();
  }

  /// What Printify said under one of its ids, and which product that is.
  record Listing(ProductId product, PrintifyProduct content) {}
}
