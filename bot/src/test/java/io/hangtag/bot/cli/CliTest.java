package io.hangtag.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.cli.Shell.Ran;
import io.hangtag.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @BeforeEach
  void empty_database() {
    new Shop(db).clear();
  }

  @ParameterizedTest
  @CsvSource({"serve,10", "demo,11", "demo --chat,12"})
  void starts_programs_and_ends_with_their_code(String command, int code) {
    Shell shell =
        Shell.with(
            Map.of(
                "HANGTAG_TELEGRAM_TOKEN", "1:a",
                "HANGTAG_ADMINS", "1",
                "HANGTAG_DATABASE_URL", "jdbc:postgresql:x"));

    assertThat(shell.run(command.split(" ")).code()).isEqualTo(code);
  }

  @Test
  void does_not_serve_without_token_and_admins() {
    Ran ran = Shell.on(db).run("serve");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("HANGTAG_TELEGRAM_TOKEN is missing"),
            line -> assertThat(line).startsWith("HANGTAG_ADMINS is missing"));
  }

  @Test
  void tells_programs_too_what_is_wrong_with_the_configuration() {
    Ran ran = Shell.with(Map.of("HANGTAG_LOG", "loud")).run("migrate", "--json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out())
        .startsWith(
            "{\"error\":{\"code\":\"configuration\",\"message\":\"HANGTAG_DATABASE_URL is missing")
        .contains("\\nHANGTAG_LOG must be one of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lnk",
        "link",
        "workspace",
        "workspace create",
        "workspace create a b",
        "workspace create a --timezone +02:00",
        "workspace create a --currency dollars",
        "product search",
        "product search x --limit 0",
        "product search x --limit 1001",
        "media show x",
        "media show 0",
        "link add 1 P",
        "link add 1 P --source etsy",
        "link add 1 P --source shopify --type suggested",
        "link add 1 P --source shopify --utm term=x",
        "link add 1 P --source shopify --utm source",
        "link add 1 P --source shopify --utm source=a,source=b",
        "link add 1 P --source shopify --metadata [1]",
        "link add 1 P --source shopify --metadata {",
        "link remove",
        "link list",
        "link list --media 1 --product P --source shopify",
        "link list --product P",
        "link bulk --product P --source shopify",
        "link bulk --media 1 --tag t --product P --source shopify",
        "link bulk --media 1,x --product P --source shopify",
        "link bulk --media 1 --source shopify",
        "link undo x",
        "import shopify-products",
        "--nonsense"
      })
  void refuses_wrong_usage(String command) {
    List<String> arguments = List.of((command + " --json").strip().split(" "));

    Ran ran = Shell.on(db).run(arguments.toArray(String[]::new));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out())
        .startsWith("{\"error\":{\"code\":\"usage\",\"message\":\"")
        .endsWith("\"}}\n");
    assertThat(ran.err().lines()).hasSize(2).last().asString().matches("Try 'hangtag.* --help'\\.");
  }

  @Test
  void names_what_is_legal() {
    assertThat(Shell.on(db).run("link", "add", "1", "P", "--source", "etsy").err())
        .startsWith(
            "Invalid value for option '--source': must be one of shopify, printify, not"
                + " 'etsy'.");
    assertThat(Shell.on(db).run("link", "ad").err())
        .startsWith(
            "Unmatched argument at index 1: 'ad' (add, set, remove, confirm, reject, suggest,"
                + " suggest-media, list, bulk, undo, utm, attribution).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "link --help", "link add --help", "import media -h"})
  void explains_every_command(String command) {
    Ran ran = Shell.with(Map.of()).run(command.split(" "));

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Usage: hangtag").contains("--json");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void tells_its_version() {
    assertThat(Shell.with(Map.of()).run("--version").out()).startsWith("hangtag ");
  }

  @Test
  void migrates() {
    assertThat(Shell.on(db).run("migrate"))
        .isEqualTo(new Ran(0, "The database is up to date.\n", ""));
    assertThat(Shell.on(db).run("migrate", "--json").out())
        .isEqualTo("{\"outcome\":\"up_to_date\"}\n");
  }

  @Test
  void says_that_the_database_cannot_be_reached_without_showing_its_url() {
    String url = "jdbc:postgresql://127.0.0.1:1/x?password=hidden";

    Ran ran = Shell.with(Map.of("HANGTAG_DATABASE_URL", url)).run("workspace", "list", "--json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"database_unavailable\"");
    assertThat(ran.err()).startsWith("The database cannot be opened: ").hasLineCount(1);
    assertThat(ran.out() + ran.err()).doesNotContain("hidden");
  }

  @Test
  void takes_database_credentials_from_the_url_too() {
    String url = "%s?user=%s&password=%s".formatted(db.url(), db.user(), db.password());

    assertThat(Shell.with(Map.of("HANGTAG_DATABASE_URL", url)).run("migrate").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          media list                                   | no_workspace
          media list --workspace Nowhere               | unknown_workspace
          import media /tmp --workspace Nowhere        | unknown_workspace
          """)
  void needs_a_team(String command, String code) {
    Ran ran = Shell.on(db).run((command + " --json").split(" +"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("{\"error\":{\"code\":\"%s\",".formatted(code));
  }

  @Test
  void asks_which_team_is_meant() {
    new Shop(db).workspace("North");
    new Shop(db).workspace("South");

    Ran ran = Shell.on(db).run("media", "list");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                1, "", "--workspace must say which one is meant; there are 'North', 'South'.\n"));
    assertThat(Shell.on(db).run("media", "list", "--workspace", "South").code()).isZero();
  }

  @Test
  void lists_every_error_code_in_the_reference() throws IOException {
    Path sources = Path.of("src/main/java/io/hangtag/bot/cli");
    Pattern raised = Pattern.compile("(?:RefusedException\\(|\\.error\\()\\s*\"([a-z_]+)\"");
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        raised
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> codes.add(found.group(1)));
      }
    }

    Set<String> listed = new TreeSet<>();
    Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [12] \\|")
        .matcher(Files.readString(Path.of("../docs/cli.md")))
        .results()
        .forEach(found -> listed.add(found.group(1)));

    assertThat(listed).hasSizeGreaterThan(10).isEqualTo(codes);
  }
}
