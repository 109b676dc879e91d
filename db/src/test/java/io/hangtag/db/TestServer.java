package io.hangtag.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/// The PostgreSQL server of a test run: started by the first test that needs it, gone with the JVM.
///
/// What a test run leaves behind that was killed is cleared away by the next one.
final class TestServer {
  private static final String FOLDERS = "hangtag-test-";
  private static final String TEMPLATE = PostgresCluster.DATABASE;
  private static final Path PARENT = Path.of(System.getProperty("java.io.tmpdir"));

  // Faster, and what a test wrote need not survive the machine.
  private static final String FORGETFUL =
      """
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      max_connections = 100
      """;

  private final PostgresCluster cluster;
  private final PostgresServer server;
  private final AtomicInteger databases = new AtomicInteger();

  private TestServer(Path folder) throws IOException {
    this.cluster = new PostgresCluster(folder, binariesOfAllRuns());
    this.server = new PostgresServer(cluster, FORGETFUL);
  }

  /// The server of this run.
  static TestServer started() {
    return Holder.SERVER;
  }

  private static final class Holder {
    private static final TestServer SERVER = start();
  }

  private static TestServer start() {
    try {
      clearAway();
      Path folder = Files.createTempDirectory(FOLDERS).toRealPath();
      TestServer server = new TestServer(folder);
      SharedFolder shared = SharedFolder.enter(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.leave(server::delete)));
      shared.alone(server.server::ensureRunning);
      Database.open(server.url(TEMPLATE), server.user(), server.password()).close();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Whoever made a database there has entered before: where nobody is now, a run was killed.
  private static void clearAway() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PARENT, FOLDERS + "*")) {
      for (Path folder : folders) {
        if (Files.isWritable(folder) && Files.isDirectory(folder.resolve("database"))) {
          Path left = folder.toRealPath();
          SharedFolder.enter(left).leave(new TestServer(left)::delete);
        }
      }
    }
  }

  // Not with each run's data: to unpack takes longer than all the rest of a start.
  private static PostgresBinaries binariesOfAllRuns() throws IOException {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "hangtag");
    Path folder = Files.createDirectories(cache).toRealPath();
    PostgresBinaries binaries = new PostgresBinaries(folder);
    SharedFolder shared = SharedFolder.enter(folder);
    try {
      shared.alone(binaries::unpack);
    } finally {
      shared.leave(() -> {});
    }
    return binaries;
  }

  /// Makes a migrated database and returns its name.
  String createDatabase() {
    String name = "test_" + databases.incrementAndGet();
    administer("create database %s template %s".formatted(name, TEMPLATE));
    return name;
  }

  void dropDatabase(String name) {
    administer("drop database %s with (force)".formatted(name));
  }

  private void administer(String statement) {
    try (CloseableDSLContext administrator = DSL.using(url("postgres"), user(), password())) {
      administrator.execute(statement);
    }
  }

  String url(String database) {
    return server.url(database);
  }

  String user() {
    return PostgresCluster.USER;
  }

  String password() {
    return cluster.password();
  }

  private void delete() {
    server.stop();
    try {
      FileUtils.deleteDirectory(cluster.folder().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
