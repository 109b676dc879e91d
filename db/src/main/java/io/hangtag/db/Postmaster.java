package io.hangtag.db;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server's first process, as its file `postmaster.pid` tells of it.
///
/// @param port 0 while the file does not tell yet
/// @param ready whether it takes connections
record Postmaster(long pid, int port, boolean ready) {
  // Line numbers from 0, as in PostgreSQL's src/include/utils/pidfile.h.
  private static final int PID = 0;
  private static final int PORT = 3;
  private static final int STATUS = 7;

  /// Reads the file; empty if there is none, while a server writes one at its start and deletes it
  /// at its stop.
  static Optional<Postmaster> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, ISO_8859_1);
      return Optional.of(
          new Postmaster(
              number(lines, PID), (int) number(lines, PORT), line(lines, STATUS).equals("ready")));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// The process, if it still exists and runs a `postgres` from below `programs`: its number may
  /// have gone to another program since.
  Optional<ProcessHandle> process(Path programs) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> runsPostgres(process, programs));
  }

  private static boolean runsPostgres(ProcessHandle process, Path programs) {
    return process
        .info()
        .command()
        .map(Path::of)
        .filter(program -> program.endsWith("postgres") && program.startsWith(programs))
        .isPresent();
  }

  /// Makes a server that starts see that the process which the file names is none.
  ///
  /// PostgreSQL would refuse to start while a process of that number exists. It ignores the number
  /// of the process that called `pg_ctl`, which is this one. To delete the file would do as well,
  /// but it also names the shared memory by which a starting server sees whether an orphan of the
  /// last one still works on the data.
  static void disown(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file, ISO_8859_1));
      if (lines.isEmpty()) {
        lines.add("");
      }
      lines.set(PID, Long.toString(ProcessHandle.current().pid()));
      Files.write(file, lines, ISO_8859_1);
    } catch (NoSuchFileException _) {
      // The server has deleted it itself meanwhile, as its last act.
      return;
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static long number(List<String> lines, int index) {
    String line = line(lines, index);
    return line.matches("[0-9]{1,9}") ? Long.parseLong(line) : 0;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
