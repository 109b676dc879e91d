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
                + "\"title\":\"On the beach\",\"links\":1,\"posts\":0}]}\n");
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
