package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.importing.ExportedProduct.ExportedVariant;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Reads and writes the variants of one team's products for an import, many rows a statement.
final class VariantQueries {
  private static final Field<ProductId> PRODUCT =
      PRODUCT_VARIANTS.PRODUCT_ID.convertFrom(ProductId::new);

  private final DSLContext db;
  private final long workspace;

  VariantQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// The variants of these products, in their order.
  Map<ProductId, List<KnownVariant>> variantsOf(Collection<ProductId> products) {
    return db.select(
            PRODUCT,
            PRODUCT_VARIANTS.ID,
            PRODUCT_VARIANTS.TITLE,
            PRODUCT_VARIANTS.SKU,
            PRODUCT_VARIANTS.SHOPIFY_ID,
            PRODUCT_VARIANTS.SHOPIFY_TELLS)
        .from(PRODUCT_VARIANTS)
        .where(
            PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace),
            anyOf(
                PRODUCT_VARIANTS.PRODUCT_ID,
                BIGINT,
                products.stream().map(ProductId::value).toList()))
        .orderBy(PRODUCT, PRODUCT_VARIANTS.POSITION, PRODUCT_VARIANTS.ID)
        .fetchGroups(
            PRODUCT,
            row ->
                new KnownVariant(
                    row.get(PRODUCT_VARIANTS.ID),
                    row.get(PRODUCT_VARIANTS.TITLE),
                    row.get(PRODUCT_VARIANTS.SKU),
                    row.get(PRODUCT_VARIANTS.SHOPIFY_ID),
                    row.get(PRODUCT_VARIANTS.SHOPIFY_TELLS)));
  }

  /// Takes Shopify's ids from variants.
  void clearIds(Collection<Long> variants) {
    db.update(PRODUCT_VARIANTS)
        .setNull(PRODUCT_VARIANTS.SHOPIFY_ID)
        .where(
            PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace),
            anyOf(PRODUCT_VARIANTS.ID, BIGINT, variants))
        .execute();
  }

  /// Changes known variants; what their exports do not say stays.
  void update(List<VariantContent> variants) {
    VariantColumns given = new VariantColumns(variants);
    db.update(PRODUCT_VARIANTS)
        .set(PRODUCT_VARIANTS.POSITION, given.position)
        .set(PRODUCT_VARIANTS.TITLE, given.title)
        .set(PRODUCT_VARIANTS.SKU, nullif(coalesce(given.sku, PRODUCT_VARIANTS.SKU), inline("")))
        .set(
            PRODUCT_VARIANTS.BARCODE,
            nullif(coalesce(given.barcode, PRODUCT_VARIANTS.BARCODE), inline("")))
        .set(PRODUCT_VARIANTS.PRICE_MINOR, coalesce(given.price, PRODUCT_VARIANTS.PRICE_MINOR))
        .set(PRODUCT_VARIANTS.SHOPIFY_ID, coalesce(given.shopifyId, PRODUCT_VARIANTS.SHOPIFY_ID))
        .set(PRODUCT_VARIANTS.SHOPIFY_TELLS, true)
        .set(
            PRODUCT_VARIANTS.SHOPIFY_TELLS_SKU,
            field(PRODUCT_VARIANTS.SHOPIFY_TELLS_SKU.isTrue().or(given.sku.isNotNull())))
        .set(
            PRODUCT_VARIANTS.SHOPIFY_TELLS_PRICE,
            field(PRODUCT_VARIANTS.SHOPIFY_TELLS_PRICE.isTrue().or(given.price.isNotNull())))
        .from(given.rows.table())
        .where(
            PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace),
            PRODUCT_VARIANTS.ID.eq(given.id),
            anyOf(PRODUCT_VARIANTS.ID, BIGINT, variants.stream().map(VariantContent::id).toList()))
        .execute();
  }

  /// Adds variants in their order.
  void insert(List<VariantContent> variants) {
    VariantColumns given = new VariantColumns(variants);
    db.insertInto(
            PRODUCT_VARIANTS,
            PRODUCT_VARIANTS.WORKSPACE_ID,
            PRODUCT_VARIANTS.PRODUCT_ID,
            PRODUCT_VARIANTS.POSITION,
            PRODUCT_VARIANTS.TITLE,
            PRODUCT_VARIANTS.SKU,
            PRODUCT_VARIANTS.BARCODE,
            PRODUCT_VARIANTS.PRICE_MINOR,
            PRODUCT_VARIANTS.SHOPIFY_ID,
            PRODUCT_VARIANTS.SHOPIFY_TELLS_SKU,
            PRODUCT_VARIANTS.SHOPIFY_TELLS_PRICE)
        .select(
            select(
                    val(workspace),
                    given.product,
                    given.position,
                    given.title,
                    nullif(given.sku, inline("")),
                    nullif(given.barcode, inline("")),
                    given.price,
                    given.shopifyId,
                    field(given.sku.isNotNull()),
                    field(given.price.isNotNull()))
                .from(given.rows.table())
                .orderBy(given.rows.place()))
        .execute();
  }

  /// A variant of the catalogue as far as an import needs it.
  ///
  /// @param sku null if it has none
  /// @param shopifyId null if not known
  /// @param shopifyTells whether a Shopify export had it, or only Printify spoke of it
  record KnownVariant(
      long id,
      String title,
      @Nullable String sku,
      @Nullable String shopifyId,
      boolean shopifyTells) {
    boolean hasSkuOf(ExportedVariant variant) {
      return sku != null && sku.equals(variant.sku());
    }

    boolean hasTitleOf(ExportedVariant variant) {
      return title.equals(variant.title());
    }

    boolean hasIdOf(ExportedVariant variant) {
      return shopifyId != null && shopifyId.equals(variant.shopifyId());
    }
  }

  /// What is to be stored of a variant.
  ///
  /// @param id null if it is new
  record VariantContent(ProductId product, @Nullable Long id, ExportedVariant variant) {}

  private static final class VariantColumns {
    final GivenRowQueries<VariantContent> rows;
    final Field<Long> id;
    final Field<Long> product;
    final Field<Integer> position;
    final Field<String> title;
    final Field<String> sku;
    final Field<String> barcode;
    final Field<Long> price;
    final Field<String> shopifyId;

    VariantColumns(List<VariantContent> variants) {
      rows = new GivenRowQueries<>(variants);
      id = rows.column("id", BIGINT, VariantContent::id);
      product = rows.column("product_id", BIGINT, it -> it.product().value());
      position = rows.column("position", INTEGER, it -> it.variant().position());
      title = rows.column("title", CLOB, it -> it.variant().title());
      sku = rows.column("sku", CLOB, it -> it.variant().sku());
      barcode = rows.column("barcode", CLOB, it -> it.variant().barcode());
      price = rows.column("price", BIGINT, it -> it.variant().priceMinor());
      shopifyId = rows.column("shopify_id", CLOB, it -> it.variant().shopifyId());
    }
  }
}
