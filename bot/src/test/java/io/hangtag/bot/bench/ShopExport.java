package io.hangtag.bot.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Documents as Shopify exports them, so that they come in as a team's products do.
final class ShopExport {
  private static final String HEADER =
      "Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode,Status\n";

  private ShopExport() {}

  /// As many products: the documents themselves, then copies of them with other digits, one word
  /// more and another number. The same each time, made while they are read.
  static Stream<Document> documents(List<Document> documents, int rows) {
    List<String> words =
        documents.stream()
            .flatMap(document -> Stream.of(document.title().split("[^\\p{L}]+")))
            .filter(word -> word.length() >= 4)
            .toList();
    return IntStream.range(0, rows)
        .mapToObj(
            row -> {
              Document document = documents.get(row % documents.size());
              return row < documents.size() ? document : copied(document, row, words);
            });
  }

  /// A CSV export of these products, made while it is read.
  @SuppressWarnings("JdkObsolete") // SequenceInputStream takes an Enumeration.
  static InputStream of(Stream<Document> documents) {
    Iterator<InputStream> lines =
        Stream.concat(Stream.of(HEADER), documents.map(ShopExport::line))
            .<InputStream>map(
                line -> new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
            .iterator();
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return lines.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return lines.next();
          }
        });
  }

  /// What the ratings call the document that came in with this handle.
  static String documentOf(String handle) {
    return handle.substring(handle.lastIndexOf('-') + 1);
  }

  private static Document copied(Document document, int row, List<String> words) {
    RandomGenerator random = new SplittableRandom(row);
    return new Document(
        document.id() + "_" + row,
        otherDigits(document.sku(), random),
        otherDigits(document.title(), random) + " " + words.get(random.nextInt(words.size())),
        document.vendor(),
        otherDigits(document.barcode(), random),
        document.productType(),
        document.attributes());
  }

  private static String otherDigits(String text, RandomGenerator random) {
    StringBuilder other = new StringBuilder(text);
    for (int at = 0; at < other.length(); at++) {
      if (Character.isDigit(other.charAt(at))) {
        other.setCharAt(at, (char) ('0' + random.nextInt(10)));
      }
    }
    return other.toString();
  }

  private static String line(Document document) {
    String slug = document.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    List<String> cells =
        List.of(
            slug.substring(0, Math.min(60, slug.length())) + "-" + document.id(),
            document.title(),
            document.vendor(),
            document.productType(),
            String.join(", ", document.attributes()).replaceAll(",(?! )", " "),
            "Title",
            "Default Title",
            document.sku(),
            "9.95",
            document.barcode(),
            "active");
    return String.join(",", cells.stream().map(ShopExport::quoted).toList()) + "\n";
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
