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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Real orders of 2 to 30 products: the earlier to learn from, of each later one some known
/// products and one that is to be found.
record Baskets(List<List<String>> train, List<HoldOut> test) {
  private static final double TRAIN = 0.8;
  private static final int MAX_KNOWN = 3;

  /// @param known handles
  /// @param right the one to be found
  /// @param rest all others of the order too, the right one among them
  record HoldOut(List<String> known, String right, Set<String> rest) {}

  /// @param handles of the products by SKU
  static Baskets read(Path orders, Map<String, String> handles, int tests, long seed)
      throws IOException {
    Map<String, Set<String>> products = new LinkedHashMap<>();
    Map<String, String> times = new LinkedHashMap<>();
    try (Reader file =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(orders)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String name = row.getField("Name");
        if (!row.getField("Created at").isBlank()) {
          times.putIfAbsent(name, row.getField("Created at"));
        }
        String handle = handles.get(row.getField("Lineitem sku"));
        if (handle != null) {
          products.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(handle);
        }
      }
    }
    Map<String, List<String>> byTime = new TreeMap<>();
    products.forEach(
        (name, basket) -> {
          if (basket.size() >= 2 && basket.size() <= 30) {
            byTime.put(times.getOrDefault(name, "") + name, List.copyOf(basket));
          }
        });
    List<List<String>> all = List.copyOf(byTime.values());
    int split = (int) (all.size() * TRAIN);
    return new Baskets(
        all.subList(0, split), holdOuts(all.subList(split, all.size()), tests, new Random(seed)));
  }

  private static List<HoldOut> holdOuts(List<List<String>> later, int tests, Random random) {
    List<List<String>> shuffled = new ArrayList<>(later);
    Collections.shuffle(shuffled, random);
    return shuffled.stream().limit(tests).map(basket -> holdOut(basket, random)).toList();
  }

  private static HoldOut holdOut(List<String> basket, Random random) {
    List<String> shuffled = new ArrayList<>(basket);
    Collections.shuffle(shuffled, random);
    int known = Math.min(MAX_KNOWN, shuffled.size() - 1);
    return new HoldOut(
        List.copyOf(shuffled.subList(0, known)),
        shuffled.get(known),
        Set.copyOf(shuffled.subList(known, shuffled.size())));
  }
}
