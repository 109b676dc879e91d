package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.importing.PrintifyVariants.Variant;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Reads what Printify says of one team's products and writes it where Shopify says nothing.
final class PrintifyFillQueries {
  private static final Field<ProductId> PRODUCT =
      PRODUCT_ALIASES.PRODUCT_ID.convertFrom(ProductId::new);

  private final DSLContext db;
  private final long workspace;

  PrintifyFillQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// What Printify says of those of the products that it knows, by its ids.
  Map<ProductId, List<PrintifyProduct>> printed(Collection<ProductId> products) {
    return db.select(PRODUCT, PRODUCT_ALIASES.CONTENT)
        .from(PRODUCT_ALIASES)
        .where(
            PRODUCT_ALIASES.WORKSPACE_ID.eq(workspace),
            PRODUCT_ALIASES.SOURCE.eq(Source.PRINTIFY.code()),
            anyOf(PRODUCT_ALIASES.PRODUCT_ID, BIGINT, CatalogueQueries.values(products)))
        .orderBy(PRODUCT_ALIASES.EXTERNAL_ID)
        .fetchGroups(PRODUCT, row -> PrintifyContent.read(row.get(PRODUCT_ALIASES.CONTENT)));
  }

  /// Says what Printify says where Shopify does not.
  void fill(ProductId product, PrintifyProduct words) {
    Long min = words.prices().min(Comparator.naturalOrder()).orElse(null);
    Long max = words.prices().max(Comparator.naturalOrder()).orElse(null);
    db.update(PRODUCTS)
        .set(PRODUCTS.TITLE, when(PRODUCTS.SHOPIFY_TELLS, PRODUCTS.TITLE).otherwise(words.title()))
        .set(
            PRODUCTS.STATUS,
            when(PRODUCTS.SHOPIFY_TELLS, PRODUCTS.STATUS).otherwise(words.status().code()))
        .set(
            PRODUCTS.TAGS,
            when(PRODUCTS.SHOPIFY_TELLS_TAGS, PRODUCTS.TAGS)
                .otherwise(words.tags().toArray(String[]::new)))
        .set(
            PRODUCTS.IMAGE_URL,
            when(PRODUCTS.SHOPIFY_TELLS_IMAGE, PRODUCTS.IMAGE_URL)
                .otherwise(val(words.imageUrl(), CLOB)))
        .set(
            PRODUCTS.MIN_PRICE_MINOR,
            when(PRODUCTS.SHOPIFY_TELLS_PRICE, PRODUCTS.MIN_PRICE_MINOR)
                .otherwise(val(min, BIGINT)))
        .set(
            PRODUCTS.MAX_PRICE_MINOR,
            when(PRODUCTS.SHOPIFY_TELLS_PRICE, PRODUCTS.MAX_PRICE_MINOR)
                .otherwise(val(max, BIGINT)))
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace), PRODUCTS.ID.eq(product.value()))
        .execute();
  }

  /// In their order.
  List<Variant> variants(ProductId product) {
    return db.select(
            PRODUCT_VARIANTS.ID,
            PRODUCT_VARIANTS.POSITION,
            PRODUCT_VARIANTS.TITLE,
            PRODUCT_VARIANTS.SKU,
            PRODUCT_VARIANTS.PRICE_MINOR,
            PRODUCT_VARIANTS.PRINTIFY_ID,
            PRODUCT_VARIANTS.SHOPIFY_TELLS,
            PRODUCT_VARIANTS.SHOPIFY_TELLS_SKU,
            PRODUCT_VARIANTS.SHOPIFY_TELLS_PRICE)
        .from(PRODUCT_VARIANTS)
        .where(
            PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace),
            PRODUCT_VARIANTS.PRODUCT_ID.eq(product.value()))
        .orderBy(PRODUCT_VARIANTS.POSITION, PRODUCT_VARIANTS.ID)
        .fetch(mapping(Variant::new));
  }

  void delete(Collection<Variant> variants) {
    if (!variants.isEmpty()) {
      db.deleteFrom(PRODUCT_VARIANTS)
          .where(
              PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace),
              anyOf(PRODUCT_VARIANTS.ID, BIGINT, variants.stream().map(Variant::id).toList()))
          .execute();
    }
  }

  void update(List<Variant> variants) {
    if (variants.isEmpty()) {
      return;
    }
    VariantColumns given = new VariantColumns(variants);
    db.update(PRODUCT_VARIANTS)
        .set(PRODUCT_VARIANTS.POSITION, given.position)
        .set(PRODUCT_VARIANTS.TITLE, given.title)
        .set(PRODUCT_VARIANTS.SKU, given.sku)
        .set(PRODUCT_VARIANTS.PRICE_MINOR, given.price)
        .set(PRODUCT_VARIANTS.PRINTIFY_ID, given.printifyId)
        .from(given.rows.table())
        .where(
            PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace),
            PRODUCT_VARIANTS.ID.eq(given.id),
            anyOf(PRODUCT_VARIANTS.ID, BIGINT, variants.stream().map(Variant::id).toList()))
        .execute();
  }

  /// Adds variants in their order.
  void insert(ProductId product, List<Variant> variants) {
    if (variants.isEmpty()) {
      return;
    }
    VariantColumns given = new VariantColumns(variants);
    db.insertInto(
            PRODUCT_VARIANTS,
            PRODUCT_VARIANTS.WORKSPACE_ID,
            PRODUCT_VARIANTS.PRODUCT_ID,
            PRODUCT_VARIANTS.POSITION,
            PRODUCT_VARIANTS.TITLE,
            PRODUCT_VARIANTS.SKU,
            PRODUCT_VARIANTS.PRICE_MINOR,
            PRODUCT_VARIANTS.PRINTIFY_ID,
            PRODUCT_VARIANTS.SHOPIFY_TELLS,
            PRODUCT_VARIANTS.SHOPIFY_TELLS_SKU,
            PRODUCT_VARIANTS.SHOPIFY_TELLS_PRICE)
        .select(
            select(
                    val(workspace),
                    val(product.value()),
                    given.position,
                    given.title,
                    given.sku,
                    given.price,
                    given.printifyId,
                    inline(false),
                    inline(false),
                    inline(false))
                .from(given.rows.table())
                .orderBy(given.rows.place()))
        .execute();
  }

  private static final class VariantColumns {
    final GivenRowQueries<Variant> rows;
    final Field<Long> id;
    final Field<Integer> position;
    final Field<String> title;
    final Field<String> sku;
    final Field<Long> price;
    final Field<String> printifyId;

    VariantColumns(List<Variant> variants) {
      rows = new GivenRowQueries<>(variants);
      id = rows.column("id", BIGINT, Variant::id);
      position = rows.column("position", INTEGER, Variant::position);
      title = rows.column("title", CLOB, Variant::title);
      sku = rows.column("sku", CLOB, Variant::sku);
      price = rows.column("price", BIGINT, Variant::priceMinor);
      printifyId = rows.column("printify_id", CLOB, Variant::printifyId);
    }
  }
}
