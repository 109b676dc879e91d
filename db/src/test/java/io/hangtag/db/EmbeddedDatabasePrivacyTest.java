package io.hangtag.db;

import static io.hangtag.db.DataFolder.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each test finds and leaves a stopped server in the folder.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EmbeddedDatabasePrivacyTest {
  @TempDir static Path path;

  private final DataFolder folder = new DataFolder(path.resolve("made"));

  @Test
  void lets_no_other_account_read_its_files() throws Exception {
    try (EmbeddedDatabase _ = folder.open();
        Stream<Path> files = Files.list(folder.path())) {
      assertThat(permissions(folder.path())).isEqualTo("rwx------");
      assertThat(files)
          .hasSize(5)
          .extracting(EmbeddedDatabasePrivacyTest::permissions)
          .containsOnly("rw-------", "rwx------");
    }
  }

  @Test
  void lets_nobody_in_without_the_password() {
    try (EmbeddedDatabase database = folder.open()) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), database.user(), "guessed"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void listens_to_this_machine_only() {
    try (EmbeddedDatabase database = folder.open();
        CloseableDSLContext connection = connect(database)) {
      assertThat(connection.fetchValue("show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(connection.fetchValue("show unix_socket_directories")).isEqualTo("");
    }
  }

  @Test
  void tells_its_password_to_no_list_of_processes_and_no_log() throws Exception {
    try (EmbeddedDatabase database = folder.open()) {
      String password = database.password();

      assertThat(password).hasSize(32);
      assertThat(outputOf("ps", "axeww")).contains("bin/postgres").doesNotContain(password);
      assertThat(folder.file("postgres.log")).content().isNotEmpty().doesNotContain(password);
    }
  }

  @Test
  void keeps_the_environment_from_the_server() throws Exception {
    Map<String, String> environment = Map.of("HANGTAG_TELEGRAM_TOKEN", "7:secret");
    try (DatabaseProcess process = DatabaseProcess.opening(folder.path(), environment)) {
      assertThat(process.url()).isNotEmpty();
      long server = folder.server().orElseThrow().pid();

      assertThat(seenOf(process.process().pid())).contains("7:secret");
      assertThat(seenOf(server)).contains("bin/postgres").doesNotContain("7:secret");

      process.leave();
    }
  }

  @Test
  void does_not_get_what_the_terminal_sends_to_this_process() throws Exception {
    try (EmbeddedDatabase _ = folder.open()) {
      String server = Long.toString(folder.server().orElseThrow().pid());

      assertThat(outputOf("ps", "-o", "pgid=", "-p", server).strip()).isEqualTo(server);
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String seenOf(long pid) throws IOException {
    return outputOf("ps", "eww", "-p", Long.toString(pid));
  }

  private static String outputOf(String... command) throws IOException {
    return new ProcessBuilder(command).start().inputReader().readAllAsString();
  }
}
