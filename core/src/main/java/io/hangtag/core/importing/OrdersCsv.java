package io.hangtag.core.importing;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads Shopify's orders export in CSV: the rows of an order stand together, the first has what
/// belongs to the order, each one a line.
///
/// Holds one order at a time. An order with a bad row is left out as a whole.
final class OrdersCsv {
  private final CsvRows rows;
  private final OrderHeader header;
  private final Shop shop;
  private final ImportTally tally;
  private @Nullable Pending current;

  /// Reads the header.
  ///
  /// @throws RefusedFileException if the file is no orders export
  OrdersCsv(ExportText text, Shop shop, ImportTally tally) throws IOException {
    this.rows = new CsvRows(text);
    this.header = new OrderHeader(rows.header());
    this.shop = shop;
    this.tally = tally;
  }

  /// Gives every good order to `orders`.
  void read(Consumer<ExportedOrder> orders) throws IOException {
    for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      tally.read();
      switch (row.get()) {
        case CsvRow.Broken(long line, String reason) -> {
          tally.reject(line, reason);
          if (current != null) {
            current.brokenLine = line;
          }
        }
        case CsvRow.Values values ->
            take(new OrderRow(header, values, rows.hasDecimalCommas()), orders);
      }
    }
    finish(orders);
  }

  private void take(OrderRow row, Consumer<ExportedOrder> orders) {
    String name = row.value(OrderColumn.NAME);
    if (current == null || !current.name.equals(name)) {
      finish(orders);
      current = new Pending(name, row, shop);
    }
    current.add(row);
  }

  private void finish(Consumer<ExportedOrder> orders) {
    if (current != null) {
      try {
        orders.accept(current.finish());
      } catch (BadRowException e) {
        tally.reject(current.badLine, e.reason());
      }
    }
    current = null;
  }

  /// The order whose rows are being read.
  private static final class Pending {
    private final String name;
    private final long line;
    private final @Nullable CsvOrder order;
    private @Nullable String problem;
    private long badLine;
    private long brokenLine;

    Pending(String name, OrderRow first, Shop shop) {
      this.name = name;
      this.line = first.line();
      this.badLine = line;
      CsvOrder begun = null;
      try {
        refuseWithoutOrder(name, first);
        begun = new CsvOrder(first, shop);
      } catch (BadRowException e) {
        problem = e.reason();
      }
      this.order = begun;
    }

    private static void refuseWithoutOrder(String name, OrderRow first) {
      if (name.isEmpty()) {
        throw new BadRowException("The line has no order: Name is missing.");
      }
      if (!first.isOfTheOrder()) {
        throw new BadRowException(
            "The line has no order: no row with the order's Currency and Total is before it.");
      }
    }

    void add(OrderRow row) {
      if (order == null || problem != null) {
        return;
      }
      try {
        order.add(row);
      } catch (BadRowException e) {
        problem = e.reason();
        badLine = row.line();
      }
    }

    /// @throws BadRowException if something was wrong with the order or a line of it
    ExportedOrder finish() {
      try {
        if (order == null || problem != null) {
          throw new BadRowException(String.valueOf(problem));
        }
        if (brokenLine > 0 && !order.isComplete()) {
          throw new BadRowException(
              "Line %d, which cannot be read, may belong to it.".formatted(brokenLine));
        }
        return new ExportedOrder(line, order.finish());
      } catch (BadRowException e) {
        throw name.isEmpty()
            ? e
            : new BadRowException("Order %s: %s".formatted(shown(name), e.reason()));
      }
    }

    private static String shown(String name) {
      return ExportValues.shown(name);
    }
  }
}
