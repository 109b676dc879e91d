package io.hangtag.bot.bench;

import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.ScratchDatabase;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;

/// A year of a made-up shop, the same with each run.
record AttributionShop(ScratchDatabase database, Core core, WorkspaceId workspace)
    implements AutoCloseable {
  private static final int PRODUCTS = 1_000;
  private static final int MEDIA = 5_000;

  /// How much there is.
  enum Size {
    S(100_000, 10_000, 0),
    M(1_000_000, 50_000, 0),
    L(5_000_000, 200_000, 0),
    /// A fifth of the links are to one product.
    HOT(1_000_000, 50_000, 5);

    final int lines;
    final int posts;
    final int hotEvery;

    Size(int lines, int posts, int hotEvery) {
      this.lines = lines;
      this.posts = posts;
      this.hotEvery = hotEvery;
    }
  }

  static AttributionShop of(Size size, long seed) {
    ScratchDatabase database = ScratchDatabase.create();
    Core core =
        Core.open(
            new CoreConfig.External(database.url(), database.user(), database.password()),
            InstantSource.system());
    WorkspaceId workspace =
        core.workspaces().named("bench", ZoneOffset.UTC, Currency.getInstance("USD")).id();
    AttributionShop shop = new AttributionShop(database, core, workspace);
    shop.fill(size, seed);
    return shop;
  }

  private void fill(Size size, long seed) {
    run(
        """
        create function chance(what text, number bigint) returns double precision
          language sql immutable parallel safe
          return (hashint8extended(number, hashtextextended(what, %d)) & 2147483647) / 2147483648.0
        """
            .formatted(seed));
    for (String table : new String[] {"media_product_links", "post_media", "order_lines"}) {
      run("alter table %s disable trigger user".formatted(table));
    }
    run(
        "insert into products (workspace_id, title, currency, import_hash)"
            + " select %d, 'Product ' || i, 'USD', '' from generate_series(1, %d) i"
                .formatted(workspace.value(), PRODUCTS));
    run(
        "insert into media_items (workspace_id, kind, telegram_file_unique_id)"
            + " select %d, 'photo', 'p' || i from generate_series(1, %d) i"
                .formatted(workspace.value(), MEDIA));
    // One or two products each.
    run(
        """
        insert into media_product_links (workspace_id, media_item_id, product_id, linked_at)
        select %1$d, m, case when %4$d > 0 and m %% greatest(%4$d, 1) = 0 and n = 1 then 1
            else 1 + floor(%2$d * chance('link' || n, m)) end::bigint, now()
        from generate_series(1, %3$d) m, generate_series(1, 2) n
        where n = 1 or chance('second', m) < 0.5
        on conflict do nothing
        """
            .formatted(workspace.value(), PRODUCTS, MEDIA, size.hotEvery));
    run(
        """
        insert into posts (workspace_id, channel, posted_at, status, created_at, updated_at)
        select %d, 'instagram_feed', '2025-01-01Z'::timestamptz
            + make_interval(secs => floor(chance('posted', i) * 365 * 86400)), 'posted', now(), now()
        from generate_series(1, %d) i
        """
            .formatted(workspace.value(), size.posts));
    // One in ten shows two pictures.
    run(
        """
        insert into post_media (workspace_id, post_id, position, media_item_id)
        select %d, i, n, 1 + floor(%d * chance('shown' || n, i))
        from generate_series(1, %d) i, generate_series(1, 2) n
        where n = 1 or chance('two', i) < 0.1
        on conflict do nothing
        """
            .formatted(workspace.value(), MEDIA, size.posts));
    fillOrders(size);
    for (String table : new String[] {"media_product_links", "post_media", "order_lines"}) {
      run("alter table %s enable trigger user".formatted(table));
    }
    run("vacuum analyze");
  }

  /// Two lines each, in the order of time; few products sell much.
  private void fillOrders(Size size) {
    int orders = size.lines / 2;
    run(
        """
        insert into orders (workspace_id, name, created_at, currency, fingerprint, imported_at, updated_at)
        select %d, '#' || i, '2025-01-01Z'::timestamptz + make_interval(secs => i * 31536000.0 / %d),
          'USD', '', now(), now()
        from generate_series(1, %d) i
        """
            .formatted(workspace.value(), orders, orders));
    run(
        """
        insert into order_lines (workspace_id, order_id, position, product_id, title, quantity,
          gross_minor, discount_minor, tax_minor, refunded_minor, order_millionths, currency, ordered_at)
        select %d, o.id, n, 1 + floor(%d * chance('sold', o.id * 2 + n) ^ 2), 'Line', 1,
          100 + floor(10000 * chance('price', o.id * 2 + n)), 0, 0, 0, 500000, 'USD', o.ordered_at
        from orders o, generate_series(1, 2) n
        order by o.id, n
        """
            .formatted(workspace.value(), PRODUCTS));
  }

  void run(String statement) {
    int _ = database.dsl().execute(statement);
  }

  /// What is in a table of results, whatever the order of its rows.
  String checksum(String table) {
    return String.valueOf(
        database
            .dsl()
            .fetchSingle(
                """
                select format('%%s rows, %%s units, %%s', count(*), sum(revenue_minor),
                  sum(hashtextextended(row(product_id, day, post_id, link_id, currency, media_item_id,
                    revenue_minor, order_millionths, orders, orders_of_link, orders_of_product)::text, 0)))
                from %s where workspace_id = %d
                """
                    .formatted(table, workspace.value()))
            .get(0));
  }

  @Override
  public void close() {
    core.close();
    database.close();
  }
}
