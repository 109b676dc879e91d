package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderJsonImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String ORDER =
      """
      {"id": 5001, "name": "#1001", "created_at": "2026-02-01T10:00:00+01:00",
       "processed_at": "2026-02-01T10:00:05+01:00", "currency": "USD", "financial_status": "paid",
       "taxes_included": false, "subtotal_price": "45.00", "email": "ada@example.org",
       "source_name": "web", "customer": {"first_name": "Ada", "orders_count": 1},
       "landing_site": "/mug?utm_source=instagram&fbclid=x&utm_campaign=c%2042&utm_content=p7",
       "referring_site": "https://l.instagram.com/?u=ada",
       "discount_codes": [{"code": "TEN", "amount": "5.00", "type": "fixed_amount"}],
       "line_items": [
         {"id": 1, "product_id": 901, "variant_id": 9011, "sku": "MUG-B", "name": "Mug - Blue",
          "title": "Mug", "quantity": 2, "price": "10.00", "total_discount": "0.00",
          "discount_allocations": [{"amount": "2.00"}], "tax_lines": [{"price": "3.42"}]},
         {"id": 2, "product_id": null, "variant_id": null, "sku": "", "title": "Cap",
          "variant_title": "L", "quantity": 1, "price": "30.00",
          "discount_allocations": [{"amount": "1.00"}, {"amount": "2.00"}], "tax_lines": []}],
       "refunds": []}
      """;

  private OrderShop shop;

  @BeforeAll
  static void open() {
    database = ImportShop.open(testDatabase);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void openShop() {
    shop = OrderShop.in(database);
  }

  @Test
  void keeps_an_order_and_its_lines() {
    ImportReport report = shop.sells(ORDER.transform(OrderJsonImportTest::list));

    assertThat(report).isEqualTo(new ImportReport(1, 1, 0, 0, 0, List.of()));
    assertThat(
            shop.orders(
                "name, external_id, processed_at, created_at, source, discount_codes,"
                    + " is_repeat_customer, is_test"))
        .containsExactly(
            "(#1001,5001,\"2026-02-01 09:00:05+00\",\"2026-02-01 09:00:00+00\",web,{TEN},f,f)");
    assertThat(shop.orders("landing_site, referrer, utm_source, utm_campaign, utm_content"))
        .containsExactly(
            "(/mug?utm_campaign=c%2042&utm_content=p7&utm_source=instagram,"
                + "https://l.instagram.com/,instagram,\"c 42\",p7)");
    assertThat(
            shop.lines(
                "external_id, shop_product_id, shop_variant_id, sku, title, quantity, gross_minor,"
                    + " discount_minor, tax_minor, net_minor, ordered_at"))
        .containsExactly(
            "(1,901,9011,MUG-B,\"Mug - Blue\",2,2000,200,0,1800,\"2026-02-01 09:00:05+00\")",
            "(2,,,,\"Cap - L\",1,3000,300,0,2700,\"2026-02-01 09:00:05+00\")");
    assertThat(shop.rows().toString()).doesNotContainIgnoringCase("ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"orders": [%s], "next": null}
          {"order": %s}
          [%s]
          """)
  void reads_a_list_with_or_without_its_wrapping(String file) {
    assertThat(shop.sells(file.formatted(ORDER)).created()).isEqualTo(1);
  }

  @Test
  void takes_off_what_was_given_back_for_a_line() {
    String refund =
        "{\"refund_line_items\": [{\"line_item_id\": %d, \"quantity\": 1, \"subtotal\": \"%s\","
            + " \"total_tax\": \"1.00\"}]}";
    shop.sells(
        list(
            ORDER.replace(
                "\"refunds\": []",
                "\"refunds\": [%s, %s, %s]"
                    .formatted(
                        refund.formatted(1, "9.00"),
                        refund.formatted(1, "9.00"),
                        refund.formatted(2, "7.00")))));

    assertThat(shop.lines("net_minor, refunded_minor, exclusion, order_millionths"))
        .containsExactly("(0,1800,refunded,0)", "(2000,700,,1000000)");
  }

  @Test
  void keeps_the_day_on_which_something_was_given_back() {
    String order =
        list(
            ORDER.replace(
                "\"refunds\": []",
                """
                "refunds": [
                  {"created_at": "2026-02-09T10:00:00+01:00", "refund_line_items": [
                    {"line_item_id": 1, "subtotal": "9.00"}, {"line_item_id": 1, "subtotal": "1.00"},
                    {"line_item_id": 2, "subtotal": "7.00"}]},
                  {"created_at": "2026-02-03T10:00:00+01:00", "processed_at": "2026-02-04T10:00:00Z",
                   "refund_line_items": [{"line_item_id": 1, "subtotal": "10.00"}]},
                  {"refund_line_items": [{"line_item_id": 2, "subtotal": "1.00"}]}]"""));

    shop.sells(order);

    assertThat(shop.lines("refunded_minor, exclusion"))
        .containsExactly("(1800,refunded)", "(800,)");
    assertThat(reversals())
        .containsExactly(
            "(1,\"2026-02-04 10:00:00+00\",1000)",
            "(1,\"2026-02-09 09:00:00+00\",800)",
            "(2,\"2026-02-09 09:00:00+00\",700)");
    assertThat(shop.sells(order).unchanged()).isEqualTo(1);
    shop.sells(list(ORDER));
    assertThat(reversals()).isEmpty();
  }

  private List<String> reversals() {
    return shop.catalogue()
        .strings(
            "row(position, reversed_at, amount_minor)::text",
            "order_reversals",
            "position, reversed_at");
  }

  @Test
  void takes_the_tax_off_prices_that_include_it() {
    shop.sells(
        list(
            ORDER
                .replace("\"taxes_included\": false", "\"taxes_included\": true")
                .replace(
                    "\"refunds\": []",
                    "\"refunds\": [{\"refund_line_items\": [{\"line_item_id\": 1, \"subtotal\":"
                        + " \"9.00\", \"total_tax\": \"1.71\"}]}]")));

    assertThat(shop.lines("gross_minor, discount_minor, tax_minor, refunded_minor, net_minor"))
        .containsExactly("(2000,200,342,729,729)", "(3000,300,0,0,2700)");
  }

  @Test
  void shares_discounts_and_taxes_that_only_the_order_tells() {
    shop.sells(
        """
        {"order": {"id": 1, "order_number": 7, "created_at": "2026-02-01T10:00:00Z",
         "taxes_included": true, "total_discounts": "4.00", "total_tax": "6.00",
         "line_items": [{"title": "A", "quantity": 1, "price": "30.00"},
           {"title": "B", "quantity": 1, "price": "10.00"}]}}
        """);

    assertThat(shop.orders("name, currency")).containsExactly("(#7,USD)");
    assertThat(shop.lines("title, discount_minor, tax_minor, net_minor"))
        .containsExactly("(A,300,450,2250)", "(B,100,150,750)");
  }

  @Test
  void does_not_count_tests_and_gift_cards() {
    shop.sells(
        """
        [{"id": 1, "name": "#1", "created_at": "2026-02-01T10:00:00Z", "test": true,
          "line_items": [{"title": "A", "quantity": 1, "price": 30}]},
         {"id": 2, "name": "#2", "created_at": "2026-02-01T10:00:00Z",
          "line_items": [{"title": "Card", "quantity": 1, "price": 30, "gift_card": true},
            {"title": "A", "quantity": 1, "price": 30}]}]
        """);

    assertThat(shop.lines("title, exclusion, net_minor, order_millionths"))
        .containsExactly("(A,test,3000,0)", "(Card,gift_card,3000,0)", "(A,,3000,1000000)");
  }

  @Test
  void knows_the_lines_of_a_csv_export_again() {
    shop.catalogue().imports("Handle,Title,Variant SKU,Variant Price\nmug,Blue Mug,MUG-B,10\n");
    String csv =
        "Name,Created at,Subtotal,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
            + "Lineitem discount\n"
            + "#1001,2026-02-01 10:00:00 +0100,45.00,1,Cap - L,30,,3\n"
            + "#1001,,,2,Mug - Blue,10,MUG-B,2\n";
    shop.sells(csv);
    shop.catalogue().execute("update product_variants set sku = 'OTHER' where workspace_id = ?");

    ImportReport learnt = shop.sells(list(ORDER.replace("\"sku\": \"\"", "\"sku\": null")));
    List<String> lines = shop.lines("external_id, title, shop_product_id");
    ImportReport csvAgain = shop.sells(csv);
    List<String> before = shop.rows();
    ImportReport twice = shop.sells(csv);

    assertThat(learnt).isEqualTo(new ImportReport(1, 0, 1, 0, 0, List.of()));
    assertThat(lines).containsExactly("(1,\"Mug - Blue\",901)", "(2,\"Cap - L\",)");
    assertThat(shop.products()).containsExactly("-", "Blue Mug");
    assertThat(csvAgain.updated()).isEqualTo(1);
    assertThat(twice.unchanged()).isEqualTo(1);
    assertThat(shop.rows()).isEqualTo(before);
    assertThat(shop.orders("external_id, processed_at, utm_source, is_repeat_customer"))
        .containsExactly("(5001,\"2026-02-01 09:00:05+00\",instagram,f)");
  }

  @Test
  void keeps_what_a_line_is_as_at_first_sight() {
    shop.sells(list(ORDER));
    shop.sells(
        list(
            ORDER
                .replace("\"MUG-B\"", "\"NEW\"")
                .replace("Mug - Blue", "Mug - Navy")
                .replace("\"quantity\": 2", "\"quantity\": 3")));

    assertThat(shop.lines("external_id, sku, title, quantity, gross_minor"))
        .containsExactly("(1,MUG-B,\"Mug - Blue\",3,3000)", "(2,,\"Cap - L\",1,3000)");
  }

  @Test
  void does_not_say_that_somebody_is_a_repeat_customer_when_that_may_have_come_later() {
    shop.sells(list(ORDER.replace("\"orders_count\": 1", "\"orders_count\": 4")));

    assertThat(shop.orders("is_repeat_customer is null")).containsExactly("(t)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "price": "10.00" | "price": "-1"   | Order '#1001': price '-1' is negative.
          "quantity": 2    | "quantity": -2  | Order '#1001': quantity '-2' is negative.
          "quantity": 2    | "quantity": null | Order '#1001': quantity is missing.
          "price": "10.00" | "cost": "1"     | Order '#1001': The price of a line is missing.
          "amount": "2.00"}], "tax | "amount": "20.01"}], "tax | Order '#1001': The discounts of a line are more than it comes to: 'Mug - Blue'.
          "USD"            | "???"           | Order '#1001': currency '???' is not a currency's code.
          "id": 5001       | "id": "x"       | Order '#1001': id 'x' is not one of Shopify's.
          "name": "#1001"  | "name": ""      | The order has no name.
          2026-02-01T10:00:05 | 2036-02-01T10:00:05 | Order '#1001': processed_at '2036-02-01T10:00:05+01:00' has not come yet.
          """)
  void leaves_out_what_cannot_be_right(String good, String bad, String reason) {
    assertThat(ORDER).contains(good);

    ImportReport report = shop.sells(list(ORDER.replace(good, bad)));

    assertThat(report.rejected()).containsExactly(new Rejected(1, reason));
    assertThat(shop.orders("name")).isEmpty();
  }

  @Test
  void leaves_out_an_order_without_a_date() {
    ImportReport report = shop.sells(list("{\"name\": \"#1\", \"line_items\": []}") + "\n");

    assertThat(report.rejected())
        .containsExactly(new Rejected(1, "Order '#1': created_at is missing."));
  }

  @Test
  void refuses_other_json() {
    assertThatThrownBy(() -> shop.sells("{\"products\": []}"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            "The file is not Shopify's orders as JSON: it has no 'orders', but 'products'.");
  }

  private static String list(String order) {
    return "{\"orders\": [" + order + "]}";
  }
}
