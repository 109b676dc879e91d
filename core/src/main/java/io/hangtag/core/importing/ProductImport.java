package io.hangtag.core.importing;

import io.hangtag.core.team.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Currency;
import org.jooq.DSLContext;

/// Brings a shop's products into a team's catalogue.
///
/// A file goes in as a whole or, if the process dies, not at all. What it does not contain stays.
/// Safe for use by many threads: imports of one team wait for each other.
public final class ProductImport {
  private final DSLContext db;
  private final InstantSource clock;

  public ProductImport(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Reads Shopify's product export: the CSV that its admin writes, the JSON of its Admin API
  /// (`products.json`) or the lines of a bulk operation, each also packed by gzip. Closing the file
  /// stays the caller's task.
  ///
  /// @throws RefusedFileException if the file is no such export
  /// @throws UncheckedIOException if it cannot be read
  public ImportReport importShopify(WorkspaceId workspace, InputStream file, Progress progress) {
    return db.transactionResult(() -> readShopify(workspace, file, progress));
  }

  private ImportReport readShopify(WorkspaceId workspace, InputStream file, Progress progress) {
    CatalogueQueries queries = new CatalogueQueries(db, workspace);
    Currency currency =
        queries
            .lockWorkspace()
            .orElseThrow(() -> new IllegalArgumentException("no workspace " + workspace));
    VariantQueries variants = new VariantQueries(db, workspace);
    CatalogueUpdate catalogue = new CatalogueUpdate(queries, variants, currency, clock.instant());
    ProductIntake intake = new ProductIntake(catalogue, progress);
    try {
      read(ExportText.open(file), currency, intake);
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
    ImportReport report = intake.finish();
    if (catalogue.hasChanges()) {
      queries.raiseCatalogVersion();
    }
    return report;
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
}
