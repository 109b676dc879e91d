package io.hangtag.core.importing;

import java.io.IOException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads Shopify's product export in CSV: the rows of a product stand together, the first has its
/// title and what else belongs to the product, each one a variant or a picture.
///
/// Holds one product at a time, and the handles it has seen.
final class ShopifyCsv {
  private final CsvRows rows;
  private final ShopifyHeader header;
  private final Currency currency;
  private final ProductIntake intake;
  private final Map<String, Long> firstLines = new HashMap<>();
  private @Nullable ShopifyCsvProduct current;

  /// Reads the header.
  ///
  /// @throws RefusedFileException if the file is no product export
  ShopifyCsv(ExportText text, Currency currency, ProductIntake intake) throws IOException {
    this.rows = new CsvRows(text);
    this.header = new ShopifyHeader(rows.header());
    this.currency = currency;
    this.intake = intake;
  }

  void read() throws IOException {
    for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      intake.read();
      switch (row.get()) {
        case CsvRow.Broken(long line, String reason) -> intake.reject(line, reason);
        case CsvRow.Values values -> take(new ShopifyRow(header, values));
      }
    }
    finish();
  }

  private void take(ShopifyRow row) {
    try {
      String handle = handle(row);
      if (current == null || !current.handle().equals(handle)) {
        finish();
        current = new ShopifyCsvProduct(handle, currency, rows.hasDecimalCommas());
      }
      refuseScattered(handle);
      current.add(row);
    } catch (BadRowException e) {
      intake.reject(row.line(), e.reason());
    }
  }

  private String handle(ShopifyRow row) {
    String name = header.name(ShopifyColumn.HANDLE);
    String handle = ExportValues.text(name, row.value(ShopifyColumn.HANDLE), ExportValues.MAX_NAME);
    if (handle.isEmpty()) {
      throw new BadRowException(name + " is missing.");
    }
    return handle;
  }

  private void refuseScattered(String handle) {
    Long first = firstLines.get(handle);
    if (first != null) {
      throw new BadRowException(
          "%s %s has rows from line %d on already; the rows of a product must stand together."
              .formatted(header.name(ShopifyColumn.HANDLE), ExportValues.shown(handle), first));
    }
  }

  private void finish() {
    if (current != null && current.hasTitle()) {
      firstLines.put(current.handle(), current.line());
      current.finish().ifPresent(intake::take);
    }
    current = null;
  }
}
