package io.hangtag.core.importing;

import io.hangtag.core.team.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jooq.DSLContext;

/// Brings in what a team has posted, with its engagement.
///
/// A file goes in as a whole or, if the process dies, not at all. What it does not contain stays.
/// Safe for use by many threads: imports of one team wait for each other.
public final class PostImport {
  private final DSLContext db;
  private final InstantSource clock;

  public PostImport(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Reads a CSV file with a post in each row, also packed by gzip. Closing the file stays the
  /// caller's task.
  ///
  /// @throws RefusedFileException if the file has no columns `media` and `posted_at`
  /// @throws UncheckedIOException if it cannot be read
  public ImportReport importFrom(WorkspaceId workspace, InputStream file, Progress progress) {
    return db.transactionResult(
        () -> {
          try {
            return read(workspace, file, new ImportTally(progress));
          } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
          }
        });
  }

  private ImportReport read(WorkspaceId workspace, InputStream file, ImportTally tally)
      throws IOException {
    PostQueries queries = new PostQueries(db, workspace);
    ZoneId zone =
        queries
            .lockWorkspace()
            .orElseThrow(() -> new IllegalArgumentException("no workspace " + workspace));
    Instant now = clock.instant();
    PostUpdate update = new PostUpdate(queries, new PostMediaQueries(db, workspace), now, tally);
    new PostsCsv(ExportText.open(file), new ExportTime("posted_at", zone), now, tally)
        .read(update::take);
    update.flush();
    return tally.report(0);
  }
}
