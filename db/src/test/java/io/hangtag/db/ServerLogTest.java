package io.hangtag.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLogTest {
  @Test
  void quotes_the_last_error() {
    String written =
        """
        LOG:  starting PostgreSQL
        FATAL:  the database system is starting up
        PANIC:  could not locate a valid checkpoint record
        LOG:  shutting down
        """;

    assertThat(ServerLog.complaint(written))
        .isEqualTo("PANIC:  could not locate a valid checkpoint record");
  }

  @Test
  void quotes_a_full_disk_rather_than_what_follows_from_it() {
    String written =
        """
        FATAL:  could not extend file "base/1": No space left on device
        PANIC:  cannot abort transaction 1
        """;

    assertThat(ServerLog.complaint(written)).endsWith("No space left on device");
  }

  @Test
  void quotes_the_last_line_where_none_tells_of_an_error() {
    assertThat(ServerLog.complaint("waiting\ngiving up\n\n")).isEqualTo("giving up");
    assertThat(ServerLog.complaint("")).isEqualTo("it gave no reason");
  }

  @Test
  void begins_anew_after_ten_million_bytes(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("postgres.log"), new byte[10_000_000]);
    ServerLog log = new ServerLog(file);

    log.trim();
    assertThat(file).hasSize(10_000_000);

    Files.write(file, new byte[10_000_001]);
    log.trim();
    assertThat(log.bytes()).isZero();
  }
}
