package io.hangtag.bot.cli;

import io.hangtag.db.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills a test's database. Numbers count from 1 after [#clear].
final class Shop {
  private final TestDatabase database;

  Shop(TestDatabase database) {
    this.database = database;
  }

  void clear() {
    run("truncate workspaces, users, chats, bots restart identity cascade");
    run("alter sequence link_batches restart");
  }

  /// Hoodies 901 (`blue-hoodie`, HD-1) and 902 (`red-hoodie`, HD-2); photos 1 and 2 are memes, 1
  /// and 3 have the tag beach.
  void opensWithTwoHoodiesAndThreePhotos() {
    clear();
    workspace("Shop");
    product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    product("902", "red-hoodie", "Red Hoodie", "HD-2");
    photo("memes", List.of("beach"));
    photo("memes", List.of());
    photo(null, List.of("beach"));
  }

  void workspace(String name) {
    run(
        "insert into workspaces (name, timezone, currency) values (?, 'Europe/Berlin', 'EUR')",
        name);
  }

  /// A Shopify product of workspace 1 with one variant that costs 19.90.
  void product(@Nullable String externalId, String handle, String title, String sku) {
    long id = insertProduct(handle, title);
    if (externalId != null) {
      run(
          "insert into product_aliases (workspace_id, source, external_id, product_id)"
              + " values (1, 'shopify', ?, ?)",
          externalId,
          id);
    }
    run(
        "insert into product_variants (workspace_id, product_id, position, title, sku, price_minor)"
            + " values (1, ?, 1, 'Default', ?, 1990)",
        id,
        sku);
  }

  private long insertProduct(String handle, String title) {
    return database
        .dsl()
        .fetchSingle(
            "insert into products (workspace_id, handle, title, min_price_minor, max_price_minor,"
                + " currency, import_hash) values (1, ?, ?, 1990, 1990, 'EUR', '') returning id",
            handle,
            title)
        .get(0, Long.class);
  }

  /// A photo of workspace 1.
  void photo(@Nullable String category, List<String> tags) {
    run(
        "insert into media_items (workspace_id, kind, file_name, category, tags, content_hash)"
            + " values (1, 'photo', 'beach.jpg', ?, ?::text[], gen_random_uuid()::text::bytea)",
        category,
        tags.toArray(String[]::new));
  }

  /// A suggested link in workspace 1.
  void suggestion(long media, long product) {
    run(
        "insert into media_product_links (workspace_id, media_item_id, product_id, link_type,"
            + " is_confirmed, confidence_score, suggestion_reason, linked_at)"
            + " values (1, ?, ?, 'suggested', false, 0.80, 'caption_words', now())",
        media,
        product);
  }

  /// A post of one media item of workspace 1.
  void post(long media, String at) {
    long id =
        database
            .dsl()
            .fetchSingle(
                "insert into posts (workspace_id, channel, posted_at, status, external_id,"
                    + " created_at, updated_at) values (1, 'instagram_feed', ?::timestamptz,"
                    + " 'posted', ?, now(), now()) returning id",
                at,
                at)
            .get(0, Long.class);
    run(
        "insert into post_media (workspace_id, post_id, position, media_item_id)"
            + " values (1, ?, 1, ?)",
        id,
        media);
  }

  /// An order of workspace 1 without lines, named `#NUMBER`.
  void order(int number, String at, String currency) {
    run(
        "insert into orders (workspace_id, name, created_at, currency, fingerprint, imported_at,"
            + " updated_at) values (1, ?, ?::timestamptz, ?, '', now(), now())",
        "#" + number,
        at,
        currency);
  }

  /// A line of the order with this number.
  ///
  /// @param product null: unknown
  /// @param exclusion null: it counts
  void line(
      int number,
      int position,
      @Nullable String product,
      @Nullable String sku,
      long minor,
      @Nullable String exclusion) {
    run(
        "insert into order_lines (workspace_id, order_id, position, product_id, sku, title,"
            + " quantity, gross_minor, discount_minor, tax_minor, refunded_minor,"
            + " order_millionths, exclusion, currency, ordered_at)"
            + " select 1, id, ?, ?::bigint, ?, 'Line', 1, ?, 0, 0, 0, 500000, ?, currency,"
            + " ordered_at from orders where name = ?",
        position,
        product,
        sku,
        minor,
        exclusion,
        "#" + number);
  }

  /// What a campaign of workspace 1 cost on a day.
  void adSpend(String campaign, String day, long minor, String currency) {
    run(
        "insert into ad_spend (workspace_id, campaign, day, currency, spend_minor, imported_at,"
            + " updated_at) values (1, ?, ?::date, ?, ?, now(), now())",
        campaign,
        day,
        currency,
        minor);
  }

  /// Counts the words of workspace 1's products, as an import does.
  void countWords() {
    run("delete from catalogue_words where workspace_id = 1");
    run(
        "insert into catalogue_words (workspace_id, word, products)"
            + " select 1, word, products from count_words(1)");
  }

  void run(String statement, @Nullable Object... values) {
    int _ = database.dsl().execute(statement, values);
  }
}
