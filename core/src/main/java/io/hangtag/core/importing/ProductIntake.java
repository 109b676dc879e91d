package io.hangtag.core.importing;

import io.hangtag.core.importing.ImportReport.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Takes what a reader finds in a file: good products go to the catalogue in batches, bad rows into
/// the report.
final class ProductIntake {
  private static final int BATCH_PRODUCTS = 500;
  private static final int BATCH_VARIANTS = 1_000;
  private static final int PROGRESS_EVERY = 1_000;

  private final CatalogueUpdate catalogue;
  private final Progress progress;
  private final List<ExportedProduct> batch = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private int batchVariants;
  private int variants;
  private int read;

  ProductIntake(CatalogueUpdate catalogue, Progress progress) {
    this.catalogue = catalogue;
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
    progress.read(read);
    rejected.sort(Comparator.comparingLong(Rejected::line));
    return new ImportReport(
        read, catalogue.created(), catalogue.updated(), catalogue.unchanged(), variants, rejected);
  }
}
