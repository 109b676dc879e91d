package io.hangtag.bot.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Products, and what people thought of them as answers to queries.
///
/// The form is that of the Chorus ratings over Icecat's open catalogue: `products.tsv.gz` and
/// `queries.csv` in one folder.
///
/// @param ratings query to document to rating, 0 (wrong) to 3 (just right)
record RatedCatalogue(List<Document> documents, Map<String, Map<String, Integer>> ratings) {
  private static final int LONGEST_ATTRIBUTE = 40;
  private static final Pattern FIRST_OF_LIST = Pattern.compile("\\|.*");
  private static final ObjectMapper JSON = new ObjectMapper();

  static RatedCatalogue read(Path folder) throws IOException {
    return new RatedCatalogue(
        documents(folder.resolve("products.tsv.gz")), ratings(folder.resolve("queries.csv")));
  }

  private static List<Document> documents(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Reader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().fieldSeparator('\t').ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        documents.add(document(row));
      }
    }
    return documents;
  }

  private static Document document(NamedCsvRecord row) throws JsonProcessingException {
    JsonNode attributes = JSON.readTree(row.getField("attrs_json"));
    List<String> values = new ArrayList<>();
    for (JsonNode value : attributes) {
      // Longer ones are lists of everything that the product goes with.
      if (value.asText().length() <= LONGEST_ATTRIBUTE) {
        values.add(value.asText());
      }
    }
    return new Document(
        row.getField("id"),
        row.getField("mpn"),
        row.getField("title"),
        row.getField("supplier"),
        FIRST_OF_LIST.matcher(row.getField("ean")).replaceFirst(""),
        attributes.path("attr_t_product_type").asText(""),
        values);
  }

  private static Map<String, Map<String, Integer>> ratings(Path file) throws IOException {
    Map<String, Map<String, Integer>> ratings = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        int _ =
            ratings
                .computeIfAbsent(row.getField("query"), _ -> new LinkedHashMap<>())
                .merge(
                    row.getField("docid"),
                    Integer.parseInt(row.getField("final_rating")),
                    Integer::max);
      }
    }
    return ratings;
  }

  /// The queries that have a right answer, in alphabetical order.
  List<String> answerableQueries() {
    return ratings.entrySet().stream()
        .filter(query -> query.getValue().values().stream().anyMatch(rating -> rating > 0))
        .map(Map.Entry::getKey)
        .toList();
  }
}
