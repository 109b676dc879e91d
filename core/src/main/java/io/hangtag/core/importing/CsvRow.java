package io.hangtag.core.importing;

import java.util.List;

/// A row of a CSV file below its header.
sealed interface CsvRow {
  /// From 1: the line where the row begins, however many it has.
  long line();

  /// A row that can be read.
  ///
  /// @param values as many as the header has, or fewer where blank ones at the end were not written
  record Values(long line, List<String> values) implements CsvRow {
    public Values {
      values = List.copyOf(values);
    }
  }

  /// A row that makes no sense as CSV.
  record Broken(long line, String reason) implements CsvRow {}
}
