package io.hangtag.db;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.FileUtils;

/// PostgreSQL's programs and what they need, unpacked from the jar for this platform.
///
/// @param parent where each version has a folder
record PostgresBinaries(Path parent) {
  /// The version in the jars, which do not tell it.
  static final String VERSION = "18.6.0";

  static final int MAJOR_VERSION = Integer.parseInt(VERSION.substring(0, VERSION.indexOf('.')));

  private static final int EXECUTABLE = 0100;

  private static final Map<String, String> ARCHIVE_NAMES =
      Map.of(
          "Linux amd64", "postgres-linux-x86_64.txz",
          "Linux aarch64", "postgres-linux-arm_64.txz",
          "Mac OS X x86_64", "postgres-darwin-x86_64.txz",
          "Mac OS X aarch64", "postgres-darwin-arm_64.txz");

  Path folder() {
    return parent.resolve("postgres-" + VERSION);
  }

  Path program(String name) {
    return folder().resolve("bin").resolve(name);
  }

  /// Unpacks what is not there yet, all or nothing. The caller is alone in the parent folder.
  void unpack() {
    Path folder = folder();
    if (Files.isDirectory(folder)) {
      return;
    }
    try (InputStream archive =
        findArchive().orElseThrow(PostgresBinaries::notShipped).openStream()) {
      Path unpacking = parent.resolve("postgres.unpacking");
      FileUtils.deleteDirectory(unpacking.toFile());
      unpack(archive, unpacking);
      Files.move(unpacking, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "Cannot unpack PostgreSQL into %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /// @throws EmbeddedDatabaseException if Hangtag came without programs for this machine
  static void requireShipped() {
    if (findArchive().isEmpty()) {
      throw notShipped();
    }
  }

  private static Optional<URL> findArchive() {
    return Optional.ofNullable(ARCHIVE_NAMES.get(platform()))
        .map(name -> PostgresBinaries.class.getResource("/" + name));
  }

  private static EmbeddedDatabaseException notShipped() {
    return new EmbeddedDatabaseException(
        "No PostgreSQL for %s comes with this Hangtag: set HANGTAG_DATABASE_URL to one of your own"
            .formatted(platform()));
  }

  private static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, entry.resolveIn(target));
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target, OwnerOnly.FOLDER);
      return;
    }
    Files.createDirectories(target.getParent(), OwnerOnly.FOLDER);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & EXECUTABLE) != 0) {
      Files.setPosixFilePermissions(target, OwnerOnly.FOLDER.value());
    }
  }
}
