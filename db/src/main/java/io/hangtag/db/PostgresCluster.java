package io.hangtag.db;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import io.hangtag.db.PostgresProgram.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/// All that a server keeps on disk, with the password that opens it, in one folder.
record PostgresCluster(Path folder, PostgresBinaries binaries) {
  static final String USER = "hangtag";
  static final String DATABASE = "hangtag";

  private static final String UNFINISHED = "database.creating-";
  private static final String SETTINGS = "hangtag.conf";
  private static final int PASSWORD_BYTES = 24;

  Path data() {
    return folder.resolve("database");
  }

  private Path passwordFile() {
    return folder.resolve("postgres.password");
  }

  /// Makes the cluster if there is none, all or nothing. The caller is alone in the folder.
  void createIfAbsent() throws IOException {
    if (Files.isDirectory(data())) {
      checkVersion();
      return;
    }
    deleteUnfinished();
    createPassword();
    // A name of its own each time: an initdb whose caller was killed may still be at work.
    Path creating = Files.createTempDirectory(folder, UNFINISHED, OwnerOnly.FOLDER);
    create(creating);
    Files.move(creating, data(), StandardCopyOption.ATOMIC_MOVE);
    forceToDisk(folder);
  }

  private void deleteUnfinished() throws IOException {
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (Path path : unfinished) {
        FileUtils.deleteDirectory(path.toFile());
      }
    }
  }

  private void checkVersion() throws IOException {
    String version = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(PostgresBinaries.MAJOR_VERSION))) {
      throw new EmbeddedDatabaseException(
          "The database in %s is one of PostgreSQL %s, and this Hangtag has PostgreSQL %d: %s"
              .formatted(
                  folder,
                  version,
                  PostgresBinaries.MAJOR_VERSION,
                  "back it up with the Hangtag that made it and restore it into a new folder"));
    }
  }

  private void createPassword() throws IOException {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Files.deleteIfExists(passwordFile());
    try (FileChannel file =
            FileChannel.open(passwordFile(), Set.of(CREATE_NEW, WRITE, SYNC), OwnerOnly.FILE);
        OutputStream out = Channels.newOutputStream(file)) {
      out.write(password.getBytes(US_ASCII));
    }
  }

  // Case and trigrams know all letters, not just ASCII: the builtin provider answers for lower(),
  // but pg_trgm asks the C library, so LC_CTYPE must be UTF-8 too. macOS has no C.UTF-8.
  private void create(Path target) throws IOException {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    run(
        "initdb",
        "",
        "--pgdata=" + target,
        "--username=" + USER,
        "--pwfile=" + passwordFile(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--lc-ctype=" + (mac ? "en_US.UTF-8" : "C.UTF-8"));
    Files.writeString(
        target.resolve("postgresql.conf"), "include_if_exists = '" + SETTINGS + "'\n", APPEND);
    run(
        "postgres",
        "create database " + DATABASE,
        "--single",
        "-D",
        target.toString(),
        "-c",
        "exit_on_error=on",
        "postgres");
  }

  private void run(String program, String input, String... arguments) {
    Ending ending = new PostgresProgram(binaries.program(program), folder).run(input, arguments);
    if (!ending.well()) {
      throw new EmbeddedDatabaseException(
          "Cannot make a database in %s: %s"
              .formatted(folder, ServerLog.complaint(ending.output())));
    }
  }

  /// The settings of the next start. They belong to the program that starts the server, not to the
  /// day on which the cluster was made.
  void set(String settings) throws IOException {
    Files.writeString(data().resolve(SETTINGS), settings);
  }

  Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  String password() {
    try {
      return Files.readString(passwordFile());
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "Cannot read the database's password in %s: %s".formatted(passwordFile(), e.getMessage()),
          e);
    }
  }

  // Else a power failure could undo the renaming, and with it all that was written since.
  private static void forceToDisk(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder, READ)) {
      entries.force(true);
    }
  }
}
