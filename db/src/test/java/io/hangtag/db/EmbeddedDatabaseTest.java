package io.hangtag.db;

import static io.hangtag.db.DataFolder.ask;
import static io.hangtag.db.DataFolder.execute;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each test finds and leaves a stopped server in the folder.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EmbeddedDatabaseTest {
  @TempDir static Path path;

  private final DataFolder folder = new DataFolder(path);

  @Test
  void keeps_its_data_over_a_stop() {
    try (EmbeddedDatabase database = folder.open()) {
      execute(database, "create table kept as select 'hoodie' as title");
    }
    assertThat(folder.server()).isEmpty();

    try (EmbeddedDatabase database = folder.open()) {
      assertThat(ask(database, "select title from kept")).isEqualTo("hoodie");
    }
  }

  @Test
  void is_one_server_for_all_who_open_it_in_one_process() {
    EmbeddedDatabase first = folder.open();
    EmbeddedDatabase second = EmbeddedDatabase.open(folder.file("."));

    assertThat(second.url()).isEqualTo(first.url());

    first.close();
    first.close();
    assertThat(ask(second, "select 1")).isEqualTo(1);

    second.close();
    assertThat(folder.server()).isEmpty();
  }

  @Test
  void is_one_server_for_two_processes_and_stops_with_the_last() throws Exception {
    EmbeddedDatabase here = folder.open();
    try (DatabaseProcess there = DatabaseProcess.opening(path)) {
      assertThat(there.url()).isEqualTo(here.url());

      here.close();
      assertThat(folder.server()).isPresent();

      there.leave();
      assertThat(folder.server()).isEmpty();
    }
  }

  @Test
  void is_one_server_for_processes_that_race_to_make_it(@TempDir Path fresh) throws Exception {
    try (DatabaseProcess first = DatabaseProcess.opening(fresh);
        DatabaseProcess second = DatabaseProcess.opening(fresh);
        DatabaseProcess third = DatabaseProcess.opening(fresh)) {
      String url = first.url();

      assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThat(List.of(second.url(), third.url())).containsOnly(url);

      first.leave();
      second.leave();
      third.leave();
      assertThat(new DataFolder(fresh).server()).isEmpty();
    }
  }

  @Test
  void stops_the_server_even_when_interrupted() {
    EmbeddedDatabase database = folder.open();

    Thread.currentThread().interrupt();
    database.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.server()).isEmpty();
  }

  @Test
  void does_what_a_database_must_do_to_lose_nothing() {
    try (EmbeddedDatabase database = folder.open()) {
      assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
          .allSatisfy(setting -> assertThat(ask(database, "show " + setting)).isEqualTo("on"));
    }
  }

  @Test
  void knows_the_letters_of_other_languages() {
    try (EmbeddedDatabase database = folder.open()) {
      execute(database, "create extension if not exists pg_trgm");

      assertThat(ask(database, "select lower('ШАПКА')")).isEqualTo("шапка");
      assertThat(ask(database, "select show_trgm('я') <> '{}'")).isEqualTo(true);
    }
  }

  @Test
  void is_of_the_version_that_its_folder_is_named_after() {
    try (EmbeddedDatabase database = folder.open()) {
      assertThat(PostgresBinaries.VERSION).startsWith(ask(database, "show server_version") + ".");
    }
  }
}
