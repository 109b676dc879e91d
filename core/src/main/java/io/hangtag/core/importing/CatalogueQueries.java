package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BLOB;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Source;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/// Reads and writes one team's products for an import, many rows a statement.
final class CatalogueQueries {
  private static final String SHOPIFY = Source.SHOPIFY.code();
  private static final Field<ProductId> PRODUCT = PRODUCTS.ID.convertFrom(ProductId::new);
  private static final Field<String> FINGERPRINT =
      PRODUCTS.IMPORT_HASH.convertFrom(HexFormat.of()::formatHex);

  /// Of a row of PRODUCTS beside its alias of Shopify, if it has one.
  private static final SelectField<KnownProduct> KNOWN =
      row(
              PRODUCT,
              PRODUCTS.HANDLE,
              PRODUCT_ALIASES.EXTERNAL_ID,
              FINGERPRINT,
              PRODUCTS.DELETED_AT,
              PRODUCTS.SHOPIFY_TELLS)
          .mapping(KnownProduct::new);

  private final DSLContext db;
  private final long workspace;

  CatalogueQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Keeps other imports of this team waiting until the transaction ends (and only those: rows that
  /// refer to the workspace can be written) and gives its currency; empty if there is no such
  /// workspace.
  Optional<Currency> lockWorkspace() {
    return db.select(WORKSPACES.CURRENCY)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace))
        .forNoKeyUpdate()
        .fetchOptional(WORKSPACES.CURRENCY)
        .map(Currency::getInstance);
  }

  /// Lets the planner know the rows this transaction has written. Before that a new team looks as
  /// if it had none, so that any index on its number seems as good as the right one, and each
  /// foreign key is checked by reading all of its products.
  void refreshStatistics() {
    db.execute(
        """
        analyze products (workspace_id, id, handle),
          product_variants (workspace_id, id, product_id),
          product_aliases (workspace_id, external_id, product_id)
        """);
  }

  void raiseCatalogVersion() {
    db.update(WORKSPACES)
        .set(WORKSPACES.CATALOG_VERSION, WORKSPACES.CATALOG_VERSION.plus(1))
        .where(WORKSPACES.ID.eq(workspace))
        .execute();
  }

  /// Those of these handles that are known, also of deleted products.
  Map<String, KnownProduct> productsByHandle(Collection<String> handles) {
    return db.select(PRODUCTS.HANDLE, KNOWN)
        .from(PRODUCTS)
        .leftJoin(PRODUCT_ALIASES)
        .on(isShopifyAliasOfProduct())
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace), anyOf(PRODUCTS.HANDLE, CLOB, handles))
        .fetchMap(Record2::value1, Record2::value2);
  }

  /// Those of these ids that are known, also of deleted products.
  Map<String, KnownProduct> productsByShopifyId(Collection<String> ids) {
    return db.select(PRODUCT_ALIASES.EXTERNAL_ID, KNOWN)
        .from(PRODUCT_ALIASES)
        .join(PRODUCTS)
        .on(isShopifyAliasOfProduct())
        .where(
            PRODUCT_ALIASES.WORKSPACE_ID.eq(workspace),
            PRODUCT_ALIASES.SOURCE.eq(SHOPIFY),
            anyOf(PRODUCT_ALIASES.EXTERNAL_ID, CLOB, ids))
        .fetchMap(Record2::value1, Record2::value2);
  }

  /// The product with Hangtag's own number, also a deleted one.
  Optional<KnownProduct> product(ProductId product) {
    return db.select(KNOWN)
        .from(PRODUCTS)
        .leftJoin(PRODUCT_ALIASES)
        .on(isShopifyAliasOfProduct())
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace), PRODUCTS.ID.eq(product.value()))
        .fetchOptional(Record1::value1);
  }

  private static Condition isShopifyAliasOfProduct() {
    return PRODUCT_ALIASES
        .WORKSPACE_ID
        .eq(PRODUCTS.WORKSPACE_ID)
        .and(PRODUCT_ALIASES.PRODUCT_ID.eq(PRODUCTS.ID))
        .and(PRODUCT_ALIASES.SOURCE.eq(SHOPIFY));
  }

  static List<Long> values(Collection<ProductId> products) {
    return products.stream().map(ProductId::value).toList();
  }

  /// Takes the handles from products whose names other products have now.
  void clearHandles(Collection<ProductId> products, Instant now) {
    db.update(PRODUCTS)
        .setNull(PRODUCTS.HANDLE)
        .set(PRODUCTS.UPDATED_AT, now)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace), anyOf(PRODUCTS.ID, BIGINT, values(products)))
        .execute();
  }

  /// Adds products in their order; gives their ids by handle.
  Map<String, ProductId> insert(List<Content> contents, Currency currency, Instant now) {
    ProductColumns given = new ProductColumns(contents);
    return db.insertInto(
            PRODUCTS,
            PRODUCTS.WORKSPACE_ID,
            PRODUCTS.HANDLE,
            PRODUCTS.TITLE,
            PRODUCTS.PRODUCT_TYPE,
            PRODUCTS.VENDOR,
            PRODUCTS.TAGS,
            PRODUCTS.STATUS,
            PRODUCTS.IMAGE_URL,
            PRODUCTS.MIN_PRICE_MINOR,
            PRODUCTS.MAX_PRICE_MINOR,
            PRODUCTS.CURRENCY,
            PRODUCTS.SHOPIFY_TELLS_TAGS,
            PRODUCTS.SHOPIFY_TELLS_IMAGE,
            PRODUCTS.SHOPIFY_TELLS_PRICE,
            PRODUCTS.IMPORT_HASH,
            PRODUCTS.CREATED_AT,
            PRODUCTS.UPDATED_AT)
        .select(
            select(
                    val(workspace),
                    given.handle,
                    given.title,
                    coalesce(given.productType, inline("")),
                    coalesce(given.vendor, inline("")),
                    coalesce(given.tags(), inline(new String[0])),
                    coalesce(given.status, inline("active")),
                    nullif(given.imageUrl, inline("")),
                    given.minPrice,
                    given.maxPrice,
                    val(currency.getCurrencyCode()),
                    field(given.tags().isNotNull()),
                    field(given.imageUrl.isNotNull()),
                    field(given.minPrice.isNotNull()),
                    given.hash(),
                    val(now),
                    val(now))
                .from(given.rows.table())
                .orderBy(given.rows.place()))
        .returningResult(PRODUCTS.HANDLE, PRODUCT)
        .fetchMap(PRODUCTS.HANDLE, PRODUCT);
  }

  /// Changes known products, also back from deleted; what their exports do not say stays.
  void update(List<Content> contents, Currency currency, Instant now) {
    ProductColumns given = new ProductColumns(contents);
    db.update(PRODUCTS)
        .set(PRODUCTS.HANDLE, given.handle)
        .set(PRODUCTS.TITLE, given.title)
        .set(PRODUCTS.PRODUCT_TYPE, coalesce(given.productType, PRODUCTS.PRODUCT_TYPE))
        .set(PRODUCTS.VENDOR, coalesce(given.vendor, PRODUCTS.VENDOR))
        .set(PRODUCTS.TAGS, coalesce(given.tags(), PRODUCTS.TAGS))
        .set(
            PRODUCTS.STATUS,
            coalesce(
                given.status,
                when(PRODUCTS.SHOPIFY_TELLS, PRODUCTS.STATUS).otherwise(inline("active"))))
        .set(PRODUCTS.IMAGE_URL, nullif(coalesce(given.imageUrl, PRODUCTS.IMAGE_URL), inline("")))
        .set(PRODUCTS.MIN_PRICE_MINOR, coalesce(given.minPrice, PRODUCTS.MIN_PRICE_MINOR))
        .set(PRODUCTS.MAX_PRICE_MINOR, coalesce(given.maxPrice, PRODUCTS.MAX_PRICE_MINOR))
        .set(PRODUCTS.CURRENCY, currency.getCurrencyCode())
        .set(PRODUCTS.SHOPIFY_TELLS, true)
        .set(
            PRODUCTS.SHOPIFY_TELLS_TAGS,
            field(PRODUCTS.SHOPIFY_TELLS_TAGS.isTrue().or(given.tags().isNotNull())))
        .set(
            PRODUCTS.SHOPIFY_TELLS_IMAGE,
            field(PRODUCTS.SHOPIFY_TELLS_IMAGE.isTrue().or(given.imageUrl.isNotNull())))
        .set(
            PRODUCTS.SHOPIFY_TELLS_PRICE,
            field(PRODUCTS.SHOPIFY_TELLS_PRICE.isTrue().or(given.minPrice.isNotNull())))
        .set(PRODUCTS.IMPORT_HASH, given.hash())
        .set(PRODUCTS.UPDATED_AT, now)
        .setNull(PRODUCTS.DELETED_AT)
        .from(given.rows.table())
        .where(
            PRODUCTS.WORKSPACE_ID.eq(workspace),
            PRODUCTS.ID.eq(given.id),
            anyOf(PRODUCTS.ID, BIGINT, contents.stream().map(Content::idValue).toList()))
        .execute();
  }

  /// Remembers by which ids Shopify knows these products.
  void addAliases(Map<ProductId, String> shopifyIds) {
    GivenRowQueries<Map.Entry<ProductId, String>> given =
        new GivenRowQueries<>(List.copyOf(shopifyIds.entrySet()));
    Field<Long> product = given.column("product_id", BIGINT, alias -> alias.getKey().value());
    Field<String> shopifyId = given.column("shopify_id", CLOB, Map.Entry::getValue);
    db.insertInto(
            PRODUCT_ALIASES,
            PRODUCT_ALIASES.WORKSPACE_ID,
            PRODUCT_ALIASES.SOURCE,
            PRODUCT_ALIASES.EXTERNAL_ID,
            PRODUCT_ALIASES.PRODUCT_ID)
        .select(select(val(workspace), val(SHOPIFY), shopifyId, product).from(given.table()))
        .onConflict(
            PRODUCT_ALIASES.WORKSPACE_ID, PRODUCT_ALIASES.SOURCE, PRODUCT_ALIASES.EXTERNAL_ID)
        .doNothing()
        .execute();
  }

  /// A product of the catalogue as far as an import needs it.
  ///
  /// @param shopifyId null if not learnt yet
  /// @param fingerprint of what the last import said, hexadecimal
  /// @param deletedAt null if it is in the catalogue
  /// @param shopifyTells whether a Shopify export had it, or only Printify spoke of it
  record KnownProduct(
      ProductId id,
      @Nullable String handle,
      @Nullable String shopifyId,
      String fingerprint,
      @Nullable Instant deletedAt,
      boolean shopifyTells) {}

  /// What is to be stored of a product.
  ///
  /// @param id null if it is new
  record Content(@Nullable ProductId id, ExportedProduct product, String fingerprint) {
    private @Nullable Long idValue() {
      return id == null ? null : id.value();
    }
  }

  private static final class ProductColumns {
    final GivenRowQueries<Content> rows;
    final Field<Long> id;
    final Field<String> handle;
    final Field<String> title;
    final Field<String> productType;
    final Field<String> vendor;
    final Field<String> status;
    final Field<String> imageUrl;
    final Field<Long> minPrice;
    final Field<Long> maxPrice;
    private final Field<String> tags;
    private final Field<String> hash;

    ProductColumns(List<Content> contents) {
      rows = new GivenRowQueries<>(contents);
      id = rows.column("id", BIGINT, Content::idValue);
      handle = rows.column("handle", CLOB, it -> it.product().handle());
      title = rows.column("title", CLOB, it -> it.product().title());
      productType = rows.column("product_type", CLOB, it -> it.product().productType());
      vendor = rows.column("vendor", CLOB, it -> it.product().vendor());
      tags = rows.column("tags", CLOB, it -> joined(it.product().tags()));
      status =
          rows.column(
              "status",
              CLOB,
              it -> it.product().status() == null ? null : it.product().status().code());
      imageUrl = rows.column("image_url", CLOB, it -> it.product().imageUrl());
      minPrice =
          rows.column(
              "min_price",
              BIGINT,
              it -> it.product().prices().map(LongSummaryStatistics::getMin).orElse(null));
      maxPrice =
          rows.column(
              "max_price",
              BIGINT,
              it -> it.product().prices().map(LongSummaryStatistics::getMax).orElse(null));
      hash = rows.column("hash", CLOB, Content::fingerprint);
    }

    /// A column of arrays would come out of unnest as single elements; no tag has a line break.
    Field<String[]> tags() {
      return function("string_to_array", CLOB.array(), tags, inline("\n"));
    }

    Field<byte[]> hash() {
      return function("decode", BLOB, hash, inline("hex"));
    }

    private static @Nullable String joined(@Nullable List<String> tags) {
      return tags == null ? null : String.join("\n", tags);
    }
  }
}
