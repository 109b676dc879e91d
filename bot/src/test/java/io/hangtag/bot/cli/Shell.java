package io.hangtag.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.Config;
import io.hangtag.bot.Installation;
import io.hangtag.db.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Runs commands like a shell: arguments in; exit code, output and error output back.
final class Shell {
  /// When every command runs.
  static final Instant NOW = Instant.parse("2026-03-01T12:30:15.123456Z");

  private static final Installation BARE =
      new Installation(Path.of("/nowhere"), Installation.Database.NOT_SHIPPED);

  private final Map<String, String> variables;

  private Shell(Map<String, String> variables) {
    this.variables = variables;
  }

  /// One whose commands use this database.
  static Shell on(TestDatabase database) {
    return new Shell(
        Map.of(
            "HANGTAG_DATABASE_URL", database.url(),
            "HANGTAG_DATABASE_USER", database.user(),
            "HANGTAG_DATABASE_PASSWORD", database.password(),
            "HANGTAG_TIMEZONE", "Europe/Berlin",
            "HANGTAG_CURRENCY", "EUR"));
  }

  static Shell with(Map<String, String> variables) {
    return new Shell(variables);
  }

  Ran run(String... arguments) {
    return runWithInput(new byte[0], arguments);
  }

  /// Arguments with spaces between them.
  Ran runLine(String command) {
    return run(command.split(" +"));
  }

  /// The JSON that a command prints, which must be done.
  String json(String command) {
    Ran ran = runLine(command + " --json");
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  Ran runWithInput(byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            variables,
            BARE,
            new ByteArrayInputStream(input),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            ProgressStyle.LINES,
            InstantSource.fixed(NOW));
    int code = new Cli(environment, new KnownPrograms()).run(arguments);
    return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /// What a command did.
  record Ran(int code, String out, String err) {}

  /// Each ends with a code of its own.
  private static final class KnownPrograms implements Programs {
    @Override
    public int serve(Config config) {
      return 10;
    }

    @Override
    public int demo(Config config) {
      return 11;
    }

    @Override
    public int demoChat(Config config) {
      return 12;
    }
  }
}
