package io.hangtag.bot.bench;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// How long a suggestion takes in a large shop.
final class SuggestSpeed {
  private static final int MEDIA = 20_000;
  private static final int LINKS = 20_000;
  private static final int WARM_UP = 60;
  private static final int TIMED = 400;
  private static final int TIMED_PRODUCTS = 150;

  private SuggestSpeed() {}

  static Map<String, Object> measure(List<Document> documents, int products) {
    try (SuggestShop shop =
        SuggestShop.of(ShopExport.of(ShopExport.documents(documents, products)))) {
      fill(shop);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("products", products);
      figures.put("media", MEDIA);
      figures.put("links", LINKS);
      figures.put("products_for_media", timed(media(shop, true), TIMED, it -> forMedia(shop, it)));
      figures.put(
          "media_for_product", timed(products(shop), TIMED_PRODUCTS, it -> forProduct(shop, it)));
      return figures;
    }
  }

  /// Names as cameras and people give them, five people, a category in two of three, tags; each
  /// link in one of the first 12,000 media, half of them to a hundredth of the products.
  private static void fill(SuggestShop shop) {
    shop.run("select setseed(0.5)");
    shop.run("alter table media_product_links disable trigger user");
    shop.run(
        "insert into users (telegram_user_id, name) select n, 'User ' || n from generate_series(1, 5) n");
    shop.run(
        """
        insert into media_items (workspace_id, kind, telegram_file_unique_id, file_name, caption, category,
          tags, created_by_user_id, created_at)
        select 1, 'photo', 'f' || n,
          case n %% 4 when 0 then 'IMG_' || n || '.JPG' when 1 then v.sku || '_front.jpg'
            when 2 then left(replace(lower(p.title), ' ', '-'), 80) || '.jpg' end,
          case when n %% 2 = 0 then 'So happy with ' || p.title || ' by ' || p.vendor
            || ', it came just in time for the weekend and we love it #new #love' end,
          case when n %% 3 > 0 then coalesce(nullif(p.product_type, ''), 'memes') end,
          array['new', 'love'] || p.tags[1:3],
          1 + n %% 5, timestamptz '2025-01-01Z' + n * interval '25 minutes'
        from generate_series(1, %d) n
        join products p on p.workspace_id = 1
          and p.id = (select min(id) from products) + (n * 7919::bigint) %% (select count(*) from products)
        left join product_variants v on v.workspace_id = 1 and v.product_id = p.id and v.position = 1
        """
            .formatted(MEDIA));
    shop.run(
        """
        insert into media_product_links (workspace_id, media_item_id, product_id, linked_at)
        select distinct on (m, p) 1, m, p, now() - n * interval '1 minute'
        from (
          select n, (select min(id) from media_items) + (n * 104729::bigint) %% 12000 as m,
            (select min(id) from products) + case when n %% 2 = 0
              then (n * 15485863::bigint) %% ((select count(*) from products) / 100)
              else (n * 32452843::bigint) %% (select count(*) from products) end as p
          from generate_series(1, %d) n) pairs
        on conflict do nothing
        """
            .formatted(LINKS));
    shop.run(
        """
        insert into media_product_links (workspace_id, media_item_id, product_id, linked_at, is_confirmed,
          unlinked_at, unlink_reason, link_type, confidence_score, suggestion_reason, suggestion_scores)
        select 1, (select min(id) from media_items) + 13000 + n,
          (select min(id) from products) + (n * 7919::bigint) %% (select count(*) from products), now(),
          n %% 3 > 0, case when n %% 3 = 0 then now() end, case when n %% 3 = 0 then 'rejected' end,
          case when n %% 3 = 0 then 'suggested' else 'featured' end, 0.5, 'same_album',
          jsonb_build_object('same_album', (n %% 100) / 100.0, 'often_linked', 0.1)
        from generate_series(1, 2000) n
        """
            .replace("%%", "%"));
    shop.run("vacuum analyze");
  }

  private static List<Long> media(SuggestShop shop, boolean unlinked) {
    return shop.database()
        .dsl()
        .fetch(
            "select id from media_items m where %s (select from media_product_links l where"
                    .formatted(unlinked ? "not exists" : "exists")
                + " l.workspace_id = m.workspace_id and l.media_item_id = m.id) order by md5(id::text)")
        .getValues(0, Long.class);
  }

  private static List<Long> products(SuggestShop shop) {
    return shop.database()
        .dsl()
        .fetch(
            "select product_id from (select distinct product_id from media_product_links) p"
                + " order by md5(product_id::text)")
        .getValues(0, Long.class);
  }

  private static Map<String, Object> timed(List<Long> ids, int count, LongConsumer work) {
    ids.stream().limit(WARM_UP).forEach(work::accept);
    List<Double> milliseconds = new ArrayList<>();
    ids.stream()
        .skip(WARM_UP)
        .limit(count)
        .forEach(
            id -> {
              long began = System.nanoTime();
              work.accept(id);
              milliseconds.add((System.nanoTime() - began) / 1e6);
            });
    double[] sorted = milliseconds.stream().mapToDouble(it -> it).toArray();
    Arrays.sort(sorted);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("n", sorted.length);
    figures.put("p50_ms", RankScore.rounded(sorted[sorted.length / 2]));
    figures.put("p95_ms", RankScore.rounded(sorted[sorted.length * 95 / 100]));
    figures.put("max_ms", RankScore.rounded(sorted[sorted.length - 1]));
    return figures;
  }

  private static void forMedia(SuggestShop shop, long media) {
    List<Suggestion> _ =
        shop.core().suggestions().forMedia(shop.workspace(), new MediaId(media), 5);
  }

  private static void forProduct(SuggestShop shop, long product) {
    List<Suggestion> _ =
        shop.core().suggestions().mediaFor(shop.workspace(), new ProductId(product), 10);
  }
}
