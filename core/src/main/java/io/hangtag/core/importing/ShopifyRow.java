package io.hangtag.core.importing;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of a product export, its values by their column.
record ShopifyRow(ShopifyHeader header, CsvRow.Values values) {

  long line() {
    return values.line();
  }

  /// The value; blank if the file does not have the column or the row ends before it.
  String value(ShopifyColumn column) {
    List<String> all = values.values();
    return header
        .place(column)
        .filter(place -> place < all.size())
        .map(place -> all.get(place).strip())
        .orElse("");
  }

  /// The value; null if the file does not have the column and so does not say.
  @Nullable String said(ShopifyColumn column) {
    return header.has(column) ? value(column) : null;
  }

  boolean has(ShopifyColumn column) {
    return !value(column).isEmpty();
  }

  /// Whether the row is a variant; some only add a picture.
  boolean isVariant() {
    return Stream.concat(
            ShopifyColumn.OPTIONS.stream(), Stream.of(ShopifyColumn.SKU, ShopifyColumn.PRICE))
        .anyMatch(this::has);
  }

  /// Whether the row ends before its price. Blank values at the end need not be written (Excel
  /// leaves them out), but a row without a price was cut off.
  boolean isCutOff() {
    int written = values.values().size();
    return header.place(ShopifyColumn.PRICE).filter(place -> place >= written).isPresent();
  }

  String optionValues() {
    return ShopifyColumn.OPTIONS.stream()
        .map(this::value)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining(" / "));
  }
}
