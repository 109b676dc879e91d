package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of figures when something changes that lies in the past, and how it is explained.
final class FiguresOverTimeTest {
  private static final String FEBRUARY = " --from 2026-02-01 --to 2026-02-28";
  private static final String ORDER =
      """
      {"orders": [{"id": 7, "name": "#1001", "created_at": "2026-02-20T12:00:00Z",
        "currency": "EUR", "financial_status": "%s", "line_items": [
          {"id": 1, "product_id": 901, "name": "Blue Hoodie", "quantity": 1, "price": "30.00"}],
        "refunds": [%s]}]}
      """;
  private static final String REFUND =
      """
      {"created_at": "2026-02-25T09:00:00Z", "refund_line_items": [
        {"line_item_id": 1, "subtotal": "10.00"}]}
      """;
  private static final String PRINTED =
      """
      {"id": "5d39b411749d0a000f30e0f4", "title": "Printed Hoodie", "variants": [
        {"id": 1, "sku": "P-1", "price": 3000, "title": "M", "is_enabled": true}]%s}
      """;

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Shop shop = new Shop(db);

  @BeforeEach
  void a_photo_that_sold_a_hoodie() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    for (int photo = 1; photo <= 3; photo++) {
      shop.photo("memes", List.of());
      shop.post(photo, "2026-02-20T%02d:00:00Z".formatted(8 + photo));
    }
    String _ = json("link add 1 901 --source shopify");
    shop.run("update media_product_links set linked_at = '2026-01-01'");
    imports("shopify-orders", ORDER.formatted("paid", ""));
  }

  private static String json(String command) {
    return Shell.on(db).json(command);
  }

  private static String text(String command) {
    Ran ran = Shell.on(db).runLine(command);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  private static void imports(String what, String file) {
    Ran ran = Shell.on(db).runWithInput(file.getBytes(UTF_8), "import", what, "-", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("\"rejected\":[]");
  }

  /// What each photo sold in February, and all of them.
  private static void assertSold(String of1, String of2, String of3, String all) {
    List<String> each = List.of(of1, of2, of3);
    for (int photo = 1; photo <= 3; photo++) {
      assertThat(json("link attribution --media %d".formatted(photo) + FEBRUARY))
          .contains("\"attributed_revenue\":\"%s\"".formatted(each.get(photo - 1)));
    }
    assertThat(json("link attribution" + FEBRUARY))
        .contains("\"attributed_revenue\":\"%s\",\"unattributed".formatted(all));
  }

  @Test
  void a_refund_takes_back_its_part_on_the_day_of_the_order_or_its_own() {
    assertSold("30.00", "0.00", "0.00", "30.00");

    imports("shopify-orders", ORDER.formatted("partially_refunded", REFUND));

    assertSold("20.00", "0.00", "0.00", "20.00");
    assertThat(text("attribution why 1001"))
        .contains("Line 1: Blue Hoodie, 20.00 EUR, ordered 2026-02-20 13:00")
        .contains("media 1, 2026-02-20 10:00 (3 h 00 min before): earned 20.00 EUR\n");
    assertThat(json("link attribution --by event-date --from 2026-02-20 --to 2026-02-20"))
        .contains("\"net_revenue\":\"30.00\",\"attributed_revenue\":\"30.00\"");
    assertThat(json("link attribution --by event-date --from 2026-02-25 --to 2026-02-25"))
        .contains("\"net_revenue\":\"-10.00\",\"attributed_revenue\":\"-10.00\"");
    assertThat(json("link attribution --by event-date" + FEBRUARY))
        .contains("\"net_revenue\":\"20.00\",\"attributed_revenue\":\"20.00\"");
  }

  @Test
  void a_link_made_after_the_sale_counts_and_says_so() {
    String _ = json("link add 2 901 --source shopify");

    assertSold("15.00", "15.00", "0.00", "30.00");
    assertThat(text("link attribution" + FEBRUARY))
        .contains("1 link was made after the sale that is credited; --strict-as-of leaves such");
    assertThat(json("link attribution" + FEBRUARY)).contains("\"late_links\":1");
    assertThat(text("attribution why 1001"))
        .contains("media 1, 2026-02-20 10:00 (3 h 00 min before): earned 15.00 EUR\n")
        .contains(
            "media 2, 2026-02-20 11:00 (2 h 00 min before): earned 15.00 EUR (the link was made"
                + " after the sale)");
    assertThat(text("attribution why 1001 --strict-as-of"))
        .contains("media 1, 2026-02-20 10:00 (3 h 00 min before): earned 30.00 EUR\n")
        .contains(
            "media 2, 2026-02-20 11:00 (2 h 00 min before): not counted, the link to the product"
                + " was made after the sale");
    assertThat(json("link attribution --strict-as-of" + FEBRUARY))
        .contains("\"options\":[\"strict_as_of\"],\"late_links\":0");
  }

  @Test
  void a_link_that_was_wrong_gives_everything_back() {
    String _ = json("link remove 1");

    assertSold("0.00", "0.00", "0.00", "0.00");
    assertThat(text("attribution why 1001"))
        .contains("No credit: the posts in the window show media in which nobody has confirmed")
        .contains(
            "media 1, 2026-02-20 10:00 (3 h 00 min before): not counted, the link to the product"
                + " was removed as wrong");
  }

  @Test
  void a_product_that_printify_prints_is_the_one_that_is_sold() {
    imports("printify-products", PRINTED.formatted(""));
    String _ = json("link add 3 5d39b411749d0a000f30e0f4 --source printify");
    assertSold("30.00", "0.00", "0.00", "30.00");
    assertThat(text("attribution why 1001")).doesNotContain("media 3");

    imports(
        "printify-products",
        PRINTED.formatted(", \"external\": {\"id\": \"901\", \"handle\": \"blue-hoodie\"}"));

    assertSold("15.00", "0.00", "15.00", "30.00");
    assertThat(text("attribution why 1001"))
        .contains(
            "media 3, 2026-02-20 12:00 (1 h 00 min before): earned 15.00 EUR (the link was made"
                + " after the sale)");
    assertThat(json("link list --media 3"))
        .contains("\"product_source\":\"shopify\"", "\"attributed_revenue\":\"15.00\"");
  }

  @Test
  void an_order_nobody_has_paid_for_is_included_and_says_so() {
    imports("shopify-orders", ORDER.formatted("pending", ""));

    assertThat(text("link attribution" + FEBRUARY))
        .contains("Pending orders included: 1 not paid yet; --paid-only leaves them out.");
    assertThat(json("link attribution --paid-only" + FEBRUARY))
        .contains("\"excluded\":[{\"reason\":\"unpaid\",\"revenue\":\"30.00\"}]")
        .contains("\"pending_orders\":0");
    assertThat(text("attribution why 1001 --paid-only"))
        .contains("No credit: the order is not paid yet");
  }

  @Test
  void an_ad_without_a_post_is_explained_by_the_orders_tags() {
    String _ = json("link set 1 --campaign C7");
    shop.run("delete from post_media");
    shop.run("update orders set utm_campaign = 'C7'");
    imports("ad-spend", "campaign,date,spend,currency\nC7,2026-02-19,12.00,EUR\n");

    assertThat(text("link attribution" + FEBRUARY))
        .contains("C7        12.00 EUR  30.00 EUR       1  2.50  1")
        .contains("Proven by the orders' own tags: 30.00 EUR");
    assertThat(json("link attribution --media 1" + FEBRUARY))
        .contains(
            "\"attributed_revenue\":\"0.00\",\"proven_revenue\":\"30.00\",\"ad_spend\":\"12.00\","
                + "\"ad_revenue\":\"30.00\",\"roas\":2.5000");
    assertThat(text("attribution why 1001"))
        .contains(
            "The order's own tags prove link 1 of media 1, an ad, no post of it is known:"
                + " utm_campaign is the link's ad campaign C7; model equal does not look at tags.");
    assertThat(text("attribution why 1001 --model hybrid"))
        .contains("an ad with media 1: earned 30.00 EUR");
    assertThat(json("attribution credits --model hybrid" + FEBRUARY))
        .contains(
            "\"credits\":[{\"post\":null,\"media_id\":1,\"posted_at\":null,\"rank\":1,"
                + "\"credit\":\"30.00\"}],\"reason\":null");
  }
}
