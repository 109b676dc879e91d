package io.hangtag.core.catalog;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_ALIASES;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static io.hangtag.db.schema.Tables.WORKSPACES;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// A new team's products, said as sentences:
/// `catalogue.product("Red kettle").sku("RK-1").archived().saved()`.
public record Catalogue(DSLContext sql, WorkspaceId workspace) {

  /// Of a team that nothing else in the database belongs to.
  public static Catalogue in(TestDatabase db) {
    long workspace =
        db.dsl()
            .insertInto(WORKSPACES)
            .set(WORKSPACES.NAME, "Team " + UUID.randomUUID())
            .set(WORKSPACES.TIMEZONE, "UTC")
            .set(WORKSPACES.CURRENCY, "USD")
            .returningResult(WORKSPACES.ID)
            .fetchSingle()
            .value1();
    return new Catalogue(db.dsl(), new WorkspaceId(workspace));
  }

  /// To be said more of, and [Draft#saved()].
  public Draft product(String title) {
    return new Draft(this, title);
  }

  /// Counts the words, as imports do at their end.
  public void counted() {
    LexiconQueries words = new LexiconQueries(sql);
    words.clear(workspace);
    words.count(workspace);
    changed();
  }

  /// Each in a photo of its own, one minute after the other.
  public void linked(ProductId... products) {
    int minute = 0;
    for (ProductId product : products) {
      long photo =
          sql.insertInto(MEDIA_ITEMS)
              .set(MEDIA_ITEMS.WORKSPACE_ID, workspace.value())
              .set(MEDIA_ITEMS.KIND, "photo")
              .set(MEDIA_ITEMS.TELEGRAM_FILE_UNIQUE_ID, UUID.randomUUID().toString())
              .returningResult(MEDIA_ITEMS.ID)
              .fetchSingle()
              .value1();
      sql.insertInto(MEDIA_PRODUCT_LINKS)
          .set(MEDIA_PRODUCT_LINKS.WORKSPACE_ID, workspace.value())
          .set(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID, photo)
          .set(MEDIA_PRODUCT_LINKS.PRODUCT_ID, product.value())
          .set(MEDIA_PRODUCT_LINKS.LINKED_AT, Instant.EPOCH.plusSeconds(60L * minute++))
          .execute();
    }
  }

  private void changed() {
    sql.update(WORKSPACES)
        .set(WORKSPACES.CATALOG_VERSION, WORKSPACES.CATALOG_VERSION.plus(1))
        .where(WORKSPACES.ID.eq(workspace.value()))
        .execute();
  }

  /// A product that is not saved yet.
  public static final class Draft {
    private record Variant(@Nullable String sku, @Nullable String barcode) {}

    private record Alias(Source source, String externalId) {}

    private final Catalogue catalogue;
    private final String title;
    private final List<Variant> variants = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private List<String> tags = List.of();
    private String type = "";
    private String vendor = "";
    private ProductStatus status = ProductStatus.ACTIVE;
    private @Nullable String handle;
    private @Nullable Long priceMinor;
    private @Nullable Instant deletedAt;

    private Draft(Catalogue catalogue, String title) {
      this.catalogue = catalogue;
      this.title = title;
    }

    /// One more variant.
    @CanIgnoreReturnValue
    public Draft sku(@Nullable String sku) {
      variants.add(new Variant(sku, null));
      return this;
    }

    /// One more variant, without a SKU.
    public Draft barcode(String barcode) {
      variants.add(new Variant(null, barcode));
      return this;
    }

    public Draft handle(String handle) {
      this.handle = handle;
      return this;
    }

    public Draft tags(String... tags) {
      this.tags = List.of(tags);
      return this;
    }

    public Draft type(String type) {
      this.type = type;
      return this;
    }

    public Draft vendor(String vendor) {
      this.vendor = vendor;
      return this;
    }

    /// In cents of USD.
    public Draft priced(long minor) {
      this.priceMinor = minor;
      return this;
    }

    public Draft draft() {
      this.status = ProductStatus.DRAFT;
      return this;
    }

    public Draft archived() {
      this.status = ProductStatus.ARCHIVED;
      return this;
    }

    public Draft deleted() {
      this.deletedAt = Instant.EPOCH;
      return this;
    }

    /// One more name that this source has for it.
    public Draft knownTo(Source source, String externalId) {
      aliases.add(new Alias(source, externalId));
      return this;
    }

    @CanIgnoreReturnValue
    public ProductId saved() {
      long id = saveProduct();
      for (int i = 0; i < variants.size(); i++) {
        saveVariant(id, i + 1, variants.get(i));
      }
      aliases.forEach(alias -> saveAlias(id, alias));
      catalogue.changed();
      return new ProductId(id);
    }

    private long saveProduct() {
      return catalogue
          .sql
          .insertInto(PRODUCTS)
          .set(PRODUCTS.WORKSPACE_ID, catalogue.workspace.value())
          .set(PRODUCTS.TITLE, title)
          .set(PRODUCTS.HANDLE, handle)
          .set(PRODUCTS.PRODUCT_TYPE, type)
          .set(PRODUCTS.VENDOR, vendor)
          .set(PRODUCTS.TAGS, tags.toArray(String[]::new))
          .set(PRODUCTS.STATUS, status.code())
          .set(PRODUCTS.MIN_PRICE_MINOR, priceMinor)
          .set(PRODUCTS.MAX_PRICE_MINOR, priceMinor)
          .set(PRODUCTS.CURRENCY, "USD")
          .set(PRODUCTS.IMPORT_HASH, new byte[0])
          .set(PRODUCTS.DELETED_AT, deletedAt)
          .returningResult(PRODUCTS.ID)
          .fetchSingle()
          .value1();
    }

    private void saveVariant(long product, int position, Variant variant) {
      catalogue
          .sql
          .insertInto(PRODUCT_VARIANTS)
          .set(PRODUCT_VARIANTS.WORKSPACE_ID, catalogue.workspace.value())
          .set(PRODUCT_VARIANTS.PRODUCT_ID, product)
          .set(PRODUCT_VARIANTS.POSITION, position)
          .set(PRODUCT_VARIANTS.TITLE, "Variant " + position)
          .set(PRODUCT_VARIANTS.SKU, variant.sku())
          .set(PRODUCT_VARIANTS.BARCODE, variant.barcode())
          .set(PRODUCT_VARIANTS.PRICE_MINOR, priceMinor)
          .execute();
    }

    private void saveAlias(long product, Alias alias) {
      catalogue
          .sql
          .insertInto(PRODUCT_ALIASES)
          .set(PRODUCT_ALIASES.WORKSPACE_ID, catalogue.workspace.value())
          .set(PRODUCT_ALIASES.PRODUCT_ID, product)
          .set(PRODUCT_ALIASES.SOURCE, alias.source().code())
          .set(PRODUCT_ALIASES.EXTERNAL_ID, alias.externalId())
          .set(
              PRODUCT_ALIASES.CONTENT,
              alias.source() == Source.PRINTIFY ? JSONB.valueOf("{}") : null)
          .execute();
    }
  }
}
