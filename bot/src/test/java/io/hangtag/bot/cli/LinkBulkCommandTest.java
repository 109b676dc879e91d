package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkBulkCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --category memes    | 2
          --tag beach         | 2
          --media 1,2,3       | 3
          --media 2,2         | 1
          """)
  void links_many_at_once(String which, int many) {
    assertThat(json("link bulk %s --product 901 --source shopify".formatted(which)))
        .isEqualTo(
            "{\"matched\":%d,\"linked\":%d,\"already_linked\":0,\"retyped\":0,\"failed\":[],\"batch\":1}\n"
                .formatted(many, many));
    assertThat(json("link undo 1")).isEqualTo("{\"undone\":%d}\n".formatted(many));
  }

  @Test
  void tells_what_came_of_each_of_many() {
    String _ = json("link add 1 901 --source shopify");
    String _ = json("link add 2 901 --source shopify --type mentioned");

    assertThat(json("link bulk --media 1,2,3,99 --product 901 --source shopify"))
        .isEqualTo(
            "{\"matched\":4,\"linked\":1,\"already_linked\":1,\"retyped\":1,"
                + "\"failed\":[{\"media_id\":99,\"reason\":\"unknown_media\"}],\"batch\":3}\n");
  }

  @Test
  void tells_people_what_came_of_many() {
    assertThat(run("link bulk --media 1,99 --product HD-1 --source shopify").out())
        .isEqualTo(
            """
            Product: Blue Hoodie
            MATCHED  LINKED  ALREADY LINKED  RETYPED  FAILED
                  2       1               0        0       1
            There is no media 99.
            To take it back: hangtag link undo 1
            """);
  }

  @Test
  void says_what_would_come_of_many_and_does_none_of_it() {
    String _ = json("link add 1 901 --source shopify");
    String _ = json("link add 2 901 --source shopify --type mentioned");
    String before = json("link list --product 901 --source shopify --history");

    String dry = json("link bulk --media 1,2,3,99 --product 901 --source shopify --dry-run");

    assertThat(dry)
        .isEqualTo(
            "{\"matched\":4,\"linked\":1,\"already_linked\":1,\"retyped\":1,"
                + "\"failed\":[{\"media_id\":99,\"reason\":\"unknown_media\"}],\"batch\":null}\n");
    assertThat(json("link list --product 901 --source shopify --history")).isEqualTo(before);
    assertThat(json("link bulk --media 1,2,3,99 --product 901 --source shopify"))
        .startsWith(dry.substring(0, dry.indexOf("null")));
  }

  @Test
  void tells_people_that_nothing_was_changed() {
    assertThat(run("link bulk --tag beach --product HD-1 --source shopify --dry-run").out())
        .isEqualTo(
            """
            Product: Blue Hoodie
            MATCHED  LINKED  ALREADY LINKED  RETYPED  FAILED
                  2       2               0        0       0
            Nothing was changed; this is what would happen.
            """);
    String _ = json("link bulk --tag beach --product HD-1 --source shopify");
    assertThat(run("link bulk --tag beach --product HD-1 --source shopify").out())
        .endsWith("Nothing was changed.\n");
  }

  @Test
  void has_no_batch_where_nothing_changed() {
    String _ = json("link add 1 901 --source shopify");
    assertThat(json("link bulk --media 1 --product 901 --source shopify"))
        .isEqualTo(
            "{\"matched\":1,\"linked\":0,\"already_linked\":1,\"retyped\":0,\"failed\":[],"
                + "\"batch\":null}\n");
    assertThat(json("link bulk --tag nothing --product 901 --source shopify"))
        .isEqualTo(
            "{\"matched\":0,\"linked\":0,\"already_linked\":0,\"retyped\":0,\"failed\":[],"
                + "\"batch\":null}\n");
  }

  @Test
  void undoes_a_batch_once() {
    String _ = json("link bulk --media 1,2 --product 901 --source shopify");
    String _ = json("link add 2 901 --source shopify --type mentioned");

    assertThat(run("link undo 1").out())
        .isEqualTo("Links undone: 1. Kept, because they were changed since: 1.\n");
    assertThat(json("link undo 1")).isEqualTo("{\"undone\":0}\n");
    assertThat(run("link undo 1").out()).startsWith("Nothing to undo");
  }
}
