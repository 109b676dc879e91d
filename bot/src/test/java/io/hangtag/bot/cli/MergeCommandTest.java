package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An import that learns that two products are one, on the command line.
final class MergeCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAGNET = "5d39b411749d0a000f30e0f4";

  private final Shop shop = new Shop(db);

  @BeforeEach
  void two_products_and_a_photo() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("7632", "square-magnet", "Square Magnet", "S-1");
    shop.photo(null, List.of());
    prints("null");
  }

  private static void prints(String external) {
    String printed =
        """
        {"id": "%s", "title": "Fridge print", "tags": [], "visible": true, "external": %s,
          "variants": [{"id": 1, "title": "One", "sku": "P-1", "price": 400, "is_enabled": true}]}
        """
            .formatted(MAGNET, external);
    Ran ran =
        Shell.on(db).runWithInput(printed.getBytes(UTF_8), "import", "printify-products", "-");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private static JsonNode json(String command) throws JsonProcessingException {
    return JSON.readTree(Shell.on(db).json(command));
  }

  private static List<String> links(String which) throws JsonProcessingException {
    return json("link list " + which).path("links").findValuesAsText("id");
  }

  @Test
  void history_shows_both_links_of_what_is_one_product_now() throws JsonProcessingException {
    JsonNode _ = json("link add 1 7632 --source shopify --type mentioned");
    JsonNode _ = json("link add 1 " + MAGNET + " --source printify");

    prints("{\"id\":7632}");

    assertThat(links("--media 1")).containsExactly("2");
    JsonNode history = json("link list --media 1 --history").path("links");
    assertThat(history.findValuesAsText("id")).containsExactly("1", "2");
    assertThat(history.findValuesAsText("handle")).containsOnly("square-magnet");
    assertThat(history.findValuesAsText("unlink_reason")).containsExactly("merged", "null");
    assertThat(links("--product " + MAGNET + " --source printify --history"))
        .isEqualTo(links("--product 7632 --source shopify --history"))
        .containsExactly("1", "2");
  }

  @Test
  void undoing_the_stronger_lets_the_other_stand_again() throws JsonProcessingException {
    JsonNode _ = json("link add 1 7632 --source shopify --type mentioned");
    JsonNode _ = json("link add 1 " + MAGNET + " --source printify");
    prints("{\"id\":7632}");

    assertThat(json("link undo 2").path("undone").asInt()).isPositive();

    assertThat(links("--media 1")).containsExactly("1");
  }
}
