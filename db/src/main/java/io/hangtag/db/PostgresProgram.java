package io.hangtag.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One of PostgreSQL's programs.
///
/// @param folder where it works
record PostgresProgram(Path program, Path folder) {
  private static final boolean ROOT = new UnixSystem().getUid() == 0;

  /// How a program ended and what it said.
  record Ending(boolean well, String output) {}

  /// Runs the program to its end, also where the thread is interrupted meanwhile.
  ///
  /// @param input what the program reads; may be empty
  Ending run(String input, String... arguments) {
    try {
      Process process = start(arguments);
      try (Writer stdin = process.outputWriter()) {
        stdin.write(input);
      }
      String output = process.inputReader().readAllAsString();
      boolean well = process.onExit().join().exitValue() == 0;
      if (ROOT && output.startsWith("unshare:")) {
        throw refusedToRoot(output.strip());
      }
      return new Ending(well, output);
    } catch (IOException e) {
      throw ROOT ? refusedToRoot(String.valueOf(e.getMessage())) : cannotRun(e);
    }
  }

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(command(), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    // The server would keep what it is given for all its life, and secrets of ours are among it.
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  // PostgreSQL refuses to work for root. In a user namespace it does not see for whom it works,
  // while the files remain its own.
  private Stream<String> command() {
    return ROOT
        ? Stream.of("unshare", "--user", program.toString())
        : Stream.of(program.toString());
  }

  private EmbeddedDatabaseException cannotRun(IOException cause) {
    return new EmbeddedDatabaseException(
        "Cannot run PostgreSQL here, set HANGTAG_DATABASE_URL to one of your own: "
            + cause.getMessage(),
        cause);
  }

  private static EmbeddedDatabaseException refusedToRoot(String reason) {
    return new EmbeddedDatabaseException(
        "PostgreSQL does not run as root, nor in a user namespace here: run Hangtag as another"
            + " user or set HANGTAG_DATABASE_URL to a PostgreSQL of your own ("
            + reason
            + ")");
  }
}
