package io.hangtag.bot.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

/// A file to import, open, and how much of it was read.
final class ImportFile implements AutoCloseable {
  private final InputStream content;
  private final AtomicLong read = new AtomicLong();
  private final long size;

  private ImportFile(InputStream content, long size) {
    this.content = new Counting(content);
    this.size = size;
  }

  /// Opens a file, or standard input for `-`.
  ///
  /// @throws RefusedException if it cannot be read
  static ImportFile open(String name, InputStream standardInput) {
    if (name.equals("-")) {
      return new ImportFile(standardInput, 0);
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new RefusedException("unreadable_file", "%s is a folder.".formatted(name));
    }
    try {
      return new ImportFile(Files.newInputStream(path), Files.size(path));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  static RefusedException unreadable(String name, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException _ -> "it does not exist";
          case AccessDeniedException _ -> "no permission to read it";
          default -> String.valueOf(e.getMessage());
        };
    return new RefusedException(
        "unreadable_file", "%s cannot be read: %s.".formatted(name, reason));
  }

  InputStream content() {
    return content;
  }

  /// How much of the file was read, 0 to 1; nothing if its size is not known.
  OptionalDouble share() {
    return size == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) read.get() / size));
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw new RefusedException("unreadable_file", String.valueOf(e.getMessage()));
    }
  }

  private final class Counting extends FilterInputStream {
    Counting(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        read.incrementAndGet();
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int many = super.read(buffer, offset, length);
      if (many > 0) {
        read.addAndGet(many);
      }
      return many;
    }
  }
}
