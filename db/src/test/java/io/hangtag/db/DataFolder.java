package io.hangtag.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/// A data folder as tests look at it: from outside, by its files and over JDBC.
record DataFolder(Path path) {
  EmbeddedDatabase open() {
    return EmbeddedDatabase.open(path);
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path pidFile() {
    return file("database/postmaster.pid");
  }

  Optional<Postmaster> server() {
    return Postmaster.read(pidFile());
  }

  /// Kills the running server as the system does when it is out of memory.
  void killServer() throws Exception {
    Postmaster running = server().orElseThrow();
    boolean asked = running.process(path).orElseThrow().destroyForcibly();
    waitUntil(() -> asked && !holdsPort(running));
  }

  /// Waits until the server has logged something that contains `text`.
  void waitForLog(String text) throws Exception {
    waitUntil(() -> Files.readString(file("postgres.log")).contains(text));
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    Patience patience = Patience.of(Duration.ofSeconds(30));
    while (!condition.call()) {
      if (patience.isOver()) {
        throw new IllegalStateException("Waited 30 s in vain");
      }
      patience.pause();
    }
  }

  private static boolean holdsPort(Postmaster postmaster) {
    InetAddress localhost = InetAddress.ofLiteral("127.0.0.1");
    try (ServerSocket _ = new ServerSocket(postmaster.port(), 1, localhost)) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  static CloseableDSLContext connect(EmbeddedDatabase database) {
    return DSL.using(database.url(), database.user(), database.password());
  }

  static Object ask(EmbeddedDatabase database, String query) {
    try (CloseableDSLContext connection = connect(database)) {
      return Objects.requireNonNull(connection.fetchValue(query));
    }
  }

  static void execute(EmbeddedDatabase database, String statement) {
    try (CloseableDSLContext connection = connect(database)) {
      connection.execute(statement);
    }
  }
}
