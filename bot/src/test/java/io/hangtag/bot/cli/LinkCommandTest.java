package io.hangtag.bot.cli;

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

final class LinkCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final String PLAIN_LINK =
      "{\"id\":1,\"media_id\":1,\"product_id\":\"901\",\"product_source\":\"shopify\","
          + "\"handle\":\"blue-hoodie\",\"product_title\":\"Blue Hoodie\",\"sku\":\"HD-1\","
          + "\"type\":\"featured\",\"confirmed\":true,\"confidence\":null,\"reason\":null,"
          + "\"linked_at\":\"2026-03-01T13:30:15+01:00\",\"linked_by\":null,\"unlinked_at\":null,"
          + "\"unlink_reason\":null,\"note\":null,\"campaign\":null,\"utm\":null,"
          + "\"metadata\":null,\"posts\":0,\"attributed_orders\":0,"
          + "\"attributed_revenue\":\"0.00\",\"currency\":\"EUR\"}";

  private final Shop shop = new Shop(db);

  @BeforeEach
  void two_hoodies_and_three_photos() {
    shop.opensWithTwoHoodiesAndThreePhotos();
  }

  private static Ran run(String command) {
    return Shell.on(db).runLine(command);
  }

  private static String json(String command) {
    return Shell.on(db).json(command);
  }

  @Test
  void ends_no_link_that_has_not_begun() {
    String _ = json("link add 1 901 --source shopify");
    shop.run("update media_product_links set effective_from = '2099-01-01'");

    Ran ran = run("link remove 1 --ended --json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("\"code\":\"not_begun\"", "remove it without --ended");
    assertThat(json("link remove 1")).contains("\"outcome\":\"unlinked\"");
  }

  @ParameterizedTest
  @CsvSource({"901", "blue-hoodie", "HD-1", "id:1", "handle:blue-hoodie", "sku:HD-1"})
  void links_by_every_name_of_a_product(String product) {
    assertThat(json("link add 1 %s --source shopify".formatted(product)))
        .isEqualTo("{\"outcome\":\"linked\",\"link\":" + PLAIN_LINK + "}\n");
  }

  @Test
  void links_with_everything_that_can_be_said() {
    Ran ran =
        Shell.on(db)
            .run(
                "link",
                "add",
                "1",
                "901",
                "--json",
                "--source",
                "shopify",
                "--type",
                "mentioned",
                "--campaign",
                "C7",
                "--note",
                "second from left",
                "--utm",
                "source=instagram,medium=story",
                "--metadata",
                "{\"model\": \"Ana\"}");

    assertThat(ran.out())
        .contains("\"type\":\"mentioned\"")
        .contains(
            "\"note\":\"second from left\",\"campaign\":\"C7\","
                + "\"utm\":{\"medium\":\"story\",\"source\":\"instagram\"},"
                + "\"metadata\":{\"model\": \"Ana\"},\"posts\"");
  }

  @Test
  void tells_apart_linked_already_linked_and_retyped() {
    assertThat(json("link add 1 901 --source shopify")).startsWith("{\"outcome\":\"linked\"");
    assertThat(json("link add 1 901 --source shopify"))
        .startsWith("{\"outcome\":\"already_linked\"");
    assertThat(json("link add 1 901 --source shopify --type background"))
        .startsWith("{\"outcome\":\"retyped\"")
        .contains("\"type\":\"background\"");
  }

  @Test
  void tells_people_what_was_linked_and_how_to_take_it_back() {
    assertThat(run("link add 1 901 --source shopify").out())
        .isEqualTo(
            "Linked link 1: Blue Hoodie in media 1, featured. To take it back: hangtag link undo"
                + " 1\n");
    assertThat(run("link add 1 901 --source shopify --note x").out())
        .isEqualTo(
            """
            Linked already: link 1: Blue Hoodie in media 1, featured.
            Its note, campaign, UTM tags and metadata stay as they were.
            """);
    assertThat(run("link add 1 901 --source shopify --type mentioned").out())
        .isEqualTo(
            "Now link 1: Blue Hoodie in media 1, mentioned. To take it back: hangtag link undo"
                + " 3\n");
  }

  @Test
  void removes_a_link_as_wrong() {
    String _ = json("link add 1 901 --source shopify");

    assertThat(json("link remove 1"))
        .isEqualTo(
            "{\"outcome\":\"unlinked\",\"link\":"
                + PLAIN_LINK.replace(
                    "\"unlinked_at\":null,\"unlink_reason\":null",
                    "\"unlinked_at\":\"2026-03-01T13:30:15+01:00\",\"unlink_reason\":\"wrong\"")
                + "}\n");
    assertThat(json("link remove 1")).startsWith("{\"outcome\":\"already_unlinked\",\"link\":{");
    assertThat(run("link remove 1").out()).isEqualTo("Link 1 was removed already.\n");
  }

  @Test
  void removes_a_link_that_is_over() {
    String _ = json("link add 1 901 --source shopify");

    assertThat(run("link remove 1 --ended").out())
        .isEqualTo(
            "Removed link 1: Blue Hoodie in media 1, ended. To take it back: hangtag link undo"
                + " 2\n");
    assertThat(json("link list --media 1 --history")).contains("\"unlink_reason\":\"ended\"");
  }

  @Test
  void lists_links_of_media_and_of_products() {
    String _ = json("link add 1 901 --source shopify");
    String _ = json("link add 1 902 --source shopify --type mentioned");
    String _ = json("link add 2 901 --source shopify");
    String _ = json("link remove 3");

    assertThat(json("link list --media 1 --type featured"))
        .isEqualTo("{\"links\":[" + PLAIN_LINK + "]}\n");
    assertThat(idsIn(json("link list --media 1"))).containsExactly("1", "2");
    assertThat(idsIn(json("link list --product 901 --source shopify"))).containsExactly("1");
    assertThat(idsIn(json("link list --product 901 --source shopify --history")))
        .containsExactly("1", "3");
    assertThat(idsIn(json("link list --media 2"))).isEmpty();
    assertThat(idsIn(json("link list --media 2 --history"))).containsExactly("3");
    assertThat(idsIn(json("link list --media 1 --type suggested"))).isEmpty();
  }

  @Test
  void changes_what_is_said_of_a_link() {
    String _ = json("link add 1 901 --source shopify --note left --campaign C7");

    assertThat(
            json(
                "link set 1 --type mentioned --campaign C8 --utm source=instagram"
                    + " --metadata {\"shoot\":3}"))
        .isEqualTo(
            "{\"outcome\":\"changed\",\"link\":"
                + PLAIN_LINK
                    .replace("featured", "mentioned")
                    .replace(
                        "\"note\":null,\"campaign\":null", "\"note\":\"left\",\"campaign\":\"C8\"")
                    .replace(
                        "\"utm\":null,\"metadata\":null",
                        "\"utm\":{\"source\":\"instagram\"},\"metadata\":{\"shoot\": 3}")
                + "}\n");
    assertThat(json("link set 1 --campaign C8")).startsWith("{\"outcome\":\"unchanged\"");
    assertThat(json("link undo 2")).isEqualTo("{\"undone\":1}\n");
    assertThat(json("link list --media 1"))
        .contains("\"type\":\"featured\"", "\"note\":\"left\",\"campaign\":\"C7\",\"utm\":null");
  }

  @Test
  void takes_away_what_was_said_of_a_link() {
    String _ =
        json(
            "link add 1 901 --source shopify --note left --campaign C7 --utm source=tiktok"
                + " --metadata {}");

    Ran ran =
        Shell.on(db)
            .run(
                "link",
                "set",
                "1",
                "--note",
                "",
                "--campaign=",
                "--utm",
                "",
                "--metadata",
                "",
                "--json");

    assertThat(ran.out()).isEqualTo("{\"outcome\":\"changed\",\"link\":" + PLAIN_LINK + "}\n");
  }

  @Test
  void links_with_nothing_said_where_nothing_is_given() {
    Ran ran =
        Shell.on(db)
            .run(
                "link",
                "add",
                "1",
                "901",
                "--source",
                "shopify",
                "--note",
                "",
                "--campaign",
                "",
                "--utm",
                "",
                "--metadata",
                "",
                "--json");

    assertThat(ran.out()).isEqualTo("{\"outcome\":\"linked\",\"link\":" + PLAIN_LINK + "}\n");
  }

  @Test
  void tells_people_what_was_changed() {
    String _ = json("link add 1 901 --source shopify");

    assertThat(run("link set 1 --type mentioned").out())
        .isEqualTo(
            "Changed link 1: Blue Hoodie in media 1, mentioned. To take it back: hangtag link undo"
                + " 2\n");
    assertThat(run("link set 1 --type mentioned").out())
        .isEqualTo(
            "Nothing changed, it was so already: link 1: Blue Hoodie in media 1, mentioned.\n");
  }

  @Test
  void asks_what_to_change() {
    String _ = json("link add 1 901 --source shopify");

    Ran ran = run("link set 1 --json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"usage\",");
    assertThat(ran.err()).startsWith("Nothing to change: one of --type, --note");
  }

  @Test
  void changes_nothing_of_a_removed_link() {
    String _ = json("link add 1 901 --source shopify");
    String _ = json("link remove 1 --ended");
    String before = json("link list --media 1 --history");

    assertThat(run("link set 1 --note late --json"))
        .isEqualTo(
            new Ran(
                1,
                "{\"error\":{\"code\":\"removed_link\",\"message\":\"Link 1 was removed"
                    + " (ended).\"}}\n",
                "Link 1 was removed (ended).\n"));
    assertThat(run("link confirm 1 --json").out()).contains("removed_link");
    assertThat(json("link list --media 1 --history")).isEqualTo(before);
  }

  @Test
  void confirms_a_suggestion() {
    shop.suggestion(1, 1);
    shop.suggestion(2, 1);

    assertThat(run("link confirm 1").out())
        .isEqualTo(
            "Confirmed link 1: Blue Hoodie in media 1, featured. To take it back: hangtag link undo"
                + " 1\n");
    assertThat(json("link confirm 2 --type background"))
        .startsWith("{\"outcome\":\"confirmed\",\"link\":{\"id\":2,")
        .contains(
            "\"type\":\"background\",\"confirmed\":true,\"confidence\":0.80,"
                + "\"reason\":\"caption_words\"");
    assertThat(json("link confirm 2"))
        .startsWith("{\"outcome\":\"already_confirmed\"")
        .contains("\"type\":\"background\"");
    assertThat(run("link confirm 2").out())
        .isEqualTo("Confirmed already: link 2: Blue Hoodie in media 2, background.\n");
    assertThat(json("link undo 2")).isEqualTo("{\"undone\":1}\n");
    assertThat(idsIn(json("link list --product 901 --source shopify --type suggested")))
        .containsExactly("2");
  }

  private static List<String> idsIn(String json) {
    return Pattern.compile("\\{\"id\":(\\d+)")
        .matcher(json)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void lists_links_for_people() {
    String _ = json("link add 1 901 --source shopify");
    String _ = json("link add 1 902 --source shopify --type mentioned");
    String _ = json("link remove 2");

    assertThat(run("link list --media 1 --history").out())
        .isEqualTo(
            """
            LINK  MEDIA  PRODUCT      SKU   TYPE       LINKED            BY  UNLINKED                  EARNED
               1      1  Blue Hoodie  HD-1  featured   2026-03-01 13:30                                0.00 EUR
               2      1  Red Hoodie   HD-2  mentioned  2026-03-01 13:30      2026-03-01 13:30 (wrong)  0.00 EUR
            """);
    assertThat(run("link list --media 3").out()).isEqualTo("No links.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          link add 99 901 --source shopify               | unknown_media
          link add 1 kettle --source shopify             | unknown_product
          link add 1 901 --source printify               | unknown_product
          link list --media 99                           | unknown_media
          link list --product kettle --source shopify    | unknown_product
          link bulk --tag x --product kettle --source shopify | unknown_product
          link remove 99                                 | unknown_link
          link set 99 --note x                           | unknown_link
          link confirm 99                                | unknown_link
          link undo 99                                   | unknown_batch
          """)
  void refuses_what_is_not_there(String command, String code) {
    Ran ran = run(command + " --json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"%s\",".formatted(code));
    assertThat(ran.err()).startsWith("Workspace 'Shop' has no ").hasLineCount(1);
  }

  @Test
  void asks_which_product_is_meant() {
    shop.product("903", "green-hoodie", "Green\nHoodie", "HD-1");

    Ran ran = run("link add 1 HD-1 --source shopify");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                "",
                "'HD-1' names several products, say which: id:1 (handle blue-hoodie) Blue Hoodie;"
                    + " id:3 (handle green-hoodie) Green Hoodie.\n"));
    assertThat(run("link add 1 HD-1 --source shopify --json").out())
        .startsWith("{\"error\":{\"code\":\"ambiguous_product\",");
  }

  @Test
  void knows_nothing_of_another_team() {
    shop.workspace("Other");

    Ran ran = run("link add 1 901 --source shopify --workspace Other --json");

    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"unknown_media\",");
  }

  @Test
  void names_the_media_where_the_product_is_unknown_too() {
    Ran ran = run("link add 999 X --source shopify --json");

    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"unknown_media\",");
    assertThat(ran.code()).isEqualTo(1);
  }
}
