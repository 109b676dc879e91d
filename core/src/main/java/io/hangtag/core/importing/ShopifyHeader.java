package io.hangtag.core.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where each column stands in a product export, and whether it is one at all.
final class ShopifyHeader {
  private final List<String> names;
  private final Map<ShopifyColumn, Integer> places = new EnumMap<>(ShopifyColumn.class);

  /// @throws RefusedFileException if the file is no product export
  ShopifyHeader(List<String> names) {
    this.names = names.stream().map(String::strip).toList();
    for (ShopifyColumn column : ShopifyColumn.values()) {
      for (int place = 0; place < this.names.size(); place++) {
        if (column.isNamed(this.names.get(place))) {
          places.putIfAbsent(column, place);
        }
      }
    }
    refuseOtherFiles();
  }

  private void refuseOtherFiles() {
    if (has("Lineitem name") || (has("Name") && has("Financial Status"))) {
      throw new RefusedFileException(
          "The file is Shopify's orders export: export the products instead.");
    }
    if (has("Location") && !has(ShopifyColumn.PRICE)) {
      throw new RefusedFileException(
          "The file is Shopify's inventory export: export the products instead.");
    }
    String missing =
        Stream.of(ShopifyColumn.HANDLE, ShopifyColumn.TITLE)
            .filter(column -> !has(column))
            .map(column -> "'" + column.usualName() + "'")
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          "The file is not Shopify's product export: it has no column " + missing + ".");
    }
  }

  private boolean has(String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  boolean has(ShopifyColumn column) {
    return places.containsKey(column);
  }

  /// As this file writes it.
  String name(ShopifyColumn column) {
    return place(column).map(names::get).orElseGet(column::usualName);
  }

  /// From 0; empty if the file does not have the column.
  Optional<Integer> place(ShopifyColumn column) {
    return Optional.ofNullable(places.get(column));
  }
}
