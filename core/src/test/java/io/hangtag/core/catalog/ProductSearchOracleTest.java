package io.hangtag.core.catalog;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.catalog.SearchOracle.Place;
import io.hangtag.core.catalog.SearchOracle.Shelved;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.db.TestDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random catalogues and queries: the search against the tiers written down once more, naively.
class ProductSearchOracleTest {
  private static final List<String> WORDS =
      List.of(
          "red", "Blue", "mug", "Mugs", "hat", "hats", "hatter", "cap", "capri", "Café", "big",
          "bigfoot", "10", "105", "x", "шарф");
  private static final List<String> SKUS =
      List.of(
          "AB-1", "ab1", "AB-12", "AB/123", "АВ-1", "ABC", "A.B.C.D", "hat", "RED-1", "10", "X");

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Catalogue catalogue = Catalogue.in(db);
  private final ProductSearch search = new ProductSearch(db.dsl());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void finds_and_orders_what_a_naive_reading_of_the_tiers_does(long seed) {
    Random random = new Random(seed);
    Map<ProductId, Shelved> shelf =
        IntStream.range(0, 40)
            .mapToObj(number -> shelved(random, number))
            .collect(Collectors.toMap(Shelved::id, Function.identity()));

    for (int i = 0; i < 60; i++) {
      String query = query(random);
      List<Hit> hits = search.search(catalogue.workspace(), query, 0, 1_000).hits();
      Map<ProductId, Place> expected = SearchOracle.places(shelf, query);

      assertThat(found(hits))
          .as("seed %d, query '%s': tiers", seed, query)
          .isEqualTo(tiers(expected));
      assertThat(hits)
          .as("seed %d, query '%s': order", seed, query)
          .isSortedAccordingTo(bestFirst(expected));
    }
  }

  private Shelved shelved(Random random, int number) {
    String title = words(random, 1 + random.nextInt(3));
    String handle = SearchOracle.fold(title).replace(' ', '-') + "-" + number;
    List<String> skus = random.ints(random.nextInt(3), 0, SKUS.size()).mapToObj(SKUS::get).toList();
    String type = words(random, random.nextInt(2));
    String tag = words(random, random.nextInt(2));
    boolean active = random.nextInt(4) > 0;
    Catalogue.Draft draft = catalogue.product(title).handle(handle).type(type).tags(tag);
    skus.forEach(draft::sku);
    ProductId id = (active ? draft : draft.archived()).saved();
    return new Shelved(id, title, handle, skus, type + " " + tag);
  }

  private static String query(Random random) {
    String words = words(random, 1 + random.nextInt(3));
    return switch (random.nextInt(6)) {
      case 0 -> SKUS.get(random.nextInt(SKUS.size()));
      case 1 -> "sku:" + SKUS.get(random.nextInt(SKUS.size())).substring(0, 1) + "b";
      case 2 -> words.substring(0, 1 + random.nextInt(words.length()));
      case 3 -> words.toUpperCase(Locale.ROOT);
      case 4 -> SearchOracle.fold(words) + " " + random.nextInt(40);
      default -> words;
    };
  }

  private static String words(Random random, int count) {
    return random
        .ints(count, 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }

  private static Map<ProductId, Tier> found(List<Hit> hits) {
    return hits.stream().collect(Collectors.toMap(hit -> hit.product().id(), Hit::tier));
  }

  private static Map<ProductId, Tier> tiers(Map<ProductId, Place> places) {
    return places.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, place -> place.getValue().tier()));
  }

  private static Comparator<Hit> bestFirst(Map<ProductId, Place> places) {
    return comparing(Hit::tier)
        .thenComparingInt(hit -> Objects.requireNonNull(places.get(hit.product().id())).step())
        .thenComparing(hit -> hit.product().status() != ProductStatus.ACTIVE)
        .thenComparing(Hit::score, Comparator.reverseOrder())
        .thenComparingInt(hit -> hit.tier() == Tier.RECENT ? 0 : hit.product().title().length())
        .thenComparingLong(
            hit -> hit.product().id().value() * (hit.tier() == Tier.RECENT ? -1 : 1));
  }
}
