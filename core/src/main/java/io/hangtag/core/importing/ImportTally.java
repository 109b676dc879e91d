package io.hangtag.core.importing;

import io.hangtag.core.importing.ImportReport.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What has become of the rows of a file so far.
final class ImportTally {
  private static final int PROGRESS_EVERY = 1_000;

  private final Progress progress;
  private final List<Rejected> rejected = new ArrayList<>();
  private int read;
  private int created;
  private int updated;
  private int unchanged;

  ImportTally(Progress progress) {
    this.progress = progress;
  }

  /// Counts a row or object of the file.
  void read() {
    read++;
    if (read % PROGRESS_EVERY == 0) {
      progress.read(read);
    }
  }

  void reject(long line, String reason) {
    rejected.add(new Rejected(line, reason));
  }

  void created(int more) {
    created += more;
  }

  void updated(int more) {
    updated += more;
  }

  void unchanged(int more) {
    unchanged += more;
  }

  boolean hasChanges() {
    return created + updated > 0;
  }

  /// What came of it all.
  ///
  /// @param variants in the file; 0 where there is no such thing
  ImportReport report(int variants) {
    progress.read(read);
    rejected.sort(Comparator.comparingLong(Rejected::line));
    return new ImportReport(read, created, updated, unchanged, variants, rejected);
  }
}
