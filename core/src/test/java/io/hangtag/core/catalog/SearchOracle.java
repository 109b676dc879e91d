package io.hangtag.core.catalog;

import io.hangtag.core.catalog.SearchResult.Tier;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The tiers of the search written down once more, naively: each product is looked at in Java.
///
/// Knows no spelling: for catalogues whose words were not counted.
final class SearchOracle {
  private static final int ENOUGH = 10;

  private final Map<ProductId, Shelved> shelf;
  private final Map<ProductId, Place> places = new HashMap<>();
  private int step;

  private SearchOracle(Map<ProductId, Shelved> shelf) {
    this.shelf = shelf;
  }

  /// What is known of a product.
  record Shelved(ProductId id, String title, String handle, List<String> skus, String other) {
    List<String> foldedSkus() {
      return skus.stream().map(SearchOracle::foldSku).toList();
    }

    List<String> allWords() {
      return List.of(fold(title + " " + other).split(" "));
    }
  }

  /// Why and how late a product is found: within a tier, what an earlier step finds comes first.
  record Place(Tier tier, int step) {}

  /// Of the products that are found.
  static Map<ProductId, Place> places(Map<ProductId, Shelved> shelf, String query) {
    SearchOracle oracle = new SearchOracle(shelf);
    boolean skuOnly = query.startsWith("sku:");
    String sku = foldSku(skuOnly ? query.substring(4) : query);
    String words = skuOnly ? "" : fold(query);
    if (words.length() == 1) {
      oracle.next(Tier.RECENT, _ -> true);
      return oracle.places;
    }
    oracle.firstTiers(sku, words);
    if (oracle.places.values().stream()
        .noneMatch(at -> at.tier().compareTo(Tier.EXACT_TITLE) <= 0)) {
      oracle.laterTiers(sku, skuOnly ? List.of() : List.of(query.strip().split("\\s+")));
    }
    return oracle.places;
  }

  private void firstTiers(String sku, String words) {
    boolean meantAsWords =
        sku.chars().noneMatch(Character::isDigit)
            && shelf.values().stream()
                .anyMatch(
                    product ->
                        is(Tier.TITLE_WORDS, product, sku, words)
                            && !is(Tier.EXACT_SKU, product, sku, words)
                            && !is(Tier.EXACT_TITLE, product, sku, words));
    for (Shelved product : shelf.values()) {
      firstTier(product, sku, words)
          .map(tier -> meantAsWords && tier == Tier.SKU_PREFIX ? afterWords(product, words) : tier)
          .ifPresent(tier -> places.put(product.id(), new Place(tier, step)));
    }
  }

  private static Optional<Tier> firstTier(Shelved product, String sku, String words) {
    return Arrays.stream(Tier.values()).filter(tier -> is(tier, product, sku, words)).findFirst();
  }

  private static Tier afterWords(Shelved product, String words) {
    return firstTier(product, "", words).orElse(Tier.SKU_PART);
  }

  // What only a hyphen or the like separates is one word.
  private void laterTiers(String sku, List<String> separate) {
    next(Tier.SKU_PART, product -> sku.length() >= 4 && hasSku(product, own -> own.contains(sku)));
    List<String> asked = separate.stream().map(SearchOracle::fold).toList();
    if (asked.size() > 2) {
      next(Tier.SOME_WORDS, product -> hasAllButOne(product.allWords(), asked));
    }
    if (asked.size() > 1) {
      next(Tier.SOME_WORDS, product -> hasAny(product.allWords(), asked));
    }
    if (!sku.isEmpty() && (separate.isEmpty() || sku.chars().anyMatch(Character::isDigit))) {
      next(Tier.CLOSE_SKU, product -> hasSku(product, own -> isClose(sku, own)));
    }
  }

  private void next(Tier tier, Predicate<Shelved> found) {
    step++;
    if (places.size() < ENOUGH) {
      shelf.values().stream()
          .filter(product -> !places.containsKey(product.id()))
          .filter(found)
          .forEach(product -> places.put(product.id(), new Place(tier, step)));
    }
  }

  private static boolean hasSku(Shelved product, Predicate<String> wanted) {
    return product.foldedSkus().stream().anyMatch(wanted);
  }

  // Some text has any single letter: alone, one is no word.
  private static boolean hasAny(List<String> own, List<String> asked) {
    return asked.stream().anyMatch(word -> word.length() > 1 && hasAll(own, List.of(word)));
  }

  private static boolean hasAllButOne(List<String> own, List<String> asked) {
    return IntStream.range(0, asked.size())
        .mapToObj(
            leftOut ->
                IntStream.range(0, asked.size())
                    .filter(place -> place != leftOut)
                    .mapToObj(asked::get)
                    .filter(word -> word.length() > 1)
                    .toList())
        .anyMatch(most -> !most.isEmpty() && hasAll(own, most));
  }

  private static boolean isClose(String asked, String own) {
    int slips = asked.length() < 5 ? 0 : 1;
    return NaiveDistance.between(shape(asked), shape(own)) <= slips
        || (asked.length() >= 9 && NaiveDistance.between(asked, own) <= 2);
  }

  private static String shape(String sku) {
    return sku.replace('o', '0').replace('i', '1').replace('l', '1');
  }

  private static boolean is(Tier tier, Shelved product, String sku, String words) {
    List<String> asked = List.of(words.split(" "));
    List<String> title = List.of(fold(product.title()).split(" "));
    List<String> all = List.of(fold(product.title() + " " + product.other()).split(" "));
    boolean enough = words.length() > 1;
    return switch (tier) {
      case EXACT_SKU -> product.skus().stream().anyMatch(own -> foldSku(own).equals(sku));
      case EXACT_TITLE ->
          !words.isEmpty()
              && (fold(product.title()).equals(words) || fold(product.handle()).equals(words));
      case SKU_PREFIX ->
          sku.length() >= 3
              && product.skus().stream().anyMatch(own -> foldSku(own).startsWith(sku));
      case TITLE_WORDS -> enough && hasAll(title, asked);
      case TITLE_PREFIX ->
          enough
              && hasAll(title, asked.subList(0, asked.size() - 1))
              && title.stream().anyMatch(own -> own.startsWith(asked.getLast()));
      case ALL_WORDS -> enough && hasAll(all, asked);
      case SKU_PART, CORRECTED, SOME_WORDS, CLOSE_SKU, RECENT -> false;
    };
  }

  private static boolean hasAll(Collection<String> words, List<String> asked) {
    List<String> stems = words.stream().map(SearchOracle::stem).toList();
    return asked.stream().map(SearchOracle::stem).allMatch(stems::contains);
  }

  // As far as the words above go.
  private static String stem(String word) {
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private static String foldSku(String text) {
    return fold(text).replace(" ", "").replace('а', 'a').replace('в', 'b').replace('р', 'p');
  }
}
