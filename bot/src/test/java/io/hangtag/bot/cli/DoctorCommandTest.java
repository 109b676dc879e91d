package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoctorCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Shop shop = new Shop(db);

  @BeforeEach
  void a_shop_with_faults() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    shop.product("902", "old-hoodie", "Old Hoodie", "hd 1");
    shop.product("903", "mug", "Mug", "MUG");
    shop.product("904", "draft", "Draft", "D-1");
    shop.product("905", "gone", "Gone", "D-1");
    shop.run("update products set min_price_minor = null, max_price_minor = null where id = 3");
    shop.run("update products set status = 'draft' where id = 4");
    shop.run("update products set deleted_at = now() where id = 5");
    shop.photo(null, List.of());
    shop.photo(null, List.of());
  }

  @Test
  void tells_programs_what_is_there_and_what_to_do() {
    assertThat(Shell.on(db).run("link", "add", "1", "id:4", "--source", "shopify").code()).isZero();

    Ran ran = Shell.on(db).run("doctor", "--json");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .matches(
            "\\{\"version\":\"[^\"]+\",\"database_version\":\"1\\d[^\"]*\","
                + "\"schema_version\":\"\\d{3}\",\"workspaces\":\\[\\{\"id\":1,\"name\":\"Shop\","
                + "\"timezone\":\"Europe/Berlin\",\"currency\":\"EUR\",\"chats\":0,\"products\":4,"
                + "\"media\":2,\"links\":1,\"posts\":0,\"orders\":0}],\"findings\":\\["
                + "\\{\"workspace\":\"Shop\",\"code\":\"shared_sku\",\"count\":1,\"found\":\"1 SKU"
                + " belongs to several products each.\",\"advice\":\"[^\"]+\"},"
                + "\\{\"workspace\":\"Shop\",\"code\":\"unpriced\",\"count\":1,[^}]+},"
                + "\\{\"workspace\":\"Shop\",\"code\":\"unsold\",\"count\":1,[^}]+}]}\n");
  }

  @Test
  void tells_people_what_is_there_and_what_to_do() {
    assertThat(Shell.on(db).run("doctor").out())
        .contains(
            "ID  NAME  TIMEZONE       CURRENCY  CHATS  PRODUCTS  MEDIA  LINKS  POSTS  ORDERS",
            "Shop: 1 product has no price.\n  Set their prices in the shop and import again.")
        .doesNotContain("not for sale");
  }

  @Test
  void names_orders_whose_subtotal_the_lines_do_not_come_to() {
    String file =
        """
        Name,Created at,Subtotal,Lineitem quantity,Lineitem name,Lineitem price
        #1,2026-02-01T10:00Z,12.00,1,Mug,10.00
        #2,2026-02-01T10:00Z,7.50,1,Mug,10.00
        #3,2026-02-01T10:00Z,10.00,1,Mug,10.00
        """;
    assertThat(
            Shell.on(db).runWithInput(file.getBytes(UTF_8), "import", "shopify-orders", "-").out())
        .startsWith("Workspace 'Shop', orders:\nREAD  CREATED");

    assertThat(Shell.on(db).run("doctor").out())
        .contains(
            "Shop: 2 orders have a subtotal that the lines do not come to: #1 (+2.00 EUR), #2"
                + " (-2.50 EUR).\n");
    assertThat(Shell.on(db).run("doctor", "--json").out()).contains("\"orders\":3}");
  }

  @Test
  void finds_nothing_in_an_empty_database() {
    shop.clear();

    assertThat(Shell.on(db).run("doctor").out())
        .endsWith("makes one.\n\nNothing found that should be looked at.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --shared-sku | blue-hoodie HD-1, old-hoodie hd 1
          --unpriced   | mug MUG
          --unsold     | draft D-1, gone D-1
          """)
  void lists_the_products_of_a_finding(String option, String products) {
    for (String id : List.of("1", "4", "3")) {
      assertThat(Shell.on(db).run("link", "add", "1", "id:" + id, "--source", "shopify").code())
          .isZero();
    }
    shop.run("update products set deleted_at = null where id = 5");
    assertThat(Shell.on(db).run("link", "add", "1", "id:5", "--source", "shopify").code()).isZero();
    shop.run("update products set deleted_at = now() where id = 5");

    String out = Shell.on(db).run("product", "list", option, "--json").out();

    assertThat(out).endsWith("],\"more\":false}\n");
    assertThat(
            Pattern.compile("\"handle\":\"([^\"]+)\".*?\"sku\":\"([^\"]+)\"")
                .matcher(out)
                .results()
                .map(found -> found.group(1) + " " + found.group(2)))
        .containsExactly(products.split(", "));
  }

  @Test
  void does_not_list_products_whose_links_have_ended() {
    assertThat(Shell.on(db).run("link", "add", "1", "id:4", "--source", "shopify").code()).isZero();
    assertThat(Shell.on(db).run("link", "remove", "1", "--ended").code()).isZero();

    assertThat(Shell.on(db).run("product", "list", "--unsold").out())
        .isEqualTo("No such products.\n");
  }

  @Test
  void lists_products_for_people() {
    assertThat(Shell.on(db).run("product", "list", "--shared-sku").out())
        .isEqualTo(
            """
            ID  TITLE        SKU   PRICE      STATUS  HANDLE
             1  Blue Hoodie  HD-1  19.90 EUR  active  blue-hoodie
             2  Old Hoodie   hd 1  19.90 EUR  active  old-hoodie
            """);
  }

  @Test
  void must_be_told_which_products() {
    assertThat(Shell.on(db).run("product", "list").code()).isEqualTo(2);
    assertThat(Shell.on(db).run("product", "list", "--unsold", "--unpriced").code()).isEqualTo(2);
  }

  @Test
  void brings_in_posts_and_counts_them() {
    String posts = "media,posted_at,status\n1,2026-02-01 12:30,\n1|2,2026-02-02 12:30,failed\n";

    Ran first = importing(posts);
    Ran again = importing(posts);

    assertThat(first.out())
        .isEqualTo("{\"read\":2,\"created\":2,\"updated\":0,\"unchanged\":0,\"rejected\":[]}\n");
    assertThat(again.out())
        .isEqualTo("{\"read\":2,\"created\":0,\"updated\":0,\"unchanged\":2,\"rejected\":[]}\n");
    assertThat(Shell.on(db).run("media", "show", "1", "--json").out()).contains("\"posts\":1,");
    assertThat(Shell.on(db).run("media", "show", "2", "--json").out()).contains("\"posts\":0,");
    assertThat(Shell.on(db).run("doctor", "--json").out()).contains("\"posts\":2,");
  }

  private static Ran importing(String file) {
    byte[] bytes = file.getBytes(UTF_8);
    return Shell.on(db).runWithInput(bytes, "import", "posts", "-", "--json");
  }
}
