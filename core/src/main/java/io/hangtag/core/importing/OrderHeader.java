package io.hangtag.core.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where each column stands in an orders export, and whether it is one at all.
final class OrderHeader {
  private final Map<OrderColumn, Integer> places = new EnumMap<>(OrderColumn.class);

  /// @throws RefusedFileException if the file is no orders export
  OrderHeader(List<String> names) {
    for (int place = 0; place < names.size(); place++) {
      for (OrderColumn column : OrderColumn.values()) {
        if (column.title().equalsIgnoreCase(names.get(place).strip())) {
          places.putIfAbsent(column, place);
        }
      }
    }
    refuseOtherFiles(names);
  }

  private void refuseOtherFiles(List<String> names) {
    if (names.stream().map(String::strip).anyMatch("Handle"::equalsIgnoreCase)) {
      throw new RefusedFileException(
          "The file is Shopify's product export: export the orders instead.");
    }
    String missing =
        OrderColumn.REQUIRED.stream()
            .filter(column -> !has(column))
            .map(column -> "'" + column.title() + "'")
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          "The file is not Shopify's orders export: it has no column " + missing + ".");
    }
  }

  boolean has(OrderColumn column) {
    return places.containsKey(column);
  }

  /// The value; blank if the file does not have the column or the row ends before it.
  String value(OrderColumn column, List<String> row) {
    Integer place = places.get(column);
    return place == null || place >= row.size() ? "" : row.get(place).strip();
  }
}
