package io.hangtag.core.importing;

import io.hangtag.core.team.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Brings in what a shop sold.
///
/// A file goes in as a whole or, if the process dies, not at all. Orders that it does not contain
/// stay; one that it contains is from then on what it says. Nothing about customers is kept. Safe
/// for use by many threads: imports of one team wait for each other.
public final class OrderImport {
  private final DSLContext db;
  private final InstantSource clock;

  public OrderImport(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Reads Shopify's orders export: the CSV that its admin writes or the JSON of its Admin API
  /// (`orders.json`), each also packed by gzip. Closing the file stays the caller's task.
  ///
  /// @throws RefusedFileException if the file is no such export, or another currency's
  /// @throws UncheckedIOException if it cannot be read
  public ImportReport importShopify(WorkspaceId workspace, InputStream file, Progress progress) {
    return db.transactionResult(
        () -> {
          try {
            return read(workspace, ExportText.open(file), new ImportTally(progress));
          } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
          }
        });
  }

  private ImportReport read(WorkspaceId workspace, ExportText text, ImportTally tally)
      throws IOException {
    Instant now = clock.instant();
    OrderQueries queries = new OrderQueries(db, workspace);
    Shop shop =
        new ShopQueries(db, workspace)
            .lockWorkspace(now)
            .orElseThrow(() -> new IllegalArgumentException("no workspace " + workspace));
    OrderUpdate update = new OrderUpdate(queries, new OrderLineQueries(db, workspace), now, tally);
    read(text, shop, update, tally);
    update.finish();
    refuseForeign(update.currencies(), shop.currency());
    match(workspace);
    return tally.report(0);
  }

  private static void read(ExportText text, Shop shop, OrderUpdate update, ImportTally tally)
      throws IOException {
    char first =
        text.firstCharacter().orElseThrow(() -> new RefusedFileException("The file is empty."));
    if (first == '{' || first == '[') {
      new OrdersJson(shop, tally, update::take).read(text);
    } else {
      new OrdersCsv(text, shop, tally).read(update::take);
    }
  }

  /// A shop may sell in several currencies, but always in its own too: without that it is
  /// another's.
  private static void refuseForeign(Set<Currency> currencies, Currency own) {
    if (!currencies.isEmpty() && !currencies.contains(own)) {
      String others =
          currencies.stream()
              .map(Currency::getCurrencyCode)
              .sorted()
              .collect(Collectors.joining(" and "));
      throw new RefusedFileException(
          ("All orders of the file are in %s, but this workspace counts in %s: make one for that shop"
                  + " with 'workspace create NAME --currency %s' and import into it.")
              .formatted(others, own.getCurrencyCode(), others.split(" ", 2)[0]));
    }
  }

  private void match(WorkspaceId workspace) {
    OrderMatchQueries lines = new OrderMatchQueries(db, workspace);
    if (lines.hasUnknown()) {
      lines.matchUnknown();
    }
  }
}
