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

final class MediaCommandTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final Pattern MEDIA_ID = Pattern.compile("\\{\"id\":(\\d+)");

  private final Shop shop = new Shop(db);

  @BeforeEach
  void three_photos() {
    shop.clear();
    shop.workspace("Shop");
    shop.product("901", "blue-hoodie", "Blue Hoodie", "HD-1");
    shop.photo("memes", List.of("beach", "summer"));
    shop.photo("memes", List.of("winter"));
    shop.photo(null, List.of());
    assertThat(Shell.on(db).run("link", "add", "1", "HD-1", "--source", "shopify").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          media list                                   | 1 2 3
          media list --category memes                  | 1 2
          media list --tag beach                       | 1
          media list --unlinked                        | 2 3
          media list --category memes --unlinked       | 2
          media list --tag nothing                     | ''
          media show 2                                 | 2
          """)
  void tells_programs_of_the_media_asked_for(String command, String numbers) {
    String out = Shell.on(db).run((command + " --json").split(" +")).out();

    List<String> ids =
        out.lines()
            .flatMap(line -> MEDIA_ID.matcher(line).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(String.join(" ", ids)).isEqualTo(numbers);
  }

  @Test
  void describes_media_to_programs() {
    shop.run("update media_items set title = 'On the beach' where id = 1");

    assertThat(Shell.on(db).run("media", "show", "1", "--json").out())
        .isEqualTo(
            "{\"media\":[{\"id\":1,\"kind\":\"photo\",\"file_name\":\"beach.jpg\","
                + "\"category\":\"memes\",\"tags\":[\"beach\",\"summer\"],"
                + "\"title\":\"On the beach\",\"links\":1,\"posts\":0,\"same_as\":[]}]}\n");
  }

  @Test
  void lists_media_for_people() {
    assertThat(Shell.on(db).run("media", "list", "--category", "memes").out())
        .isEqualTo(
            """
            ID  KIND   FILE       CATEGORY  TAGS           TITLE  LINKS  POSTS
             1  photo  beach.jpg  memes     beach, summer             1      0
             2  photo  beach.jpg  memes     winter                    0      0
            """);
    assertThat(Shell.on(db).run("media", "list", "--tag", "x").out()).isEqualTo("No media.\n");
  }

  @Test
  void shows_a_photo_with_its_products_to_people() {
    shop.run("update media_items set caption = E'Line one\\nline two\\x1B[31m' where id = 1");

    assertThat(Shell.on(db).run("media", "show", "1").out())
        .isEqualTo(
            """
            ID  KIND   FILE       CATEGORY  TAGS           TITLE  LINKS  POSTS
             1  photo  beach.jpg  memes     beach, summer             1      0

            Line one line two [31m

            LINK  MEDIA  PRODUCT      SKU   TYPE      LINKED            BY  UNLINKED  EARNED
               1      1  Blue Hoodie  HD-1  featured  2026-03-01 13:30                0.00 EUR
            """);
  }

  @Test
  void changes_what_is_said_of_media() {
    Ran ran =
        Shell.on(db)
                    .run(
                        "media",
                        "set",
                        "1",
                        "--tags",
                        "red, blue",
                        "--title",
                        "Mug",
                        "--category",
                        "")
                    .code()
                == 0
            ? Shell.on(db).run("media", "set", "1", "--json")
            : new Ran(1, "", "");

    assertThat(ran.out())
        .contains("\"category\":null,\"tags\":[\"red\",\"blue\"],\"title\":\"Mug\"");
    assertThat(Shell.on(db).run("media", "set", "99", "--title", "x").code()).isEqualTo(1);
  }

  @Test
  void names_the_same_picture_and_makes_it_one() {
    shop.run(
        "insert into picture_hashes (workspace_id, media_id, perceptual, perceptual_trimmed,"
            + " gradient, gradient_trimmed, looked_at) select 1, id, 7, 7, '{1,2,3,4}',"
            + " '{1,2,3,4}', now() from media_items where id <= 2");
    assertThat(Shell.on(db).run("media", "show", "1").out())
        .contains("The same picture as media 2. To make them one: hangtag media merge 1 2\n");

    assertThat(Shell.on(db).run("media", "merge", "2", "1").out())
        .isEqualTo(
            "Media 1 is media 2 now: links moved: 1, posts: 0. To take it back: hangtag media"
                + " undo-merge 1\n");
    assertThat(Shell.on(db).run("media", "merge", "1", "2").out())
        .isEqualTo("Media 1 and 2 are one already: media 2.\n");
    assertThat(Shell.on(db).run("media", "show", "1", "--json").out())
        .contains("{\"id\":2,", "\"tags\":[\"winter\",\"beach\",\"summer\"]", "\"links\":1");
    assertThat(Shell.on(db).run("media", "set", "1", "--tags", "summer").code()).isZero();
    assertThat(Shell.on(db).run("media", "undo-merge", "1").out())
        .isEqualTo(
            "Media 2 and 1 are two again: links back: 1, posts: 0. Left as they are, because they"
                + " were changed since: 1 links, posts or words.\n");
    assertThat(Shell.on(db).run("media", "undo-merge", "1").out())
        .isEqualTo("Merge 1 was undone already.\n");
    assertThat(Shell.on(db).run("media", "show", "1", "--json").out()).contains("{\"id\":1,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          media merge 1 1    | Media 1 cannot be merged with itself.
          media merge 1 99   | Workspace 'Shop' has no media 99.
          media undo-merge 7 | Workspace 'Shop' has no merge 7.
          media undo-merge 1 | Media 1 was merged itself since: undo that first, with hangtag media undo-merge 2.
          """)
  void refuses_what_cannot_be_merged_or_undone(String command, String why) {
    if (command.endsWith("undo-merge 1")) {
      assertThat(Shell.on(db).run("media", "merge", "1", "2").code()).isZero();
      assertThat(Shell.on(db).run("media", "merge", "3", "1").code()).isZero();
    }

    Ran ran = Shell.on(db).run(command.split(" "));

    assertThat(ran).isEqualTo(new Ran(1, "", why + "\n"));
  }

  @Test
  void does_not_know_other_media() {
    Ran ran = Shell.on(db).run("media", "show", "99", "--json");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                1,
                "{\"error\":{\"code\":\"unknown_media\",\"message\":\"Workspace 'Shop' has no media"
                    + " 99.\"}}\n",
                "Workspace 'Shop' has no media 99.\n"));
  }
}
