package io.hangtag.core.importing;

/// A row of an orders export, its values by their column.
///
/// @param decimalCommas whether amounts are written as 1,50
record OrderRow(OrderHeader header, CsvRow.Values values, boolean decimalCommas) {

  long line() {
    return values.line();
  }

  /// The value; blank if the file does not have the column or the row ends before it.
  String value(OrderColumn column) {
    return header.value(column, values.values());
  }

  boolean has(OrderColumn column) {
    return !value(column).isEmpty();
  }

  long amount(OrderColumn column, OrderAmounts amounts) {
    String written = value(column);
    return amounts.amount(column.title(), decimalCommas ? written.replace(',', '.') : written);
  }

  /// Whether it says something of the order as a whole; true if the file never does.
  boolean isOfTheOrder() {
    return OrderColumn.OF_THE_ORDER.stream().anyMatch(this::has)
        || OrderColumn.OF_THE_ORDER.stream().noneMatch(header::has);
  }

  /// Whether it has a line of the order.
  boolean hasLine() {
    return has(OrderColumn.LINE_NAME)
        || has(OrderColumn.LINE_QUANTITY)
        || has(OrderColumn.LINE_PRICE);
  }
}
