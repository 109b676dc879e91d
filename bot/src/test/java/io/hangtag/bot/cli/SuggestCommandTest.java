package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SuggestCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String EXPORT =
      """
      Handle,Title,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status
      blue-hoodie,Blue Hoodie,Hoodies,,Title,Default Title,HD-1000,19.90,active
      red-hoodie,Red Hoodie,Hoodies,,Title,Default Title,HD-2000,19.90,active
      """;

  private final Shop shop = new Shop(db);

  @BeforeEach
  void two_hoodies_and_photos_that_name_them() {
    shop.clear();
    shop.workspace("Shop");
    imports();
    shop.photo(null, List.of());
    shop.photo(null, List.of());
    shop.run("update media_items set file_name = 'HD-1000_front.jpg' where id = 1");
    shop.run("update media_items set file_name = 'x-2000-front.jpg' where id = 2");
  }

  private static void imports() {
    Ran ran = Shell.on(db).runWithInput(EXPORT.getBytes(UTF_8), "import", "shopify-products", "-");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private static Ran run(String command) {
    return Shell.on(db).runLine(command);
  }

  private static String json(String command) {
    return Shell.on(db).json(command);
  }

  @Test
  void suggests_products_as_the_contract_says() {
    assertThat(json("link suggest 1"))
        .isEqualTo(
            "{\"suggestions\":[{\"media_id\":1,\"product_id\":null,"
                + "\"product_source\":\"shopify\",\"handle\":\"blue-hoodie\","
                + "\"product_title\":\"Blue Hoodie\",\"sku\":\"HD-1000\",\"confidence\":0.97,"
                + "\"reason\":\"sku_named\","
                + "\"reason_text\":\"the file name has its SKU HD-1000\",\"link_id\":null}]}\n");
    assertThat(run("link suggest 1").out())
        .contains("Blue Hoodie", "0.97", "the file name has its SKU HD-1000");
    assertThat(run("link suggest 2").out()).isEqualTo("No suggestions.\n");
    assertThat(json("link list --media 1")).isEqualTo("{\"links\":[]}\n");
  }

  @Test
  void suggests_media_for_a_product() {
    assertThat(json("link suggest-media blue-hoodie --source shopify"))
        .contains("\"media_id\":1", "\"reason\":\"sku_named\"")
        .doesNotContain("\"media_id\":2");
  }

  @Test
  void keeps_what_it_suggests_if_told_to() {
    assertThat(json("link suggest 1 --save")).contains("\"link_id\":1}");
    assertThat(json("link suggest 1 --save")).contains("\"link_id\":1}");
    assertThat(json("link list --media 1"))
        .contains("\"type\":\"suggested\",\"confirmed\":false,\"confidence\":0.97");

    assertThat(json("link confirm 1")).contains("\"type\":\"featured\",\"confirmed\":true");

    assertThat(json("link suggest 1")).isEqualTo("{\"suggestions\":[]}\n");
  }

  @Test
  void never_brings_back_what_was_rejected() {
    String _ = json("suggest refresh");

    assertThat(json("link reject 1"))
        .contains("\"outcome\":\"rejected\"", "\"unlink_reason\":\"rejected\"");

    imports();
    shop.run("update products set updated_at = now(), import_hash = ''");
    imports();
    assertThat(json("suggest refresh")).startsWith("{\"media\":2,\"new\":0,\"changed\":0,");
    assertThat(json("link suggest 1")).isEqualTo("{\"suggestions\":[]}\n");
    assertThat(json("link suggest 1 --save")).isEqualTo("{\"suggestions\":[]}\n");
    assertThat(json("link suggest-media blue-hoodie --source shopify"))
        .isEqualTo("{\"suggestions\":[]}\n");
    assertThat(json("link list --media 1")).isEqualTo("{\"links\":[]}\n");
  }

  @Test
  void takes_a_rejection_back() {
    String _ = json("suggest refresh");
    Ran rejected = run("link reject 1");
    assertThat(rejected.out()).contains("To take it back: hangtag link undo 2");

    assertThat(json("link undo 2")).isEqualTo("{\"undone\":1}\n");

    assertThat(json("link suggest 1")).contains("\"link_id\":1}");
  }

  @Test
  void rejects_no_confirmed_link() {
    String _ = json("link add 1 blue-hoodie --source shopify");

    Ran ran = run("link reject 1 --json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("\"code\":\"confirmed_link\"", "hangtag link remove 1");
  }

  @Test
  void says_what_a_refresh_changed() {
    assertThat(run("suggest refresh").out())
        .isEqualTo("Media: 2. Suggestions: 1 new, 0 changed, 0 withdrawn.\n");
    assertThat(run("suggest refresh").out())
        .isEqualTo("Media: 2. Suggestions: 0 new, 0 changed, 0 withdrawn.\n");
    shop.run("update media_items set file_name = 'front.jpg' where id = 1");
    assertThat(run("suggest refresh").out())
        .isEqualTo("Media: 2. Suggestions: 0 new, 0 changed, 1 withdrawn.\n");
    assertThat(json("link list --media 1 --history")).contains("\"unlink_reason\":\"withdrawn\"");
  }

  @Test
  void tries_a_pattern_and_sets_it() {
    Ran tried = run("suggest pattern set (?<sku>[0-9]{3}) --dry-run");
    assertThat(tried.out())
        .startsWith(
            "Nothing was changed. Files: 2. With a product: 0, with an unknown SKU: 2,"
                + " without SKU: 0, conflicts: 0.")
        .contains("HD-1000_front.jpg", "unknown_sku");
    assertThat(run("suggest pattern show").out()).isEqualTo("No pattern.\n");

    assertThat(run("suggest pattern set (?<sku>hd-[0-9]{4})").out())
        .startsWith("Set. Files: 2. With a product: 1,");
    assertThat(run("suggest pattern show").out()).isEqualTo("(?<sku>hd-[0-9]{4})\n");
    assertThat(json("link suggest 1")).contains("\"confidence\":0.99");
    assertThat(run("suggest pattern clear").out()).isEqualTo("No pattern any more.\n");
    assertThat(json("link suggest 1")).contains("\"confidence\":0.97");
  }

  @Test
  void refuses_a_pattern_that_takes_for_ever() {
    shop.run("update media_items set file_name = repeat('a', 240) where id = 1");

    Ran ran = run("suggest pattern set (?<sku>(.*)(.*)(.*)(.*)(.*)x) --json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("\"code\":\"slow_pattern\"");
    assertThat(run("suggest pattern show").out()).isEqualTo("No pattern.\n");
  }
}
