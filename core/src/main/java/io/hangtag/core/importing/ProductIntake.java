package io.hangtag.core.importing;

import java.util.ArrayList;
import java.util.List;

/// Takes what a reader finds in a file: good products go to the catalogue in batches, bad rows into
/// the report.
final class ProductIntake {
  private static final int BATCH_PRODUCTS = 500;
  private static final int BATCH_VARIANTS = 1_000;

  private final CatalogueUpdate catalogue;
  private final ImportTally tally;
  private final List<ExportedProduct> batch = new ArrayList<>();
  private int batchVariants;
  private int variants;

  ProductIntake(CatalogueUpdate catalogue, ImportTally tally) {
    this.catalogue = catalogue;
    this.tally = tally;
  }

  /// Counts a row or object of the file.
  void read() {
    tally.read();
  }

  void reject(long line, String reason) {
    tally.reject(line, reason);
  }

  void take(ExportedProduct product) {
    batch.add(product);
    variants += product.variants().size();
    batchVariants += product.variants().size();
    if (batch.size() >= BATCH_PRODUCTS || batchVariants >= BATCH_VARIANTS) {
      flush();
    }
  }

  private void flush() {
    catalogue.apply(batch);
    batch.clear();
    batchVariants = 0;
  }

  /// What came of it, with everything in the catalogue.
  ImportReport finish() {
    flush();
    return tally.report(variants);
  }
}
