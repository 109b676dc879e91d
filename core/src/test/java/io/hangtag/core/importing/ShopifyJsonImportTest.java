package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.importing.ImportReport.Rejected;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ShopifyJsonImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String BOARD =
      """
      {"id": 632, "title": "Board", "body_html": "<b>Good</b>", "vendor": "Burton",
       "product_type": "Snowboard", "handle": "board", "tags": "\\"Big Air\\", Barnes & Noble",
       "status": "draft", "image": {"src": "https://example.com/board.jpg"},
       "variants": [
         {"id": 808, "title": "151", "price": "199.00", "sku": "B-151", "barcode": null},
         {"id": 809, "title": "154", "price": 205.5, "sku": "", "barcode": "401"}]}
      """;
  private static final String CSV =
      "Handle,Title,Option1 Value,Variant SKU,Variant Price\nboard,Board,151,B-151,199\n";

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
  void stores_a_product_with_its_ids() {
    ImportReport report = shop.imports("{\"product\":%s}".formatted(BOARD));

    assertThat(report).isEqualTo(new ImportReport(1, 1, 0, 0, 2, List.of()));
    assertThat(shop.variantsOf("board")).containsExactly("151 B-151 19900", "154 - 20550");
    assertThat(
            shop.product(
                "board",
                "concat_ws(' ', vendor, product_type, array_to_string(tags, '|'), status,"
                    + " image_url)"))
        .isEqualTo(
            "[Burton Snowboard \"Big Air\"|Barnes & Noble draft https://example.com/board.jpg]");
    assertThat(aliases()).containsExactly("632 -> board");
    assertThat(variantIds()).containsExactly("151=808", "154=809");
  }

  @Test
  void reads_a_list_with_or_without_its_wrapping() {
    ImportReport wrapped =
        shop.imports("\n {\"count\":{\"n\":[1]},\"products\":[%s]}".formatted(BOARD));
    ImportReport bare = shop.imports("[%s]".formatted(BOARD));

    assertThat(wrapped.created()).isEqualTo(1);
    assertThat(bare).isEqualTo(new ImportReport(1, 0, 0, 1, 2, List.of()));
  }

  @Test
  void learns_the_ids_of_a_product_that_it_knew_by_its_handle() {
    shop.imports(CSV);
    List<String> before = shop.strings("id", "product_variants", "id");
    ImportReport report = shop.imports("[%s]".formatted(BOARD));
    ImportReport again = shop.imports("[%s]".formatted(BOARD));

    assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 0, 2, List.of()));
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(shop.products()).containsExactly("board: Board");
    assertThat(aliases()).containsExactly("632 -> board");
    assertThat(shop.strings("id", "product_variants", "id")).containsAll(before).hasSize(2);
  }

  @Test
  void keeps_the_ids_when_an_export_without_them_comes_later() {
    shop.imports("[%s]".formatted(BOARD));
    ImportReport report = shop.imports(CSV);

    assertThat(report.updated()).isEqualTo(1);
    assertThat(aliases()).containsExactly("632 -> board");
    assertThat(variantIds()).containsExactly("151=808", "154=809");
  }

  @Test
  void knows_a_product_under_a_new_handle() {
    shop.imports("[%s]".formatted(BOARD));
    List<String> ids = shop.strings("id", "products", "id");
    ImportReport report =
        shop.imports(
            "[%s]".formatted(BOARD.replace("\"handle\": \"board\"", "\"handle\": \"plank\"")));

    assertThat(report.updated()).isEqualTo(1);
    assertThat(shop.products()).containsExactly("plank: Board");
    assertThat(shop.strings("id", "products", "id")).isEqualTo(ids);
  }

  @Test
  void follows_products_that_change_handles_with_each_other() {
    String before = "[%s,%s,%s]".formatted(simple(1, "a"), simple(2, "b"), simple(3, "c"));
    String after = "[%s,%s,%s]".formatted(simple(1, "b"), simple(2, "c"), simple(3, "a"));
    shop.imports(before);
    ImportReport report = shop.imports(after);
    ImportReport again = shop.imports(after);

    assertThat(report.updated()).isEqualTo(3);
    assertThat(shop.products()).containsExactly("a: Product 3", "b: Product 1", "c: Product 2");
    assertThat(again.unchanged()).isEqualTo(3);
  }

  @Test
  void takes_a_handle_from_the_product_that_had_it_before() {
    shop.imports("[%s]".formatted(simple(1, "cap")));
    ImportReport report = shop.imports("[%s]".formatted(simple(2, "cap")));
    ImportReport back = shop.imports("[%s]".formatted(simple(1, "old-cap")));

    assertThat(report.created()).isEqualTo(1);
    assertThat(back.updated()).isEqualTo(1);
    assertThat(shop.products()).containsExactly("cap: Product 2", "old-cap: Product 1");
    assertThat(aliases()).containsExactly("1 -> old-cap", "2 -> cap");
  }

  @Test
  void knows_a_variant_under_a_new_title() {
    shop.imports("[%s]".formatted(BOARD));
    List<String> ids = shop.strings("id", "product_variants", "id");
    shop.imports("[%s]".formatted(BOARD.replace("\"title\": \"151\"", "\"title\": \"151 cm\"")));

    assertThat(shop.variantsOf("board")).containsExactly("151 cm B-151 19900", "154 - 20550");
    assertThat(shop.strings("id", "product_variants", "id")).isEqualTo(ids);
  }

  @Test
  void gives_no_id_to_two_variants() {
    shop.imports("[%s]".formatted(BOARD));
    shop.imports(
        "[%s]"
            .formatted(
                BOARD
                    .replace("\"title\": \"154\"", "\"title\": \"160\"")
                    .replace("\"title\": \"151\"", "\"title\": \"154\"")));

    assertThat(variantIds()).containsExactly("151=", "154=808", "160=809");
  }

  @Test
  void leaves_out_what_is_wrong_by_the_number_of_its_object() {
    ImportReport report =
        shop.imports(
            """
            {"products":[
              {"id":1,"handle":"a","title":" "},
              {"id":2,"title":"No handle"},
              {"id":"x-y","handle":"c","title":"C"},
              {"id":4,"handle":"d","title":"D","variants":[
                {"id":40,"title":"S","price":"a lot"},{"id":41,"title":"M","price":"5"}]},
              {"id":4,"handle":"e","title":"E"},
              {"id":6,"handle":"d","title":"F"},
              "seven",
              {"id":8,"handle":"h","title":"\\ud800"}]}
            """);

    assertThat(report.read()).isEqualTo(8);
    assertThat(report.rejected())
        .containsExactly(
            new Rejected(1, "The product has no title."),
            new Rejected(2, "The product has no handle."),
            new Rejected(3, "id 'x-y' is not one of Shopify's."),
            new Rejected(4, "Variant 'S': price 'a lot' is not an amount of USD."),
            new Rejected(5, "Id '4' is in the file already, as object 4."),
            new Rejected(6, "Product 'd' is in the file already, as object 4."),
            new Rejected(7, "The product has no handle."),
            new Rejected(8, "title '' contains a character that is none."));
    assertThat(shop.products()).containsExactly("d: D");
    assertThat(shop.variantsOf("d")).containsExactly("M - 500");
  }

  @Test
  void stores_what_stands_before_the_place_where_a_file_is_cut_off() {
    String file = "{\"products\":[%s,%s,{\"id\":3,".formatted(simple(1, "a"), simple(2, "b"));
    ImportReport report = shop.imports(file);

    assertThat(report.created()).isEqualTo(2);
    assertThat(report.rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.line()).isEqualTo(3))
        .extracting(Rejected::reason)
        .asString()
        .startsWith("The JSON is damaged or cut off in line 1");
  }

  @Test
  void reads_a_bulk_operation_whose_lines_are_in_any_order() {
    String lines =
        """
        {"id":"gid://shopify/ProductVariant/11","title":"S","sku":"A-S","price":"5.00","__parentId":"gid://shopify/Product/1"}
        {"id":"gid://shopify/Product/1","title":"A","handle":"a","productType":"Tops","status":"ACTIVE","tags":["x","y"],"featuredImage":{"url":"/a.jpg"}}
        {"id":"gid://shopify/Product/2","title":"B","handle":"b"}
        oops
        {"id":"gid://shopify/ProductVariant/21","title":"S","price":"6.00","__parentId":"gid://shopify/Product/2"}
        {"id":"gid://shopify/ProductVariant/12","title":"M","price":"5.50","__parentId":"gid://shopify/Product/1"}
        {"id":"gid://shopify/ProductVariant/91","title":"M","price":"5.50","__parentId":"gid://shopify/Product/9"}
        {"id":"gid://shopify/Metafield/7","key":"fabric","__parentId":"gid://shopify/Product/1"}
        """;
    ImportReport report = shop.imports(lines);
    ImportReport again = shop.imports(lines);

    assertThat(report)
        .isEqualTo(
            new ImportReport(
                2,
                2,
                0,
                0,
                3,
                List.of(
                    new Rejected(4, "The line is not a JSON object: 'oops'."),
                    new Rejected(7, "The product of this variant is not in the file."))));
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(shop.variantsOf("a")).containsExactly("S A-S 500", "M - 550");
    assertThat(aliases()).containsExactly("1 -> a", "2 -> b");
    assertThat(shop.product("a", "concat_ws(' ', product_type, tags, status, image_url)"))
        .isEqualTo("[Tops {x,y} active /a.jpg]");
  }

  private static String simple(int id, String handle) {
    return "{\"id\":%d,\"title\":\"Product %d\",\"handle\":\"%s\"}".formatted(id, id, handle);
  }

  private List<String> aliases() {
    return shop.strings(
        """
        external_id || ' -> ' || (
          select handle from products p
          where p.workspace_id = a.workspace_id and p.id = a.product_id)
        """,
        "product_aliases a",
        "external_id");
  }

  private List<String> variantIds() {
    return shop.strings("title || '=' || coalesce(shopify_id, '')", "product_variants", "1");
  }
}
