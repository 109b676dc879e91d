package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hangtag.db.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PerformanceInsightsCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final List<String> INSIGHTS =
      List.of(
          "posting_effect",
          "best_posting_days",
          "best_posting_hours",
          "optimal_post_frequency",
          "category_performance",
          "correlation");

  private final Shop shop = new Shop(db);

  @BeforeEach
  void two_hoodies() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    shop.product("902", "red-hoodie", "Red Hoodie", "HD-2");
    shop.run("update products set product_type = 'Hoodies'");
  }

  @Test
  void says_what_it_takes_while_there_is_nothing() throws IOException {
    JsonNode document = insights();

    assertThat(INSIGHTS)
        .allSatisfy(
            name -> {
              JsonNode insight = document.get(name);
              assertThat(insight.get("verdict").asText()).isEqualTo("not_enough_data");
              assertThat(insight.get("n").asInt()).isZero();
              assertThat(insight.get("estimate").isNull()).isTrue();
              assertThat(insight.get("interval").isNull()).isTrue();
              assertThat(insight.get("p").isNull()).isTrue();
              assertThat(insight.get("grade").asText()).isEqualTo("D");
              assertThat(insight.get("sentence").asText()).startsWith("Not enough data");
            });
    assertThat(document.get("product_id").isNull()).isTrue();
    assertThat(Shell.on(db).run("performance", "insights").out())
        .startsWith("There is not a whole week of orders yet.\n\nPosts and sales [D]: Not enough");
  }

  @Test
  void tells_how_much_more_is_sold_after_posts() throws IOException {
    twoSummers();

    JsonNode document = insights();

    JsonNode effect = document.get("posting_effect");
    assertThat(document.get("weeks").asInt()).isEqualTo(20);
    assertThat(document.get("window_hours").asInt()).isEqualTo(72);
    assertThat(effect.get("verdict").asText()).isEqualTo("difference");
    assertThat(effect.get("grade").asText()).isEqualTo("B");
    assertThat(effect.get("estimate").asDouble()).isBetween(1.8, 3.2);
    assertThat(effect.get("interval").get("low").asDouble()).isGreaterThan(1);
    assertThat(effect.get("interval").get("level").asDouble()).isEqualTo(0.9);
    assertThat(effect.get("coverage").asDouble())
        .isGreaterThan(effect.get("chance_coverage").asDouble());
    assertThat(document.get("best_posting_days").get("slots")).hasSize(7);
    assertThat(document.get("best_posting_hours").get("slots")).hasSize(6);
    assertThat(document.get("category_performance").get("categories").get(0).get("category"))
        .hasToString("\"Hoodies\"");
    assertThat(document.get("correlation").get("strength").isTextual()).isTrue();
    assertThat(document.get("optimal_post_frequency").get("weeks")).isNotEmpty();
  }

  @Test
  void tells_of_one_product() throws IOException {
    twoSummers();

    JsonNode document = insights("--product", "blue-hoodie", "--source", "shopify");

    assertThat(document.get("product_id").asInt()).isEqualTo(1);
    assertThat(document.get("product_title").asText()).isEqualTo("Blue Hoodie");
    assertThat(document.get("posting_effect").get("orders").asInt())
        .isLessThan(insights().get("posting_effect").get("orders").asInt());
  }

  @Test
  void tells_people_too() {
    twoSummers();

    String out = Shell.on(db).run("performance", "insights").out();

    assertThat(out)
        .contains("20 weeks; 72 hours after posts.")
        .contains("Posts and sales [B]: In the 72 hours after a post products sold ")
        .contains("POSTED     POSTS  ORDERS")
        .contains("CATEGORY  ORDERS")
        .endsWith("Intervals are 90 %.\n");
  }

  @Test
  void refuses_a_product_that_is_not_there() {
    Shell.Ran ran =
        Shell.on(db)
            .run("performance", "insights", "--product", "kettle", "--source", "shopify", "--json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"unknown_product\"");
  }

  private static JsonNode insights(String... more) throws IOException {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "performance";
    arguments[1] = "insights";
    arguments[2] = "--json";
    System.arraycopy(more, 0, arguments, 3, more.length);
    Shell.Ran ran = Shell.on(db).run(arguments);
    assertThat(ran.code()).as(ran.err()).isZero();
    return new JsonMapper().readTree(ran.out());
  }

  /// Twenty weeks in which each hoodie sells about four a day, and twice as many more in the three
  /// days after each of its posts, which come about every other week.
  private void twoSummers() {
    shop.photo("hoodies", List.of());
    shop.photo("hoodies", List.of());
    shop.run(
        "insert into media_product_links (workspace_id, media_item_id, product_id, linked_at)"
            + " values (1, 1, 1, now()), (1, 2, 2, now())");
    shop.run(
        "insert into posts (workspace_id, channel, posted_at, status, created_at, updated_at)"
            + " select 1, 'tiktok', timestamptz '2026-01-05 10:00Z' + make_interval(hours => p * 101),"
            + " 'posted', now(), now() from generate_series(0, 32) p");
    shop.run(
        "insert into post_media (workspace_id, post_id, position, media_item_id)"
            + " select 1, id, 1, 1 + (id * 7 / 3) % 2 from posts");
    shop.run("select setseed(0.5)");
    shop.run(
        "insert into orders (workspace_id, name, created_at, currency, fingerprint, imported_at,"
            + " updated_at) select 1, '#' || n, timestamptz '2026-01-04 23:00Z' + make_interval(hours => n / 2),"
            + " 'EUR', '', now(), now() from generate_series(0, 20 * 168 * 2 + 10) n");
    shop.run(
        "insert into order_lines (workspace_id, order_id, position, product_id, title, quantity,"
            + " gross_minor, discount_minor, tax_minor, refunded_minor, order_millionths, currency,"
            + " ordered_at) select 1, o.id, 1, 1 + o.id % 2, 'Hoodie', 1, 1990, 0, 0, 0, 1000000,"
            + " 'EUR', o.ordered_at from orders o where hashtext(o.name) % 6 = 0 or"
            + " (hashtext(o.name) % 6 in (1, 2) and exists (select from posts p join post_media m on"
            + " m.post_id = p.id where m.media_item_id = 1 + o.id % 2 and o.ordered_at >= p.posted_at"
            + " and o.ordered_at < p.posted_at + interval '72 hours')) or"
            + " o.id = (select max(id) from orders)");
  }
}
