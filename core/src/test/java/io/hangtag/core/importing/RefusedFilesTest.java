package io.hangtag.core.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusedFilesTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();
  private static Database database;

  @BeforeAll
  static void open() {
    database = ImportShop.open(testDatabase);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /// @param file each character a byte
  record Case(String name, String file, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> files() {
    return Stream.of(
        text("empty", "", "The file is empty."),
        text("blank", " \n\n", "The file is empty."),
        text(
            "orders",
            "Name,Email,Financial Status,Paid at,Lineitem name\n#1001,,paid,,Cap\n",
            "The file is Shopify's orders export: export the products instead."),
        text(
            "inventory",
            "Handle,Title,Option1 Name,Option1 Value,SKU,Location,Available\n",
            "The file is Shopify's inventory export: export the products instead."),
        text(
            "some other table",
            "id,name,price\n1,Cap,5\n",
            "The file is not Shopify's product export: it has no column 'Handle' and 'Title'."),
        text(
            "no titles",
            "Handle,Variant SKU\ncap,C-1\n",
            "The file is not Shopify's product export: it has no column 'Title'."),
        text(
            "prose",
            "Dear team,\nhere is the file.\n",
            "The file is not Shopify's product export: it has no column 'Handle' and 'Title'."),
        new Case(
            "Latin 1",
            "Handle,Title\na,A\ncafe,Caf\u00e9\n",
            "The file is not UTF-8 (line 3, byte 26): save it as \"CSV UTF-8\" and try again."),
        new Case(
            "UTF-16",
            "\u00ff\u00feH\u0000a\u0000n\u0000",
            "The file is UTF-16, not UTF-8: save it as \"CSV UTF-8\" and try again."),
        text(
            "workbook",
            "PK\u0003\u0004rest",
            "The file is a zip archive or an Excel workbook: unpack it, or save it as \"CSV"
                + " UTF-8\"."),
        new Case("gzip cut off", halfGzip(), "The gzip file is damaged or cut off."),
        text(
            "orders as JSON",
            "{\"orders\":[{\"id\":1}],\"next\":null}",
            "The file is not Shopify's products as JSON: it has no 'products', but 'orders',"
                + " 'next'."),
        text(
            "list of other things",
            "[{\"id\":1,\"title\":\"Blueprint\"}]",
            "The file is not Shopify's products as JSON: none of its objects has a 'handle'."),
        text(
            "damaged from the start",
            "{\"products\": [oops]}",
            "The file is not JSON, or cut off in line 1, column 15."));
  }

  private static Case text(String name, String file, String message) {
    return new Case(name, file, message);
  }

  private static String halfGzip() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("Handle,Title\n".getBytes(UTF_8));
      for (byte each : noise) {
        gzip.write("h%d,Title\n".formatted(each).getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toString(ISO_8859_1).substring(0, packed.size() / 2);
  }

  @ParameterizedTest
  @MethodSource("files")
  void refuses_a_file_that_is_no_product_export_in_one_sentence(Case other) {
    ImportShop shop = ImportShop.in(database);

    assertThatThrownBy(() -> shop.imports(other.file().getBytes(ISO_8859_1)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(other.message());
    assertThat(shop.products()).isEmpty();
    assertThat(shop.catalogVersion()).isZero();
  }
}
