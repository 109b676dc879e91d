package io.hangtag.core.importing;

import io.hangtag.core.catalog.CatalogueWords;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.team.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import org.jooq.DSLContext;

/// Brings a shop's products into a team's catalogue.
///
/// A file goes in as a whole or, if the process dies, not at all. What it does not contain stays.
/// Safe for use by many threads: imports of one team wait for each other.
public final class ProductImport {
  private final DSLContext db;
  private final Linking linking;
  private final CatalogueWords words;
  private final InstantSource clock;

  public ProductImport(DSLContext db, Linking linking, CatalogueWords words, InstantSource clock) {
    this.db = db;
    this.linking = linking;
    this.words = words;
    this.clock = clock;
  }

  /// Reads Shopify's product export: the CSV that its admin writes, the JSON of its Admin API
  /// (`products.json`) or the lines of a bulk operation, each also packed by gzip. Closing the file
  /// stays the caller's task.
  ///
  /// @throws RefusedFileException if the file is no such export
  /// @throws UncheckedIOException if it cannot be read
  public ImportReport importShopify(WorkspaceId workspace, InputStream file, Progress progress) {
    return importing(
        workspace,
        new ImportTally(progress),
        (catalogue, tally) -> {
          ProductIntake intake = new ProductIntake(new CatalogueUpdate(catalogue, tally), tally);
          read(ExportText.open(file), catalogue.currency(), intake);
          return intake.finish();
        });
  }

  /// Reads the products of a Printify shop as its API gives them: pages of a list, one after the
  /// other, or single products; also packed by gzip. What was published to Shopify becomes one
  /// product with its twin there, in whichever order they come, and Shopify's words go first.
  ///
  /// @throws RefusedFileException if the file is no such export
  /// @throws UncheckedIOException if it cannot be read
  public ImportReport importPrintify(WorkspaceId workspace, InputStream file, Progress progress) {
    return importing(
        workspace,
        new ImportTally(progress),
        (catalogue, tally) -> {
          PrintifyUpdate update =
              new PrintifyUpdate(catalogue, new PrintifyQueries(db, workspace), tally);
          new PrintifyJson(ExportText.open(file), catalogue.currency(), tally).read(update);
          return tally.report(update.variants());
        });
  }

  private ImportReport importing(WorkspaceId workspace, ImportTally tally, Reading reading) {
    return db.transactionResult(
        () -> {
          Catalogue catalogue = catalogue(workspace);
          ImportReport report = read(reading, catalogue, tally);
          if (tally.hasChanges()) {
            catalogue.queries().raiseCatalogVersion();
            words.recount(workspace);
            matchOrders(workspace);
          }
          // Last of all, for nobody else can link while this waits for its end.
          if (!catalogue.merging().merged().isEmpty()) {
            linking.merge(workspace, catalogue.merging().merged());
          }
          return report;
        });
  }

  /// Lines of orders may have waited for these products.
  private void matchOrders(WorkspaceId workspace) {
    OrderMatchQueries lines = new OrderMatchQueries(db, workspace);
    if (lines.hasUnknown()) {
      lines.matchUnknown();
    }
  }

  private Catalogue catalogue(WorkspaceId workspace) {
    CatalogueQueries queries = new CatalogueQueries(db, workspace);
    Currency currency =
        queries
            .lockWorkspace()
            .orElseThrow(() -> new IllegalArgumentException("no workspace " + workspace));
    Instant now = clock.instant();
    return new Catalogue(
        queries,
        new VariantQueries(db, workspace),
        new ProductMerging(new ProductMergeQueries(db, workspace), now),
        new PrintifyFilling(new PrintifyFillQueries(db, workspace)),
        currency,
        now);
  }

  private static ImportReport read(Reading reading, Catalogue catalogue, ImportTally tally) {
    try {
      return reading.read(catalogue, tally);
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private static void read(ExportText text, Currency currency, ProductIntake intake)
      throws IOException {
    char first =
        text.firstCharacter().orElseThrow(() -> new RefusedFileException("The file is empty."));
    if (first == '{' || first == '[') {
      if (ShopifyBulk.isOne(text.firstLine())) {
        new ShopifyBulk(text, currency, intake).read();
      } else {
        new ShopifyJson(text, currency, intake).read();
      }
    } else {
      new ShopifyCsv(text, currency, intake).read();
    }
  }

  private interface Reading {
    ImportReport read(Catalogue catalogue, ImportTally tally) throws IOException;
  }
}
