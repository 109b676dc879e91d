package io.hangtag.core.catalog;

import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

final class ProductQueries {
  private static final Name NAMED = name("named");
  private static final Name MEANT = name("meant");
  private static final Field<Long> PRODUCT = field(name("product_id"), Long.class);
  private static final Field<Integer> PRECEDENCE = field(name("precedence"), Integer.class);

  private final DSLContext db;

  ProductQueries(DSLContext db) {
    this.db = db;
  }

  Optional<Product> findProduct(WorkspaceId workspace, ProductId product) {
    return db.select(product(firstSku()))
        .from(PRODUCTS)
        .where(isThere(workspace))
        .and(PRODUCTS.ID.eq(coalesce(field(mergedInto(workspace, product)), val(product.value()))))
        .fetchOptional(Record1::value1);
  }

  Optional<ProductId> standIn(WorkspaceId workspace, ProductId product) {
    return db.fetchOptional(mergedInto(workspace, product))
        .map(Record1::value1)
        .map(ProductId::new);
  }

  private static Select<Record1<Long>> mergedInto(WorkspaceId workspace, ProductId product) {
    io.hangtag.db.schema.tables.Products merged = PRODUCTS.as("merged");
    return select(merged.MERGED_INTO)
        .from(merged)
        .where(merged.WORKSPACE_ID.eq(workspace.value()))
        .and(merged.ID.eq(product.value()));
  }

