package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderMatchTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String PRODUCTS =
      """
      {"products": [
        {"id": 901, "handle": "mug", "title": "Mug", "variants": [
          {"id": 9011, "title": "Blue", "sku": "MUG-B", "price": "10.00"},
          {"id": 9012, "title": "Red", "sku": "SHARED", "price": "10.00"}]},
        {"id": 902, "handle": "cap", "title": "Cap", "variants": [
          {"id": 9021, "title": "Default Title", "sku": "SHARED", "price": "20.00"}]},
        {"id": 903, "handle": "pin", "title": "Pin", "variants": [
          {"id": 9031, "title": "Default Title", "sku": "PIN", "price": "5.00"}]},
        {"id": 904, "handle": "pin-2", "title": "Pin", "variants": [
          {"id": 9041, "title": "Gold", "sku": "PIN-G", "price": "5.00"}]}]}
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

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          9011, 902,  PIN,    Cap,        Mug
          -,    902,  MUG-B,  Mug,        Cap
          9999, 999,  MUG-B,  Cap,        Mug
          -,    -,    SHARED, Mug - Red,  Mug
          -,    -,    SHARED, Cap,        Cap
          -,    -,    -,      Mug,        Mug
          -,    -,    -,      Pin - Gold, Pin
          -,    -,    -,      Pin,        -
          -,    -,    mug-b,  mug,        -
          -,    -,    SHARED, Scarf,      -
          """)
  void finds_the_product_by_id_else_by_sku_else_by_title(
      @Nullable String variant,
      @Nullable String product,
      @Nullable String sku,
      String title,
      @Nullable String found) {
    shop.catalogue().imports(PRODUCTS);

    shop.sells(order(line(variant, product, sku, title)));

    assertThat(shop.products()).containsExactly(found == null ? "-" : found);
  }

  @Test
  void finds_the_products_of_older_orders_when_they_are_imported() {
    shop.sells(order(line(null, null, "MUG-B", "Mug - Blue"), line(null, null, "X", "Scarf")));
    assertThat(shop.products()).containsExactly("-", "-");

    shop.catalogue().imports(PRODUCTS);

    assertThat(shop.products()).containsExactly("Mug", "-");
  }

  @Test
  void keeps_the_product_of_first_sight_when_its_sku_goes_to_another() {
    shop.catalogue().imports(PRODUCTS);
    shop.sells(order(line(null, null, "PIN", "Brooch")));
    shop.catalogue().imports(PRODUCTS.replace("\"PIN\"", "\"OLD\"").replace("MUG-B", "PIN"));

    shop.sells(
        order(line(null, null, "PIN", "Brooch").replace("\"quantity\": 1", "\"quantity\": 2")));

    assertThat(shop.lines("quantity")).containsExactly("(2)");
    assertThat(shop.products()).containsExactly("Pin");
  }

  @Test
  void moves_sales_to_the_product_that_stands_for_a_merged_one() {
    String csv = "Handle,Title,Option1 Value,Variant SKU,Variant Price,Tags,Status\n";
    shop.catalogue().imports(csv + "new-magnet,New Magnet,2 inch,MAG-2,5.50,,active\n");
    shop.catalogue().prints(printed("", "Printed Magnet"));
    shop.sells(order(line(null, null, "P-2", "Printed Magnet - 2 inch")));
    assertThat(shop.products()).containsExactly("Printed Magnet");

    shop.catalogue()
        .prints(
            printed(
                ", \"external\": {\"id\": \"7632\", \"handle\":"
                    + " \"https://shop.test/products/new-magnet\"}",
                "Printed Magnet"));

    assertThat(shop.products()).containsExactly("New Magnet");
  }

  @Test
  void finds_the_product_that_stands_by_the_title_of_the_merged_one() {
    shop.catalogue().imports(PRODUCTS);
    shop.catalogue()
        .execute(
            "update products set merged_into = (select p.id from products p where p.handle = 'mug'"
                + " and p.workspace_id = products.workspace_id), deleted_at = now(), handle = null"
                + " where workspace_id = ? and handle = 'pin-2'");
    shop.catalogue()
        .execute("delete from product_variants where workspace_id = ? and sku = 'PIN-G'");
    shop.catalogue()
        .execute("update products set title = 'Old Pin' where workspace_id = ? and handle is null");

    shop.sells(order(line(null, null, null, "Old Pin")));

    assertThat(shop.products()).containsExactly("Mug");
  }

  @Test
  void does_not_see_the_products_of_other_teams() {
    OrderShop.in(database).catalogue().imports(PRODUCTS);

    shop.sells(order(line("9011", "901", "MUG-B", "Mug")));

    assertThat(shop.products()).containsExactly("-");
  }

  private static String printed(String external, String title) {
    return """
        {"data": [{"id": "5d39b411749d0a000f30e0f4", "title": "%s", "tags": [], "visible": true%s,
          "variants": [{"id": 1, "title": "2 inch", "sku": "P-2", "price": 550,
            "is_enabled": true}]}]}
        """
        .formatted(title, external);
  }

  private static String order(String... lines) {
    return """
        {"order": {"id": 1, "name": "#1", "created_at": "2026-02-01T10:00:00Z",
          "line_items": [%s]}}
        """
        .formatted(String.join(",", lines));
  }

  private static String line(
      @Nullable String variant, @Nullable String product, @Nullable String sku, String title) {
    return """
        {"variant_id": %s, "product_id": %s, "sku": %s, "name": "%s", "quantity": 1,
          "price": "10.00"}
        """
        .formatted(variant, product, sku == null ? "null" : "\"" + sku + "\"", title);
  }
}
