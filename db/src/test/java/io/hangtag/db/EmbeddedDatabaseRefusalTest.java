package io.hangtag.db;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each test finds and leaves a stopped server in the folder.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EmbeddedDatabaseRefusalTest {
  @TempDir static Path path;

  private final DataFolder folder = new DataFolder(path);

  @Test
  void says_that_the_data_folder_is_a_file() throws Exception {
    Path file = Files.createFile(path.resolve("file"));

    assertRefused(file, "Cannot use " + file + " as data folder: it is not a folder");
  }

  @Test
  void says_which_characters_a_data_folder_cannot_have() {
    assertRefused(path.resolve("pay$day"), "PostgreSQL cannot be in a path with \", $, ` or \\");
  }

  @Test
  void names_the_way_out_on_a_machine_without_binaries() {
    String architecture = System.getProperty("os.arch");
    System.setProperty("os.arch", "riscv64");
    try {
      assertRefused(path, "riscv64 comes with this Hangtag: set HANGTAG_DATABASE_URL to one of");
    } finally {
      System.setProperty("os.arch", architecture);
    }
  }

  @Test
  void says_that_the_data_is_of_another_major_version() throws Exception {
    folder.open().close();
    Path version = folder.file("database/PG_VERSION");
    Files.writeString(version, "17\n");

    assertRefused(path, "one of PostgreSQL 17, and this Hangtag has PostgreSQL 18");

    Files.writeString(version, "18\n");
  }

  @Test
  void quotes_what_the_server_said_when_it_does_not_start() throws Exception {
    folder.open().close();
    Path settings = folder.file("database/postgresql.auto.conf");
    String before = Files.readString(settings);
    Files.writeString(settings, "no_such_setting = 1\n", StandardOpenOption.APPEND);

    assertRefused(path, "FATAL:  configuration file \"%s\" contains errors".formatted(settings));

    Files.writeString(settings, before);
  }

  private static void assertRefused(Path dataDir, String reason) {
    assertThatExceptionOfType(EmbeddedDatabaseException.class)
        .isThrownBy(() -> EmbeddedDatabase.open(dataDir))
        .withMessageContaining(reason);
  }
}