  /// Also those that were deleted; by id.
  List<Product> productsWithIds(WorkspaceId workspace, Collection<ProductId> products) {
    return db.select(product(firstSku()))
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCTS.ID.eq(any(products.stream().map(ProductId::value).toArray(Long[]::new))))
        .orderBy(PRODUCTS.ID)
        .fetch(Record1::value1);
  }

  /// Those that are in the catalogue; by id.
  List<Product> presentProducts(WorkspaceId workspace, Collection<ProductId> products) {
    return db.select(product(firstSku()))
        .from(PRODUCTS)
        .where(isThere(workspace))
        .and(PRODUCTS.ID.eq(any(products.stream().map(ProductId::value).toArray(Long[]::new))))
        .orderBy(PRODUCTS.ID)
        .fetch(Record1::value1);
  }

  Map<ProductId, String> imageUrls(WorkspaceId workspace, Collection<ProductId> products) {
    return db.select(PRODUCTS.ID.convertFrom(ProductId::new), PRODUCTS.IMAGE_URL)
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCTS.ID.eq(any(products.stream().map(ProductId::value).toArray(Long[]::new))))
        .and(PRODUCTS.IMAGE_URL.isNotNull())
        .fetch()
        .intoMap(Record2::value1, Record2::value2);
  }

  /// By id.
  List<Product> productsByHandle(WorkspaceId workspace, String handle) {
    return productsNamed(workspace, byHandle(workspace, handle));
  }

  /// By id.
  List<Product> productsBySku(WorkspaceId workspace, String sku) {
    return productsNamed(workspace, bySku(workspace, sku));
  }

  /// By id.
  List<Product> productsByAnyName(WorkspaceId workspace, Source source, String name) {
    return productsNamed(
        workspace,
        byExternalId(workspace, source, name)
            .unionAll(byHandle(workspace, name))
            .unionAll(bySku(workspace, name)));
  }

  /// What the first kind of name means that means anything still there.
  private List<Product> productsNamed(WorkspaceId workspace, Select<Record2<Long, Integer>> names) {
    return db.with(NAMED.as(names))
        .with(
            MEANT.as(
                select(PRODUCT, PRECEDENCE)
                    .from(table(NAMED))
                    .join(PRODUCTS)
                    .on(PRODUCTS.ID.eq(PRODUCT))
                    .where(isThere(workspace))))
        .select(product(firstSku()))
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(
            PRODUCTS.ID.in(
                select(PRODUCT)
                    .from(table(MEANT))
                    .where(PRECEDENCE.eq(select(min(PRECEDENCE)).from(table(MEANT))))))
        .orderBy(PRODUCTS.ID)
        .fetch(Record1::value1);
  }

  private static Select<Record2<Long, Integer>> byExternalId(
      WorkspaceId workspace, Source source, String id) {
    return select(PRODUCT_ALIASES.PRODUCT_ID.as(PRODUCT), inline(1).as(PRECEDENCE))
        .from(PRODUCT_ALIASES)
        .where(PRODUCT_ALIASES.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCT_ALIASES.SOURCE.eq(source.code()))
        .and(PRODUCT_ALIASES.EXTERNAL_ID.eq(id));
  }

  /// As written, else in any case and punctuation.
  private static Select<Record2<Long, Integer>> byHandle(WorkspaceId workspace, String handle) {
    return select(
            PRODUCTS.ID.as(PRODUCT),
            when(PRODUCTS.HANDLE.eq(handle), inline(2)).otherwise(inline(3)).as(PRECEDENCE))
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCTS.HANDLE_FOLDED.eq(foldName(val(handle))));
  }

  private static Select<Record2<Long, Integer>> bySku(WorkspaceId workspace, String sku) {
    return select(PRODUCT_VARIANTS.PRODUCT_ID.as(PRODUCT), inline(4).as(PRECEDENCE))
        .from(PRODUCT_VARIANTS)
        .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCT_VARIANTS.SKU_FOLDED.eq(foldSku(val(sku))));
  }

  /// A row of PRODUCTS as people see it.
  ///
  /// @param sku the one to show
  static SelectField<Product> product(Field<String> sku) {
    return row(
            PRODUCTS.ID.convertFrom(ProductId::new),
            source().convertFrom(Source::of),
            externalId(source()),
            PRODUCTS.HANDLE,
            PRODUCTS.TITLE,
            sku,
            PRODUCTS.MIN_PRICE_MINOR,
            PRODUCTS.CURRENCY,
            PRODUCTS.STATUS.convertFrom(ProductStatus::of))
        .mapping(
            (id, source, externalId, handle, title, shown, price, currency, status) ->
                new Product(
                    id, source, externalId, handle, title, shown, money(price, currency), status));
  }

  static Condition isThere(WorkspaceId workspace) {
    return PRODUCTS.WORKSPACE_ID.eq(workspace.value()).and(PRODUCTS.DELETED_AT.isNull());
  }

  /// Of the first variant of a row of PRODUCTS that has one.
  static Field<String> firstSku() {
    return field(
        select(PRODUCT_VARIANTS.SKU)
            .from(PRODUCT_VARIANTS)
            .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(PRODUCTS.WORKSPACE_ID))
            .and(PRODUCT_VARIANTS.PRODUCT_ID.eq(PRODUCTS.ID))
            .and(PRODUCT_VARIANTS.SKU.isNotNull())
            .orderBy(PRODUCT_VARIANTS.POSITION, PRODUCT_VARIANTS.ID)
            .limit(1));
  }

  /// A SKU or barcode as they are compared.
  static Field<String> foldSku(Field<String> sku) {
    return function("fold_sku", String.class, sku);
  }

  /// A title or handle as they are compared.
  static Field<String> foldName(Field<String> title) {
    return function("fold_name", String.class, title);
  }

  // What has a handle is in Shopify, even while its id there is not known.
  private static Field<String> source() {
    Condition printedOnly =
        PRODUCTS.HANDLE.isNull().and(isKnownTo(Source.PRINTIFY)).andNot(isKnownTo(Source.SHOPIFY));
    return when(printedOnly, inline(Source.PRINTIFY.code()))
        .otherwise(inline(Source.SHOPIFY.code()));
  }

  private static Condition isKnownTo(Source source) {
    return exists(selectOne().from(PRODUCT_ALIASES).where(isAlias(inline(source.code()))));
  }

  private static Field<String> externalId(Field<String> source) {
    return field(
        select(PRODUCT_ALIASES.EXTERNAL_ID)
            .from(PRODUCT_ALIASES)
            .where(isAlias(source))
            .orderBy(PRODUCT_ALIASES.EXTERNAL_ID)
            .limit(1));
  }

  private static Condition isAlias(Field<String> source) {
    return PRODUCT_ALIASES
        .WORKSPACE_ID
        .eq(PRODUCTS.WORKSPACE_ID)
        .and(PRODUCT_ALIASES.PRODUCT_ID.eq(PRODUCTS.ID))
        .and(PRODUCT_ALIASES.SOURCE.eq(source));
  }

  private static @Nullable Money money(@Nullable Long minor, String currency) {
    return minor == null ? null : new Money(minor, Currency.getInstance(currency));
  }
}
