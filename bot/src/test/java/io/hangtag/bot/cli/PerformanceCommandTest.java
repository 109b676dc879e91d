package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PerformanceCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Shop shop = new Shop(db);

  @TempDir private Path folder;

  @BeforeEach
  void a_hoodie_sold_by_a_photo() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    shop.product("902", "red-hoodie", "Red Hoodie", "HD-2");
    shop.photo("memes", List.of());
    String _ = json("link add 1 901 --source shopify");
    shop.post(1, "2026-02-10T09:00:00Z");
    shop.run("update posts set impressions = 300, reach = 200, likes = 30, shares = 2");
    shop.order(1001, "2026-02-11T12:00:00Z", "EUR");
    shop.line(1001, 1, "1", "HD-1", 1_000, null);
    shop.order(1002, "2026-02-25T12:00:00Z", "EUR");
    shop.line(1002, 1, "1", "HD-1", 500, null);
    shop.line(1002, 2, "2", "HD-2", 700, null);
  }

  private static Ran run(String command) {
    return Shell.on(db).run(command.split(" +"));
  }

  private static String json(String command) {
    Ran ran = run(command + " --json");
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  @Test
  void calculates_a_product_and_prints_every_column() {
    assertThat(
            json(
                "performance calculate --product 901 --source shopify --period monthly"
                    + " --from 2026-02-10 --to 2026-02-11"))
        .contains("\"from\":\"2026-02-01\",\"to\":\"2026-02-28\",\"rows\":1,")
        .contains(
            "\"performance\":[{\"id\":1,\"product_source\":\"shopify\",\"product_id\":\"901\","
                + "\"product_title\":\"Blue Hoodie\",\"period_type\":\"monthly\","
                + "\"period_start\":\"2026-02-01\",\"period_end\":\"2026-02-28\","
                + "\"currency\":\"EUR\",\"total_posts\":1,\"posts_with_product\":1,"
                + "\"total_impressions\":300,\"total_reach\":200,\"total_engagement\":32,"
                + "\"total_orders\":2,\"total_revenue\":\"15.00\","
                + "\"average_order_value\":\"7.50\",\"attributed_orders\":1,"
                + "\"attributed_revenue\":\"10.00\",\"attribution_rate\":0.500000,"
                + "\"revenue_per_post\":\"10.00\",\"engagement_to_sale_rate\":0.031250,"
                + "\"calculated_at\":\"2026-03-01T13:30:15+01:00\"}]");
  }

  @Test
  void shows_weeks_with_and_without_sales() {
    assertThat(run("performance show").out())
        .isEqualTo("Nothing is calculated yet; 'hangtag performance calculate' does.\n");
    assertThat(run("performance calculate").out())
        .startsWith("2026-02-09 to 2026-03-01, weekly: 6 rows, ");

    assertThat(run("performance show --product 901 --source shopify").out())
        .isEqualTo(
            """
            PRODUCT      FROM        TO          POSTS  REACH  ENGAGEMENT  ORDERS  REVENUE    BY POSTS  SHARE    REVENUE BY POSTS  PER POST
            Blue Hoodie  2026-02-09  2026-02-15      1    200          32       1  10.00 EUR         1  100.0 %  10.00 EUR         10.00 EUR
            Blue Hoodie  2026-02-16  2026-02-22      0      0           0       0  0.00 EUR          0           0.00 EUR
            Blue Hoodie  2026-02-23  2026-03-01      0      0           0       1  5.00 EUR          0  0.0 %    0.00 EUR
            """);
  }

  @Test
  void writes_a_table_to_a_file() throws IOException {
    String _ = json("performance calculate");
    Path file = folder.resolve("performance.csv");

    assertThat(json("performance show --csv %s".formatted(file)))
        .isEqualTo("{\"file\":\"%s\",\"rows\":6}\n".formatted(file));
    assertThat(Files.readAllLines(file))
        .hasSize(7)
        .contains(
            "1,shopify,901,Blue Hoodie,weekly,2026-02-16,2026-02-22,EUR,0,0,0,0,0,0,0.00,,0,0.00,,,,"
                + "2026-03-01T13:30:15+01:00");
  }

  @Test
  void ranks_products_by_revenue_per_post() {
    assertThat(json("performance top products"))
        .isEqualTo(
            "{\"metric\":\"revenue_per_post\",\"from\":\"2026-01-31\",\"to\":\"2026-03-01\","
                + "\"currency\":\"EUR\",\"top\":[{\"rank\":1,\"id\":1,\"title\":\"Blue Hoodie\","
                + "\"value\":\"10.00\",\"posts\":1,\"attributed_orders\":1,"
                + "\"attributed_revenue\":\"10.00\",\"total_orders\":2,"
                + "\"total_revenue\":\"15.00\",\"reach\":200,\"engagement\":32,\"score\":50.0}],"
                + "\"maturing\":0,\"newest_order\":\"2026-02-25T13:00:00+01:00\"}\n");
  }

  @Test
  void ranks_media_and_says_what_is_left_out() {
    shop.post(1, "2026-02-24T09:00:00Z");

    assertThat(run("performance top media --metric attribution_rate").out())
        .isEqualTo(
            """
            By attribution rate, posts of 2026-01-31 to 2026-03-01, in EUR; orders known up to 2026-02-25 13:00.
            Posts left out because their window is not over: 1.

            RANK  ID  TITLE         VALUE  POSTS  ORDERS BY POSTS  REVENUE BY POSTS  REACH
               1   1  beach.jpg  0.500000      1                1  10.00 EUR           200
            """);
  }

  @Test
  void tells_how_the_score_is_made() {
    assertThat(run("performance top media --help").out())
        .contains("score = 100 * p / (p + a)", "(n * mean + k * a)", "docs/performance.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          performance top products --metric likes | 2 | must be one of attributed_revenue, attributed_orders, revenue_per_post, attribution_rate, engagement_to_sale_rate, total_revenue, reach, score, not 'likes'
          performance top media --limit 0 | 2 | must be at least 1, not 0
          performance top media --period last_year | 2 | must be one of last_7_days, last_30_days, last_90_days, this_month, last_month, not 'last_year'
          performance show --period yearly | 2 | must be one of daily, weekly, monthly, not 'yearly'
          performance calculate --from 2026-02-02 --to 2026-02-01 | 1 | --from 2026-02-02 is after --to 2026-02-01.
          performance calculate --period daily --from 1000-01-01 --to 2026-02-01 | 1 | 1000-01-01 to 2026-02-01 are more than 4,000 daily periods; name days with --from and --to.
          """)
  void refuses_what_has_no_meaning(String command, int code, String message) {
    Ran ran = run(command);

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).contains(message);
  }

  @Test
  void does_not_know_a_product_of_another_team() {
    String _ = json("workspace create Other");

    for (String command : List.of("calculate", "show")) {
      Ran ran =
          run("performance %s --product 901 --source shopify --workspace Other".formatted(command));

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).contains("Workspace 'Other' has no product '901'.");
    }
    assertThat(json("performance calculate --workspace Other"))
        .startsWith("{\"from\":null,\"to\":null,\"rows\":0,")
        .endsWith("\"performance\":[]}\n");
  }
}
