package io.hangtag.db;

import static io.hangtag.db.DataFolder.ask;
import static io.hangtag.db.DataFolder.connect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each test finds and leaves a stopped server in the folder.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EmbeddedDatabaseCrashTest {
  @TempDir static Path path;

  private final DataFolder folder = new DataFolder(path);

  @Test
  void takes_over_the_server_of_a_process_that_was_killed() throws Exception {
    try (DatabaseProcess killed = DatabaseProcess.opening(path)) {
      String url = killed.url();
      killed.kill();

      try (EmbeddedDatabase database = folder.open()) {
        assertThat(database.url()).isEqualTo(url);
        assertThat(ask(database, "select 1")).isEqualTo(1);
      }
      assertThat(folder.server()).isEmpty();
    }
  }

  @Test
  void starts_again_when_process_and_server_were_killed() throws Exception {
    try (DatabaseProcess killed = DatabaseProcess.opening(path)) {
      assertThat(killed.url()).isNotEmpty();
      folder.killServer();
      killed.kill();

      try (EmbeddedDatabase database = folder.open()) {
        assertThat(ask(database, "select 1")).isEqualTo(1);
      }
    }
  }

  @Test
  void brings_back_a_killed_server_with_its_data_at_its_port() throws Exception {
    try (EmbeddedDatabase database = folder.open();
        CloseableDSLContext idle = connect(database)) {
      String url = database.url();
      idle.execute("create table survived as select 1 as n");
      folder.killServer();

      database.ensureRunning();

      assertThat(database.url()).isEqualTo(url);
      assertThat(ask(database, "select n from survived")).isEqualTo(1);
    }
  }

  @Test
  void brings_back_a_killed_server_whose_port_is_taken() throws Exception {
    try (EmbeddedDatabase database = folder.open()) {
      String url = database.url();
      int port = folder.server().orElseThrow().port();
      folder.killServer();

      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        database.ensureRunning();
      }

      assertThat(database.url()).isNotEqualTo(url);
      assertThat(ask(database, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void waits_until_the_last_process_of_a_killed_server_is_gone() throws Exception {
    try (EmbeddedDatabase database = folder.open();
        CloseableDSLContext connection = connect(database)) {
      String orphan = String.valueOf(connection.fetchValue("select pg_backend_pid()"));
      signal("-STOP", orphan);
      folder.killServer();

      CompletableFuture<Void> back = CompletableFuture.runAsync(database::ensureRunning);
      folder.waitForLog("pre-existing shared memory block");
      signal("-CONT", orphan);
      back.join();

      assertThat(ask(database, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void does_nothing_to_a_server_that_runs() {
    try (EmbeddedDatabase database = folder.open();
        CloseableDSLContext connection = connect(database)) {
      database.ensureRunning();

      assertThat(connection.fetchValue("select 1")).isEqualTo(1);
    }
  }

  @Test
  void starts_although_another_program_has_the_number_of_a_killed_server() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try (EmbeddedDatabase database = folder.open()) {
      folder.killServer();
      List<String> lines = Files.readAllLines(folder.pidFile());
      lines.set(0, Long.toString(stranger.pid()));
      Files.write(folder.pidFile(), lines);

      database.ensureRunning();

      assertThat(ask(database, "select 1")).isEqualTo(1);
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void starts_with_an_empty_pid_file() throws Exception {
    folder.open().close();
    Files.createFile(folder.pidFile());

    try (EmbeddedDatabase database = folder.open()) {
      assertThat(ask(database, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void makes_the_database_where_its_making_was_cut_short(@TempDir Path fresh) throws Exception {
    Path unpacking = Files.createDirectory(fresh.resolve("postgres.unpacking"));
    Path creating = Files.createDirectory(fresh.resolve("database.creating-1"));
    Files.createFile(creating.resolve("PG_VERSION"));
    Files.writeString(fresh.resolve("postgres.password"), "half");

    try (EmbeddedDatabase database = EmbeddedDatabase.open(fresh)) {
      assertThat(ask(database, "select 1")).isEqualTo(1);
    }

    assertThat(unpacking).doesNotExist();
    assertThat(creating).doesNotExist();
  }

  private static void signal(String signal, String pid) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }
}
