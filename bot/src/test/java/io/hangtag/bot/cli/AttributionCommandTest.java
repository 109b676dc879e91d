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

final class AttributionCommandTest {
  private static final String FEBRUARY = "--from 2026-02-01 --to 2026-02-28";

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Shop shop = new Shop(db);

  @TempDir private Path folder;

  @BeforeEach
  void a_hoodie_on_three_photos() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    for (int photo = 1; photo <= 3; photo++) {
      shop.photo("memes", List.of());
      String _ = json("link add %d 901 --source shopify".formatted(photo));
    }
  }

  private static Ran run(String command) {
    return Shell.on(db).run(command.split(" +"));
  }

  private static String json(String command) {
    Ran ran = run(command + " --json");
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  /// Posts three, two and one hours before an order of 10.00 (or so many cents).
  private void threePostsAndAnOrderOf(long minor) {
    shop.post(1, "2026-02-20T09:00:00Z");
    shop.post(2, "2026-02-20T10:00:00Z");
    shop.post(3, "2026-02-20T11:00:00Z");
    shop.order(1001, "2026-02-20T12:00:00Z", "EUR");
    shop.line(1001, 1, "1", "HD-1", minor, null);
  }

  @Test
  void shares_ten_euros_between_three_posts_to_the_cent() {
    threePostsAndAnOrderOf(1_000);

    assertThat(json("attribution credits " + FEBRUARY))
        .containsSubsequence(
            "\"order\":\"#1001\",\"line\":1,\"sku\":\"HD-1\"",
            "\"ordered_at\":\"2026-02-20T13:00:00+01:00\",\"net\":\"10.00\"",
            "\"rank\":1,\"credit\":\"3.34\"",
            "\"rank\":2,\"credit\":\"3.33\"",
            "\"rank\":3,\"credit\":\"3.33\"",
            "\"reason\":null");
  }

  @Test
  void shares_two_cents_between_three_posts() {
    threePostsAndAnOrderOf(2);

    assertThat(json("attribution credits " + FEBRUARY))
        .containsSubsequence("\"credit\":\"0.01\"", "\"credit\":\"0.01\"", "\"credit\":\"0.00\"");
  }

  @Test
  void gives_all_to_the_last_touch() {
    threePostsAndAnOrderOf(1_000);

    assertThat(json("attribution credits --model last " + FEBRUARY))
        .contains(
            "\"credits\":[{\"post\":\"2026-02-20T11:00:00Z\",\"media_id\":3,"
                + "\"posted_at\":\"2026-02-20T12:00:00+01:00\",\"rank\":1,\"credit\":\"10.00\"}]");
  }

  @Test
  void counts_no_post_exactly_72_hours_before() {
    shop.post(1, "2026-02-17T12:00:00Z");
    shop.order(1001, "2026-02-20T12:00:00Z", "EUR");
    shop.line(1001, 1, "1", "HD-1", 1_000, null);

    assertThat(json("attribution credits " + FEBRUARY))
        .contains("\"credits\":[],\"reason\":\"no_post_in_window\"");
    assertThat(run("attribution why 1001").out())
        .isEqualTo(
            """
            Order #1001, model equal, window 72 h

            Line 1: Line (SKU HD-1), 10.00 EUR, ordered 2026-02-20 13:00
              No credit: no post of the product in the window before the order
              post 2026-02-17T12:00:00Z of media 1, 2026-02-17 13:00 (72 h 00 min before): not counted, its window was over
            """);
  }

  @Test
  void tells_what_a_photo_sold() {
    threePostsAndAnOrderOf(1_000);

    assertThat(json("link attribution --media 1"))
        .isEqualTo(
            "{\"media_id\":1,\"posts\":1,\"linked_products\":1,\"attributed_orders\":1,"
                + "\"attributed_revenue\":\"3.34\",\"proven_revenue\":\"0.00\","
                + "\"ad_spend\":\"0.00\",\"ad_revenue\":\"0.00\",\"roas\":null}\n");
  }

  @Test
  void totals_lose_nothing() {
    threePostsAndAnOrderOf(1_000);
    shop.line(1001, 2, null, null, 400, null);
    shop.line(1001, 3, "1", "HD-1", 250, "cancelled");
    shop.order(1002, "2026-02-27T12:00:00Z", "EUR");
    shop.line(1002, 1, "1", "HD-1", 50, null);

    assertThat(json("link attribution " + FEBRUARY))
        .contains(
            "\"totals\":{\"net_revenue\":\"17.00\",\"attributed_revenue\":\"10.00\","
                + "\"unattributed_revenue\":\"4.50\",\"excluded_revenue\":\"2.50\",\"orders\":2,"
                + "\"influenced_orders\":1,\"credited_orders\":0.500000")
        .contains(
            "\"unattributed\":[{\"reason\":\"no_post_in_window\",\"revenue\":\"0.50\"},"
                + "{\"reason\":\"unknown_product\",\"revenue\":\"4.00\"}],"
                + "\"excluded\":[{\"reason\":\"cancelled\",\"revenue\":\"2.50\"}]");
  }

  @Test
  void explains_what_became_of_a_link_that_was_wrong() {
    threePostsAndAnOrderOf(1_000);
    assertThat(json("link list --media 1")).contains("\"attributed_revenue\":\"3.34\"");
    String _ = json("link remove 1");

    assertThat(run("attribution why #1001").out())
        .contains(
            "media 1, 2026-02-20 10:00 (3 h 00 min before): not counted, the link to the product"
                + " was removed as wrong")
        .contains("media 2, 2026-02-20 11:00 (2 h 00 min before): earned 5.00 EUR");
  }

  @Test
  void an_order_with_the_tags_of_a_link_proves_its_post() {
    String _ = json("link set 2 --utm source=instagram,content=story_7");
    threePostsAndAnOrderOf(1_000);
    shop.run("update orders set utm_source = 'instagram', utm_content = 'story_7'");

    assertThat(run("link utm 2 --base https://shop.example/p?size=m#top").out())
        .isEqualTo("https://shop.example/p?size=m&utm_source=instagram&utm_content=story_7#top\n");
    assertThat(json("attribution credits --model hybrid " + FEBRUARY))
        .contains(
            "\"media_id\":2,\"posted_at\":\"2026-02-20T11:00:00+01:00\",\"rank\":1,\"credit\":\"10.00\"}]");
    assertThat(json("link attribution " + FEBRUARY))
        .contains("\"attributed_revenue\":\"10.00\"", "\"proven_revenue\":\"10.00\"");
    assertThat(json("attribution credits " + FEBRUARY)).contains("\"credit\":\"3.34\"");
  }

  @Test
  void writes_credits_to_a_file() throws IOException {
    threePostsAndAnOrderOf(1_000);
    Path file = folder.resolve("credits.csv");

    assertThat(json("attribution credits %s --csv %s".formatted(FEBRUARY, file)))
        .isEqualTo("{\"file\":\"%s\",\"rows\":3}\n".formatted(file));
    assertThat(Files.readString(file))
        .contains(
            "\"#1001\",1,HD-1,2026-02-20T13:00:00+01:00,10.00,EUR,2026-02-20T09:00:00Z,1,"
                + "2026-02-20T10:00:00+01:00,1,3.34,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          link attribution --window-hours 0     | 2 | must be a whole number of hours from 1 to 8760, not '0'
          link attribution --window-hours -1    | 2 | must be a whole number of hours from 1 to 8760, not '-1'
          link attribution --window-hours 10000 | 2 | must be a whole number of hours from 1 to 8760, not '10000'
          link attribution --model best         | 2 | must be one of equal, last, first, decay, position, hybrid, not 'best'
          link attribution --from 2026-02-30    | 2 | must be a day like 2026-11-30, not '2026-02-30'
          attribution recalculate --from 2026-02-02 --to 2026-02-01 | 1 | --from 2026-02-02 is after --to 2026-02-01.
          attribution why #7                    | 1 | There is no order #7.
          """)
  void refuses_what_has_no_meaning(String command, int code, String message) {
    Ran ran = run(command);

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).contains(message);
  }
}
