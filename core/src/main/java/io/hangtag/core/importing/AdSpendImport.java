package io.hangtag.core.importing;

import io.hangtag.core.team.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Brings in what ads cost.
///
/// A file goes in as a whole or, if the process dies, not at all. What it does not contain stays.
/// Safe for use by many threads: imports of one team wait for each other.
public final class AdSpendImport {
  private static final int BATCH = 1_000;

  private final DSLContext db;
  private final InstantSource clock;

  public AdSpendImport(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Reads a CSV file with a campaign's day in each row, also packed by gzip. Closing the file
  /// stays the caller's task.
  ///
  /// @throws RefusedFileException if the file has no columns `campaign`, `date` and `spend`
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
    Instant now = clock.instant();
    AdSpendQueries queries = new AdSpendQueries(db, workspace);
    Shop shop =
        new ShopQueries(db, workspace)
            .lockWorkspace(now)
            .orElseThrow(() -> new IllegalArgumentException("no workspace " + workspace));
    List<ExportedSpend> batch = new ArrayList<>();
    new AdSpendCsv(ExportText.open(file), shop, tally)
        .read(
            spent -> {
              batch.add(spent);
              if (batch.size() >= BATCH) {
                store(batch, queries, now, tally);
              }
            });
    store(batch, queries, now, tally);
    return tally.report(0);
  }

  private static void store(
      List<ExportedSpend> batch, AdSpendQueries queries, Instant now, ImportTally tally) {
    Map<ExportedSpend.Key, Long> known =
        queries.known(
            batch.stream().map(ExportedSpend::campaign).collect(Collectors.toSet()),
            batch.stream().map(ExportedSpend::day).collect(Collectors.toSet()));
    Set<ExportedSpend> fresh =
        batch.stream().filter(spent -> !known.containsKey(spent.key())).collect(Collectors.toSet());
    List<ExportedSpend> other =
        batch.stream()
            .filter(spent -> !Long.valueOf(spent.spend().minor()).equals(known.get(spent.key())))
            .toList();
    if (!other.isEmpty()) {
      queries.save(other, now);
    }
    tally.created(fresh.size());
    tally.updated(other.size() - fresh.size());
    tally.unchanged(batch.size() - other.size());
    batch.clear();
  }
}
