package io.hangtag.bot.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// Real products, and texts of which it is known which of them is meant.
///
/// @param documents the products by handle
/// @param skus all SKUs of a product, by handle
/// @param descriptions the first paragraph of what the shop says of a product, by handle
record LabelledTexts(
    Map<String, Document> documents,
    Map<String, List<String>> skus,
    Map<String, String> descriptions) {

  /// A text and the handle of the product that is meant.
  record Labelled(String text, String handle) {}

  static LabelledTexts read(Path export) throws IOException {
    LabelledTexts texts =
        new LabelledTexts(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    try (Reader file =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(export)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(texts::add);
    }
    return texts;
  }

  private void add(NamedCsvRecord row) {
    String handle = row.getField("Handle");
    List<String> ofHandle = skus.computeIfAbsent(handle, _ -> new ArrayList<>());
    if (!row.getField("Variant SKU").isBlank()) {
      ofHandle.add(row.getField("Variant SKU"));
    }
    if (!row.getField("Title").isBlank()) {
      documents.put(
          handle,
          new Document(
              handle,
              row.getField("Variant SKU"),
              row.getField("Title"),
              row.getField("Vendor"),
              "",
              row.getField("Type"),
              Arrays.asList(row.getField("Tags").split(", "))));
      descriptions.put(handle, firstParagraph(row.getField("Body (HTML)")));
    }
  }

  private static String firstParagraph(String html) {
    String paragraph = html.split("</p>", 2)[0];
    return paragraph.replaceAll("<[^>]*>", " ").replaceAll("&[a-z]+;|&#\\d+;", " ").strip();
  }

  /// File names of photos, as their catalogue named them.
  ///
  /// @param truth file and SKU, where a product is told by what its SKUs begin with
  List<Labelled> photos(Path truth) throws IOException {
    List<Labelled> photos = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(truth)) {
      for (NamedCsvRecord row : rows) {
        String sku = row.getField("sku");
        skus.entrySet().stream()
            .filter(
                product ->
                    product.getValue().stream()
                        .anyMatch(it -> it.equals(sku) || it.startsWith(sku + "-")))
            .findFirst()
            .ifPresent(product -> photos.add(new Labelled(row.getField("file"), product.getKey())));
      }
    }
    return photos;
  }

  /// The shop's own descriptions as captions.
  List<Labelled> captions() {
    return descriptions.entrySet().stream()
        .filter(text -> !text.getValue().isBlank())
        .map(text -> new Labelled(text.getValue(), text.getKey()))
        .toList();
  }

  /// The same without the words of the product's own title: captions that do not name it.
  List<Labelled> unnamedCaptions() {
    return captions().stream()
        .map(
            caption -> {
              Set<String> title =
                  words(Objects.requireNonNull(documents.get(caption.handle())).title());
              return new Labelled(
                  Arrays.stream(caption.text().split("\\s+"))
                      .filter(word -> words(word).stream().noneMatch(title::contains))
                      .collect(Collectors.joining(" ")),
                  caption.handle());
            })
        .toList();
  }

  static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
