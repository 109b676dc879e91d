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
