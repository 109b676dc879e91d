package io.hangtag.core.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ProductImportTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  private static final String HEADER =
      "Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Value,Variant SKU,"
          + "Variant Price,Variant Barcode,Image Src,Image Position,Status\n";
  private static final String HOODIE =
      HEADER
          + "hoodie,Blue Hoodie,Luma,Tops,\"warm, blue\",Size,S,Blue,HD-S,49.95,401,/b.jpg,2,draft\n"
          + "hoodie,,,,,,M,Blue,HD-M,52,402,/a.jpg,1,\n"
          + "hoodie,,,,,,,,,,,/c.jpg,3,\n";

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
  void stores_a_product_with_its_variants_as_the_export_has_them() {
    ImportReport report = shop.imports(HOODIE);

    assertThat(report).isEqualTo(new ImportReport(3, 1, 0, 0, 2, List.of()));
    assertThat(shop.products()).containsExactly("hoodie: Blue Hoodie");
    assertThat(shop.variantsOf("hoodie"))
        .containsExactly("S / Blue HD-S 4995", "M / Blue HD-M 5200");
    assertThat(
            shop.product(
                "hoodie",
                "concat_ws(' ', vendor, product_type, tags, status, image_url, min_price_minor,"
                    + " max_price_minor, currency)"))
        .isEqualTo("[Luma Tops {warm,blue} draft /a.jpg 4995 5200 USD]");
  }

  @Test
  void reads_a_real_export() throws IOException {
    ImportReport report = shop.imports(icecat());

    assertThat(report).isEqualTo(new ImportReport(12, 12, 0, 0, 12, List.of()));
    assertThat(shop.products())
        .contains(
            "xerox-006r90321-toner-cartridge-original-black-6-pc-s-3920564:"
                + " Xerox 006R90321 toner cartridge Original Black 6 pc(s)");
    assertThat(shop.variantsOf("brother-lc51c-original-cyan-2067378"))
        .containsExactly("Default Title LC51C 1795");
  }

  @Test
  void changes_nothing_when_the_same_file_comes_again() throws IOException {
    ImportReport first = shop.imports(icecat());
    List<String> before = shop.strings("to_jsonb(t)", "products t", "id");
    List<String> variantsBefore = shop.strings("to_jsonb(t)", "product_variants t", "id");
    ImportReport second = shop.imports(icecat());

    assertThat(first.created()).isEqualTo(12);
    assertThat(second).isEqualTo(new ImportReport(12, 0, 0, 12, 12, List.of()));
    assertThat(shop.strings("to_jsonb(t)", "products t", "id")).isEqualTo(before);
    assertThat(shop.strings("to_jsonb(t)", "product_variants t", "id")).isEqualTo(variantsBefore);
    assertThat(shop.catalogVersion()).isEqualTo(1);
  }

  @Test
  void changes_what_changed_and_nothing_else() {
    String cap = "cap,Cap,Luma,Hats,,Title,Default Title,,CAP,9,,,,active\n";
    shop.imports(HOODIE + cap);
    List<String> variantIds = shop.strings("id", "product_variants", "id");
    ImportReport report =
        shop.importsAt(
            ImportShop.NOON.plus(Duration.ofDays(1)), HOODIE.replace("49.95", "45") + cap);

    assertThat(report).isEqualTo(new ImportReport(4, 0, 1, 1, 3, List.of()));
    assertThat(shop.variantsOf("hoodie"))
        .containsExactly("S / Blue HD-S 4500", "M / Blue HD-M 5200");
    assertThat(shop.strings("id", "product_variants", "id")).isEqualTo(variantIds);
    assertThat(shop.product("hoodie", "updated_at = '2026-03-02T12:00Z'")).isEqualTo("[true]");
    assertThat(shop.product("cap", "updated_at = '2026-03-01T12:00Z'")).isEqualTo("[true]");
    assertThat(shop.catalogVersion()).isEqualTo(2);
  }

  @Test
  void keeps_products_and_variants_that_an_export_does_not_contain() {
    shop.imports(HOODIE + "cap,Cap,,,,,,,CAP,9,,,,\n");
    shop.imports(HEADER + "hoodie,Blue Hoodie,Luma,Tops,,,L,Blue,HD-L,55,,,,active\n");

    assertThat(shop.products()).containsExactly("cap: Cap", "hoodie: Blue Hoodie");
    assertThat(shop.variantsOf("hoodie"))
        .containsExactlyInAnyOrder(
            "S / Blue HD-S 4995", "M / Blue HD-M 5200", "L / Blue HD-L 5500");
  }

  @Test
  void keeps_what_an_export_without_the_column_does_not_say() {
    shop.imports(HOODIE);
    ImportReport report =
        shop.imports("Handle,Title,Option1 Value,Option2 Value\nhoodie,Hoodie,S,Blue\n");

    assertThat(report.updated()).isEqualTo(1);
    assertThat(shop.variantsOf("hoodie"))
        .containsExactly("S / Blue HD-S 4995", "M / Blue HD-M 5200");
    assertThat(
            shop.product(
                "hoodie",
                "concat_ws(' ', title, vendor, product_type, tags, status, image_url,"
                    + " min_price_minor)"))
        .isEqualTo("[Hoodie Luma Tops {warm,blue} draft /a.jpg 4995]");
  }

  @Test
  void empties_what_an_export_has_blank() {
    shop.imports(HOODIE);
    shop.imports(HEADER + "hoodie,Hoodie,,,,,S,Blue,,49.95,,,,\n");

    assertThat(shop.variantsOf("hoodie")).containsExactly("S / Blue - 4995", "M / Blue HD-M 5200");
    assertThat(
            shop.product(
                "hoodie",
                "concat_ws('|', vendor, product_type, tags, status, coalesce(image_url, 'none'))"))
        .isEqualTo("[||{}|active|none]");
  }

  @Test
  void brings_back_a_deleted_product_under_its_number() {
    shop.imports(HOODIE);
    List<String> ids = shop.strings("id", "products", "id");
    int deleted = shop.execute("update products set deleted_at = now() where workspace_id = ?");
    ImportReport report = shop.imports(HOODIE);

    assertThat(deleted).isEqualTo(1);
    assertThat(report.updated()).isEqualTo(1);
    assertThat(shop.product("hoodie", "deleted_at is null")).isEqualTo("[true]");
    assertThat(shop.strings("id", "products", "id")).isEqualTo(ids);
  }

  @Test
  void keeps_teams_apart() {
    ImportShop other = ImportShop.in(database);
    shop.imports(HOODIE);
    ImportReport report = other.imports(HOODIE.replace("Blue Hoodie", "Their Hoodie"));

    assertThat(report.created()).isEqualTo(1);
    assertThat(shop.products()).containsExactly("hoodie: Blue Hoodie");
    assertThat(other.products()).containsExactly("hoodie: Their Hoodie");
  }

  @Test
  void reads_prices_in_the_decimals_of_the_teams_currency() {
    ImportShop yen = ImportShop.in(database, "JPY");
    ImportShop dinar = ImportShop.in(database, "JOD");
    String file = "Handle,Title,Variant Price\ncap,Cap,1200.00\nbag,Bag,1.125\n";
    ImportReport inYen = yen.imports(file);
    ImportReport inDinar = dinar.imports(file);

    assertThat(yen.variantsOf("cap")).containsExactly("Default Title - 1200");
    assertThat(inYen.rejected())
        .containsExactly(
            new ImportReport.Rejected(3, "Variant Price '1.125' is not an amount of JPY."));
    assertThat(dinar.variantsOf("bag")).containsExactly("Default Title - 1125");
    assertThat(inDinar.rejected()).isEmpty();
  }

  @Test
  void reads_a_packed_file_with_byte_order_mark_and_windows_line_ends() throws IOException {
    byte[] file = ("\uFEFF" + HOODIE.replace("\n", "\r\n")).getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(file);
    }
    ImportReport first = shop.imports(packed.toByteArray());
    ImportReport second = shop.imports(HOODIE);

    assertThat(first).isEqualTo(new ImportReport(3, 1, 0, 0, 2, List.of()));
    assertThat(second.unchanged()).isEqualTo(1);
  }

  @Test
  void reads_what_a_german_excel_makes_of_an_export() {
    ImportReport report =
        shop.imports(
            """
            Handle;Title;Variant SKU;Variant Price;Tags
            cap;"Cap; red";'00012;1249,50;"a, b"
            """);

    assertThat(report.rejected()).isEmpty();
    assertThat(shop.products()).containsExactly("cap: Cap; red");
    assertThat(shop.variantsOf("cap")).containsExactly("Default Title 00012 124950");
  }

  @Test
  void reads_the_names_columns_have_in_newer_exports() {
    ImportReport report =
        shop.imports(
            """
            Title,URL handle,Status,SKU,Barcode,Option1 value,Price,Product image URL
            Cap,cap,Unlisted,CAP-1,401,Red,12.50,https://example.com/cap.jpg
            """);

    assertThat(report.rejected()).isEmpty();
    assertThat(shop.variantsOf("cap")).containsExactly("Red CAP-1 1250");
    assertThat(shop.product("cap", "status || ' ' || image_url"))
        .isEqualTo("[active https://example.com/cap.jpg]");
  }

  @Test
  void stores_nothing_of_a_file_that_turns_out_to_be_something_else_halfway() {
    StringBuilder rows = new StringBuilder("Handle,Title\n");
    for (int i = 0; i < 5_000; i++) {
      rows.append("product-%d,Product %d\n".formatted(i, i));
    }
    byte[] file = (rows + "last,Caf\u00e9\n").getBytes(ISO_8859_1);

    assertThatThrownBy(() -> shop.imports(file))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("line 5002");
    assertThat(shop.products()).isEmpty();
    assertThat(shop.catalogVersion()).isZero();
  }

  @Test
  void tells_how_far_it_has_come() {
    StringBuilder rows = new StringBuilder("Handle,Title\n");
    for (int i = 0; i < 2_500; i++) {
      rows.append("product-%d,Product %d\n".formatted(i, i));
    }
    List<Integer> heard = new ArrayList<>();
    ImportReport report =
        ImportShop.on(database.dsl(), Clock.systemUTC())
            .importShopify(
                shop.workspace(),
                new ByteArrayInputStream(rows.toString().getBytes(UTF_8)),
                heard::add);

    assertThat(report.created()).isEqualTo(2_500);
    assertThat(heard).containsExactly(1_000, 2_000, 2_500);
  }

  @Test
  void lets_two_imports_of_the_same_file_have_one_effect() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<ImportReport> reports = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<ImportReport>> imports = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        imports.add(
            threads.submit(
                () -> {
                  start.await();
                  return shop.imports(icecat());
                }));
      }
      start.countDown();
      for (Future<ImportReport> each : imports) {
        reports.add(each.get());
      }
    }

    assertThat(reports).extracting(ImportReport::created).containsExactlyInAnyOrder(12, 0, 0, 0);
    assertThat(shop.products()).hasSize(12);
    assertThat(shop.catalogVersion()).isEqualTo(1);
  }

  @Test
  void refuses_a_workspace_that_does_not_exist() {
    ProductImport products = ImportShop.on(database.dsl(), Clock.systemUTC());
    InputStream file = new ByteArrayInputStream(HOODIE.getBytes(UTF_8));
    WorkspaceId nobody = new WorkspaceId(4_711_000);

    assertThatThrownBy(() -> products.importShopify(nobody, file, _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no workspace 4711000");
  }

  @Test
  void keeps_rows_together_that_fill_several_batches() {
    StringBuilder rows = new StringBuilder("Handle,Title,Option1 Value,Variant Price\n");
    for (int i = 0; i < 30; i++) {
      for (int size = 1; size <= 90; size++) {
        rows.append("p%d,%s,%d,%d\n".formatted(i, size == 1 ? "Product" : "", size, size));
      }
    }
    ImportReport report = shop.imports(rows.toString());

    assertThat(report).isEqualTo(new ImportReport(2_700, 30, 0, 0, 2_700, List.of()));
    assertThat(shop.strings("count(*) over (partition by product_id)", "product_variants", "id"))
        .containsOnly("90");
    assertThat(
            Arrays.asList(
                shop.product("p7", "min_price_minor"), shop.product("p7", "max_price_minor")))
        .containsExactly("[100]", "[9000]");
  }

  private static InputStream icecat() {
    return Objects.requireNonNull(
        ProductImportTest.class.getResourceAsStream("icecat_products_export.csv"));
  }
}
