package io.hangtag.core.importing;

import io.hangtag.core.importing.ImportReport.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A folder with photos and videos, read once: what is in it, and what had to be left out.
///
/// Hidden files and folders are passed over, links are not followed: they might lead anywhere.
final class MediaFolder {
  private final Path folder;
  private final Progress progress;
  private final List<Path> paths = new ArrayList<>();
  private final List<Path> otherFiles = new ArrayList<>();
  private final List<MediaFile> files = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private int read;

  private MediaFolder(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /// Reads every file below `folder`.
  ///
  /// @throws RefusedFileException if it is no folder or has no photo or video
  static MediaFolder read(Path folder, Progress progress) {
    if (!Files.isDirectory(folder)) {
      throw new RefusedFileException(
          Files.exists(folder)
              ? "%s is not a folder.".formatted(folder)
              : "There is no folder %s.".formatted(folder));
    }
    try {
      MediaFolder media = new MediaFolder(folder.toRealPath(), progress);
      media.findFiles();
      media.readFiles();
      return media;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder %s cannot be read".formatted(folder), e);
    }
  }

  /// Photos and videos, by their paths.
  List<MediaFile> files() {
    return files;
  }

  Path pathOf(MediaFile file) {
    return folder.resolve(file.place().path());
  }

  /// Files left out, each with its place among all photos and videos; last, all other files in one.
  List<Rejected> rejected() {
    return rejected;
  }

  /// Photos and videos, with those that could not be read.
  int read() {
    return read;
  }

  private void findFiles() throws IOException {
    Files.walkFileTree(folder, new Finder());
    paths.sort(Comparator.comparing(this::relative));
    otherFiles.sort(Comparator.comparing(this::relative));
    if (paths.isEmpty()) {
      throw new RefusedFileException("There is no photo or video in %s.".formatted(folder));
    }
  }

  private void readFiles() {
    for (Path path : paths) {
      read++;
      readFile(path).ifPresent(files::add);
      progress.read(read);
    }
    if (!otherFiles.isEmpty()) {
      rejected.add(
          new Rejected(
              read + 1L,
              "%s (%s) left out: neither photo nor video."
                  .formatted(
                      otherFiles.size() == 1 ? "1 file" : otherFiles.size() + " files",
                      examples())));
    }
  }

  private String examples() {
    List<String> names =
        otherFiles.stream().limit(3).map(path -> ExportValues.shown(relative(path))).toList();
    return String.join(", ", names) + (otherFiles.size() > names.size() ? ", …" : "");
  }

  private Optional<MediaFile> readFile(Path path) {
    String name = relative(path);
    try {
      if (Files.isSymbolicLink(path)) {
        return reject(name, "is a link, and links are not followed");
      }
      long size = Files.size(path);
      if (size == 0) {
        return reject(name, "is empty");
      }
      MediaFormat format = MediaFormat.of(name).orElseThrow();
      return Optional.of(new MediaFile(new MediaPlace(name), format, size, contentHash(path)));
    } catch (IOException e) {
      return reject(name, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private Optional<MediaFile> reject(String name, String reason) {
    rejected.add(new Rejected(read, "%s %s.".formatted(ExportValues.shown(name), reason)));
    return Optional.empty();
  }

  private static String contentHash(Path path) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream file = new DigestInputStream(Files.newInputStream(path), digest)) {
      file.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /// Sorts what is below the folder into media and other files.
  private final class Finder extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      return !directory.equals(folder) && isHidden(directory)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      boolean regular = attributes.isRegularFile() || attributes.isSymbolicLink();
      boolean media = MediaFormat.of(file.getFileName().toString()).isPresent();
      (regular && media ? paths : otherFiles).add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      paths.add(file);
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
