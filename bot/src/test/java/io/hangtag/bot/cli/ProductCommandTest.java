package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProductCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Shop shop = new Shop(db);

  @BeforeEach
  void two_hoodies() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    shop.product(null, "red-hoodie", "Red Hoodie", "HD-2");
  }

  @Test
  void finds_products_for_programs() {
    String out = Shell.on(db).run("product", "search", "HD-1", "--json").out();

    assertThat(out)
        .matches(
            "\\{\"products\":\\[\\{\"id\":1,\"product_source\":\"shopify\",\"product_id\":\"901\","
                + "\"handle\":\"blue-hoodie\",\"product_title\":\"Blue Hoodie\",\"sku\":\"HD-1\","
                + "\"price\":\"19.90\",\"currency\":\"EUR\",\"status\":\"active\","
                + "\"match\":\"exact_sku\",\"score\":[0-9.]+}],\"total\":1,\"corrected_to\":null}\n");
  }

  @Test
  void has_no_product_id_while_only_the_handle_is_known() {
    String out = Shell.on(db).run("product", "search", "HD-2", "--json").out();

    assertThat(out).contains("\"product_id\":null,\"handle\":\"red-hoodie\"");
  }

  @Test
  void has_no_price_where_there_is_none() {
    shop.run("update products set min_price_minor = null, max_price_minor = null where id = 1");

    String out = Shell.on(db).run("product", "search", "HD-1", "--json").out();

    assertThat(out).contains("\"price\":null,\"currency\":null");
  }

  @Test
  void finds_products_for_people() {
    assertThat(Shell.on(db).run("product", "search", "hd-1").out())
        .isEqualTo(
            """
            ID  TITLE        SKU   PRICE      STATUS  HANDLE       MATCH
             1  Blue Hoodie  HD-1  19.90 EUR  active  blue-hoodie  exact sku
            """);
    assertThat(Shell.on(db).run("product", "search", "hoodie", "--limit", "1").out())
        .endsWith("title words\n... and 1 more.\n");
  }

  @Test
  void says_what_a_word_was_corrected_to() {
    shop.countWords();

    String out = Shell.on(db).run("product", "search", "hodie", "--json").out();

    assertThat(out)
        .contains("\"match\":\"corrected\"")
        .endsWith("\"total\":2,\"corrected_to\":\"hoodie\"}\n");
    assertThat(Shell.on(db).run("product", "search", "hodie").out())
        .startsWith("Showing results for hoodie.\nID ")
        .contains("corrected");
  }

  @Test
  void corrects_nothing_where_only_what_was_written_is_wanted() {
    shop.countWords();
    shop.product("903", "cup", "Cup", "CUP-1234");

    assertThat(Shell.on(db).run("product", "search", "hodie", "--exactly").out())
        .isEqualTo("No products found.\n");
    assertThat(Shell.on(db).run("product", "search", "SKU:CUP-1243", "--exactly").out())
        .isEqualTo("No products found.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "UP-123, sku_part",
    "red zeppelin, some_words",
    "CUP-1243, close_sku",
    "q, recent",
  })
  void says_how_what_is_only_similar_was_found(String query, String match) {
    shop.product("903", "cup", "Cup", "CUP-1234");

    assertThat(Shell.on(db).run("product", "search", query, "--json").out())
        .contains("\"match\":\"" + match + "\"")
        .endsWith("\"corrected_to\":null}\n");
  }

  @Test
  void finds_nothing() {
    assertThat(Shell.on(db).run("product", "search", "kettle").out())
        .isEqualTo("No products found.\n");
    assertThat(Shell.on(db).run("product", "search", "kettle", "--json").out())
        .isEqualTo("{\"products\":[],\"total\":0,\"corrected_to\":null}\n");
  }
}
