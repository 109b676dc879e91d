package io.hangtag.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// A process of its own that has an embedded database open until it is told to leave.
record DatabaseProcess(Process process, BufferedReader output) implements AutoCloseable {
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]))) {
      System.out.println(database.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static DatabaseProcess opening(Path dataDir, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DatabaseProcess.class.getName(),
            dataDir.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new DatabaseProcess(process, process.inputReader());
  }

  static DatabaseProcess opening(Path dataDir) throws IOException {
    return opening(dataDir, Map.of());
  }

  /// Waits until the database is open there.
  String url() throws IOException {
    return String.valueOf(output.readLine());
  }

  /// Waits until the database is closed there.
  void leave() throws Exception {
    process.outputWriter().close();
    process.waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
