package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String EXPORT =
      """
      Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status
      blue-hoodie,Blue Hoodie,,Shop,Hoodies,,TRUE,Size,S,HD-S,19.90,active
      blue-hoodie,,,,,,,,M,HD-M,19.90,
      kettle,Kettle,,Shop,Kitchen,,TRUE,Title,Default Title,KT-1,cheap,active
      """;

  @TempDir private Path folder;

  private final Shop shop = new Shop(db);

  @BeforeEach
  void empty_database() {
    shop.clear();
  }

  @Test
  void brings_in_products_and_makes_the_first_team() throws IOException {
    Path file = Files.writeString(folder.resolve("products.csv"), EXPORT);

    Ran first = Shell.on(db).run("import", "shopify-products", file.toString(), "--json");
    Ran again = Shell.on(db).run("import", "shopify-products", file.toString(), "--json");

    assertThat(first.code()).isZero();
    assertThat(first.out())
        .startsWith(
            "{\"read\":3,\"created\":1,\"updated\":0,\"unchanged\":0,"
                + "\"rejected\":[{\"line\":4,\"reason\":\"")
        .endsWith("\"}],\"variants\":2}\n");
    assertThat(again.out()).startsWith("{\"read\":3,\"created\":0,\"updated\":0,\"unchanged\":1,");
    assertThat(Shell.on(db).run("workspace", "list", "--json").out())
        .contains("\"name\":\"default\",\"timezone\":\"Europe/Berlin\",\"currency\":\"EUR\"");
  }

  @Test
  void tells_people_what_came_of_it() throws IOException {
    Path file = Files.writeString(folder.resolve("products.csv"), EXPORT);

    Ran ran = Shell.on(db).run("import", "shopify-products", file.toString());

    assertThat(ran.out())
        .startsWith(
            """
            Workspace 'default', products:
            READ  CREATED  UPDATED  UNCHANGED  REJECTED
               3        1        0          0         1

            LINE  LEFT OUT BECAUSE
               4""");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void reads_standard_input_and_gzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(EXPORT.getBytes(UTF_8));
    }

    Ran ran =
        Shell.on(db)
            .runWithInput(packed.toByteArray(), "import", "shopify-products", "-", "--json");

    assertThat(ran.out()).startsWith("{\"read\":3,\"created\":1,");
  }

  @Test
  void brings_in_a_folder() throws IOException {
    Path memes = Files.createDirectories(folder.resolve("memes"));
    Files.write(memes.resolve("cat.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 1});
    Files.write(memes.resolve("dog.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 2});

    Ran ran = Shell.on(db).run("import", "media", folder.toString(), "--json");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                "{\"read\":2,\"created\":2,\"updated\":0,\"unchanged\":0,\"rejected\":[]}\n",
                ""));
    assertThat(Shell.on(db).run("media", "list", "--category", "memes").out())
        .contains("cat.jpg", "dog.jpg");
  }

  @Test
  void refuses_the_orders_of_another_shop_and_leaves_nothing_behind() {
    String file =
        """
        Name,Created at,Currency,Lineitem quantity,Lineitem name,Lineitem price
        #1,2026-02-01T10:00Z,GBP,1,Mug,10.00
        """;

    Ran ran =
        Shell.on(db).runWithInput(file.getBytes(UTF_8), "import", "shopify-orders", "-", "--json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("{\"error\":{\"code\":\"refused_file\",")
        .contains("workspace create NAME --currency GBP");
    assertThat(Shell.on(db).run("workspace", "list", "--json").out())
        .isEqualTo("{\"workspaces\":[]}\n");
  }

  @Test
  void refuses_a_file_that_is_no_export_and_leaves_nothing_behind() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Dear diary\n");

    Ran ran = Shell.on(db).run("import", "shopify-products", file.toString(), "--json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"refused_file\",");
    assertThat(ran.err()).hasLineCount(1);
    assertThat(Shell.on(db).run("workspace", "list", "--json").out())
        .isEqualTo("{\"workspaces\":[]}\n");
  }

  @Test
  void refuses_what_cannot_be_read() {
    Path missing = folder.resolve("missing.csv");

    assertThat(Shell.on(db).run("import", "shopify-products", missing.toString()).err())
        .isEqualTo("%s cannot be read: it does not exist.\n".formatted(missing));
    assertThat(Shell.on(db).run("import", "shopify-products", folder.toString(), "--json").out())
        .startsWith("{\"error\":{\"code\":\"unreadable_file\",");
    assertThat(Shell.on(db).run("import", "media", missing.toString(), "--json").out())
        .startsWith("{\"error\":{\"code\":\"refused_file\",");
  }
}
