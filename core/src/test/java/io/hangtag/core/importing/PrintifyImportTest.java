package io.hangtag.core.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintifyImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String MAGNET = "5d39b411749d0a000f30e0f4";
  private static final String HEADER =
      "Handle,Title,Option1 Value,Variant SKU,Variant Price,Tags,Status\n";
  private static final String SHOPIFY_CSV =
      HEADER
          + "square-magnet,Square Magnet,2 inch,866375988,5.50,fridge,active\n"
          + "square-magnet,,9 inch,MAG-9,9.00,,\n";
  private static final String SHOPIFY_JSON =
      """
      {"products": [{"id": 7632, "handle": "square-magnet", "title": "Square Magnet",
        "tags": "fridge", "status": "active", "variants": [
          {"id": 1, "title": "2 inch", "sku": "866375988", "price": "5.50"},
          {"id": 2, "title": "9 inch", "sku": "MAG-9", "price": "9.00"}]}]}
      """;

  private ImportShop shop;

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
    shop = ImportShop.in(database);
  }

  @Test
  void reads_a_page_of_a_real_shop() throws IOException {
    ImportReport report = shop.prints(file("products_list.json"));

    assertThat(report).isEqualTo(new ImportReport(1, 1, 0, 0, 1, List.of()));
    assertThat(products())
        .containsExactly(
            "Mug 11oz|null|active|860|860|Home & Living,Mugs,11 oz,White base,Sublimation");
    assertThat(aliases()).containsExactly("printify 5d39b159e7c48c000728c89f");
    assertThat(variants()).containsExactly("11oz 866366009 860 33719");
  }

  @Test
  void changes_nothing_when_the_same_comes_again() throws IOException {
    shop.prints(file("products_list.json"));
    List<String> before = everything();
    long version = shop.catalogVersion();

    ImportReport again = shop.prints(file("products_getOne.json"));

    assertThat(again).isEqualTo(new ImportReport(1, 0, 0, 1, 1, List.of()));
    assertThat(everything()).isEqualTo(before);
    assertThat(shop.catalogVersion()).isEqualTo(version);
  }

  @Test
  void has_only_what_is_for_sale() throws IOException {
    shop.prints(file("product_published.json"));

    assertThat(variants())
        .containsExactly(
            "2x2\" / White 866375988 400 45740",
            "3x3\" / White 866375989 400 45742",
            "4x4\" / White 866375990 400 45744");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv,printify",
        "printify,csv",
        "json,printify",
        "printify,json",
        "csv,json,printify",
        "csv,printify,json",
        "printify,csv,json",
        "printify,json,csv",
        "json,printify,csv",
        "printify,csv,printify",
        "printify,json,printify,csv"
      })
  void makes_one_product_of_what_was_published_whoever_comes_first(String order)
      throws IOException {
    for (String next : order.split(",", -1)) {
      imports(next);
    }
    List<String> before = everything();
    for (String next : order.split(",", -1)) {
      imports(next);
    }

    assertThat(products()).containsExactly("Square Magnet|square-magnet|active|550|900|fridge");
    assertThat(aliases()).containsExactly("printify " + MAGNET, "shopify 7632");
    assertThat(variants())
        .containsExactly(
            "2 inch 866375988 550 45740",
            "9 inch MAG-9 900 -",
            "3x3\" / White 866375989 400 45742",
            "4x4\" / White 866375990 400 45744");
    assertThat(everything()).hasSameSizeAs(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv,printify", "printify,csv"})
  void fills_what_shopify_does_not_say(String order) throws IOException {
    for (String next : order.split(",", -1)) {
      if (next.equals("csv")) {
        shop.imports(
            """
            Handle,Title,Option1 Value,Variant SKU
            square-magnet,Square Magnet,2 inch,866375988
            """);
      } else {
        imports(next);
      }
    }

    assertThat(products())
        .containsExactly("Square Magnet|square-magnet|active|400|400|Home & Living,Stickers");
    assertThat(variants())
        .containsExactly(
            "2 inch 866375988 400 45740",
            "3x3\" / White 866375989 400 45742",
            "4x4\" / White 866375990 400 45744");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"7632\",\"handle\":\"square-magnet\"} | shopify 7632 | square-magnet",
        "{\"id\":7632,\"handle\":\"square-magnet\",\"shipping_template_id\":\"1\"} | shopify 7632"
            + " | square-magnet",
        "{\"id\":\"gid://shopify/Product/7632\",\"handle\":null} | shopify 7632 | null",
        "{\"handle\":\"https://x.example/products/square-magnet?v=1\"} | - | square-magnet",
        "[{\"id\":\"7632\",\"handle\":\"x.example/products/square-magnet\"}] | shopify 7632 |"
            + " square-magnet",
        "[] | - | null",
        "null | - | null",
        "{\"id\":\"B00ABC\",\"handle\":\"magnet\"} | - | null",
        "{\"id\":\"123\",\"handle\":\"https://www.etsy.com/listing/123\"} | - | null"
      })
  void reads_external_as_it_was_written_over_the_years(
      String external, String alias, String handle) {
    shop.prints(printed(MAGNET, "Magnet", external));

    assertThat(aliases())
        .isEqualTo(
            alias.equals("-")
                ? List.of("printify " + MAGNET)
                : List.of("printify " + MAGNET, alias));
    assertThat(products()).singleElement().asString().startsWith("Magnet|" + handle + "|");
  }

  @Test
  void merges_with_its_twin_when_it_is_published_later() {
    shop.prints(printed(MAGNET, "Magnet", "null"));
    shop.imports(SHOPIFY_JSON);
    String unpublished = id("title = 'Magnet'");

    ImportReport report =
        shop.prints(printed(MAGNET, "Magnet", "{\"id\":7632,\"handle\":\"square-magnet\"}"));

    assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 1, List.of()));
    assertThat(products()).containsExactly("Square Magnet|square-magnet|active|550|900|fridge");
    assertThat(aliases()).containsExactly("printify " + MAGNET, "shopify 7632");
    assertThat(id("id = " + unpublished + " and merged_into = " + id("handle = 'square-magnet'")))
        .isEqualTo(unpublished);
  }

  @Test
  void merges_a_product_whose_handle_was_changed_when_its_id_is_learnt() {
    shop.imports(SHOPIFY_CSV.replace("square-magnet", "old-magnet"));
    shop.imports(SHOPIFY_JSON.replace("square-magnet", "old-magnet"));
    shop.imports(SHOPIFY_CSV);
    String first = id("handle = 'old-magnet'");

    ImportReport report = shop.imports(SHOPIFY_JSON);

    assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 2, List.of()));
    assertThat(products()).containsExactly("Square Magnet|square-magnet|active|550|900|fridge");
    assertThat(id("handle = 'square-magnet'")).isEqualTo(first);
    assertThat(shop.strings("title", "product_variants", "position"))
        .containsExactly("2 inch", "9 inch");
  }

  @Test
  void leads_from_each_merged_product_to_the_one_that_is_left() {
    shop.prints(printed(MAGNET, "Magnet", "{\"id\":7632}"));
    shop.imports(SHOPIFY_CSV);
    shop.imports(SHOPIFY_JSON);
    shop.imports(SHOPIFY_CSV.replace("square-magnet", "newer-magnet"));
    shop.imports(SHOPIFY_JSON.replace("square-magnet", "newer-magnet"));

    assertThat(products()).containsExactly("Square Magnet|newer-magnet|active|550|900|fridge");
    assertThat(
            shop.strings(
                "distinct merged_into",
                "(select * from products where" + " merged_into is not null) t",
                "1"))
        .containsExactly(id("handle = 'newer-magnet'"));
  }

  @Test
  void refuses_to_guess_which_of_two_products_in_shopify_it_is() {
    shop.prints(printed(MAGNET, "Magnet", "{\"id\":7632}"));
    shop.imports(SHOPIFY_JSON);
    List<String> before = everything();

    ImportReport report = shop.prints(printed(MAGNET, "Magnet", "{\"id\":99}"));

    assertThat(report.rejected())
        .containsExactly(
            new Rejected(
                1,
                "Printify says that product %s is 99 in Shopify, but it was known as 7632."
                    .formatted(MAGNET)));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void makes_one_product_of_several_prints_of_the_same() {
    String other = MAGNET.replace('5', '6');
    shop.prints(
        "[%s,%s]"
            .formatted(
                printed(MAGNET, "Magnet", "{\"id\":7632}"),
                printed(other, "Magnet again", "{\"id\":7632}")));

    assertThat(aliases())
        .containsExactly("printify " + MAGNET, "printify " + other, "shopify 7632");
    assertThat(products()).singleElement().asString().startsWith("Magnet|");
  }

  @Test
  void leaves_out_what_is_wrong_by_the_number_of_its_object() {
    ImportReport report =
        shop.prints(
            "{\"data\":[%s,{\"id\":\"7\"},%s,%s]}"
                .formatted(
                    printed(MAGNET, "Magnet", "null"),
                    printed(MAGNET, "Magnet", "null"),
                    printed(MAGNET.replace('5', '6'), "", "null")));

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.rejected())
        .containsExactly(
            new Rejected(2, "The object is no product of Printify: id '7', without variants."),
            new Rejected(3, "Product '%s' is in the file already, as object 1.".formatted(MAGNET)),
            new Rejected(4, "The product has no title."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"products\":[{\"id\":632,\"handle\":\"a\",\"title\":\"A\",\"variants\":[]}]}",
        "{}",
        "7",
        "{\"error\":\"Unauthenticated.\"}",
        "Handle,Title\na,A\n",
        "[7"
      })
  void refuses_what_is_no_file_of_printify(String file) {
    assertThatThrownBy(() -> shop.prints(file)).isInstanceOf(RefusedFileException.class);
    assertThat(products()).isEmpty();
  }

  @Test
  void takes_pages_that_follow_one_another() throws IOException {
    ImportReport report =
        shop.prints(file("products_list.json") + "\n" + file("products_create.json"));

    assertThat(report.created()).isEqualTo(2);
  }

  private void imports(String next) throws IOException {
    switch (next) {
      case "csv" -> shop.imports(SHOPIFY_CSV);
      case "json" -> shop.imports(SHOPIFY_JSON);
      default -> shop.prints(file("product_published.json"));
    }
  }

  private static String printed(String id, String title, String external) {
    return """
        {"id": "%s", "title": "%s", "tags": [], "visible": true, "external": %s, "variants": [
          {"id": 1, "title": "One", "sku": "SKU-1", "price": 400, "is_enabled": true}]}
        """
        .formatted(id, title, external);
  }

  private static String file(String name) throws IOException {
    try (InputStream file = PrintifyImportTest.class.getResourceAsStream("printify/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }

  private List<String> products() {
    return shop.strings(
        "concat_ws('|', title, coalesce(handle, 'null'), status, min_price_minor, max_price_minor,"
            + " array_to_string(tags, ','))",
        "(select * from products where deleted_at is null) t",
        "id");
  }

  private List<String> aliases() {
    return shop.strings("source || ' ' || external_id", "product_aliases", "source, external_id");
  }

  private List<String> variants() {
    return shop.strings(
        "concat_ws(' ', title, sku, price_minor, coalesce(printify_id, '-'))",
        "product_variants",
        "position, id");
  }

  private String id(String which) {
    return shop.strings("id", "(select * from products where " + which + ") t", "id").getFirst();
  }

  private List<String> everything() {
    List<String> all = new ArrayList<>(shop.strings("to_jsonb(t)", "products t", "id"));
    all.addAll(shop.strings("to_jsonb(t)", "product_variants t", "id"));
    all.addAll(shop.strings("to_jsonb(t)", "product_aliases t", "source, external_id"));
    return all;
  }
}
