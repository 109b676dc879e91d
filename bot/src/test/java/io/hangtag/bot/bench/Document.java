package io.hangtag.bot.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A product of the rated catalogue.
///
/// @param id what the ratings call it
/// @param attributes values of its properties, for example colours
record Document(
    String id,
    String sku,
    String title,
    String vendor,
    String barcode,
    String productType,
    List<String> attributes) {

  /// All words that Hangtag may find it by, the title first.
  String text() {
    return Stream.concat(
            Stream.of(title, vendor, productType),
            attributes.stream().filter(value -> !value.equals(productType)))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
