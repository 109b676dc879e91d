package io.hangtag.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What a server writes down about itself.
record ServerLog(Path file) {
  private static final long LARGE_BYTES = 10_000_000;

  // What tells most comes first: after the news of a full disk come others that follow from it.
  private static final List<Pattern> COMPLAINTS =
      List.of(
          Pattern.compile("No space left on device"),
          Pattern.compile("(FATAL|PANIC|ERROR|error): "),
          Pattern.compile("\\S"));

  /// Begins anew where much has been written. No server may be running.
  void trim() throws IOException {
    if (bytes() > LARGE_BYTES) {
      Files.delete(file);
    }
  }

  /// How much has been written.
  long bytes() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// What was written after the first `bytes`.
  String after(long bytes) throws IOException {
    if (bytes() <= bytes) {
      return "";
    }
    try (InputStream log = Files.newInputStream(file)) {
      log.skipNBytes(bytes);
      return new String(log.readAllBytes(), UTF_8);
    }
  }

  /// The line that tells best why something failed, of those alike the last.
  static String complaint(String written) {
    List<String> lines = written.lines().toList().reversed();
    return COMPLAINTS.stream()
        .flatMap(complaint -> lines.stream().filter(complaint.asPredicate()))
        .findFirst()
        .orElse("it gave no reason");
  }
}
