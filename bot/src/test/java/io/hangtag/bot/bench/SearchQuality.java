package io.hangtag.bot.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Asks every method the same and compares with what people, and the catalogue, say is right.
final class SearchQuality {
  private static final int SKUS = 250;
  private static final int SHORTEST_SKU = 5;

  private final RatedCatalogue catalogue;
  private final Map<String, String> typos = new LinkedHashMap<>();
  private final List<String> skus;
  private final Map<String, Set<String>> documentsOfSku = new HashMap<>();
  private final long seed;

  /// What a method reached.
  ///
  /// @param clean relevance of each answerable query
  /// @param typo relevance of each of them that a slip was put into
  /// @param skus share of SKUs whose product came first, by how they were written
  record Result(String method, List<Double> clean, List<Double> typo, Map<SkuForm, Double> skus) {
    /// Over all ways to write a SKU that say exactly it.
    double exactSkus() {
      return skus.entrySet().stream()
          .filter(form -> form.getKey().isExact())
          .mapToDouble(Map.Entry::getValue)
          .average()
          .orElseThrow();
    }
  }

  /// @param seed of the slips
  SearchQuality(RatedCatalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.seed = seed;
    RandomGenerator random = new SplittableRandom(seed);
    for (String query : catalogue.answerableQueries()) {
      Optional<String> slipped = Typos.in(query, random);
      slipped.ifPresent(typo -> typos.put(typo, query));
    }
    for (Document document : catalogue.documents()) {
      documentsOfSku
          .computeIfAbsent(folded(document.sku()), _ -> new HashSet<>())
          .add(document.id());
    }
    List<String> drawn =
        catalogue.documents().stream()
            .map(Document::sku)
            .filter(sku -> sku.length() >= SHORTEST_SKU)
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(drawn, new Random(seed));
    this.skus = drawn.stream().limit(SKUS).toList();
  }

  List<Result> measure(List<SearchMethod> methods) {
    return methods.stream().map(this::measure).toList();
  }

  private Result measure(SearchMethod method) {
    List<Double> clean =
        catalogue.answerableQueries().stream()
            .map(query -> relevance(method, query, query))
            .toList();
    List<Double> typo =
        typos.entrySet().stream()
            .map(slip -> relevance(method, slip.getKey(), slip.getValue()))
            .toList();
    return new Result(method.name(), clean, typo, skusFound(method));
  }

  private double relevance(SearchMethod method, String asked, String meant) {
    return Relevance.ndcg(
        method.find(asked, Relevance.DEPTH), catalogue.ratings().getOrDefault(meant, Map.of()));
  }

  private Map<SkuForm, Double> skusFound(SearchMethod method) {
    Map<SkuForm, Double> shares = new EnumMap<>(SkuForm.class);
    for (SkuForm form : SkuForm.values()) {
      RandomGenerator random = new SplittableRandom(seed);
      long found = skus.stream().filter(sku -> isFirst(method, sku, form.of(sku, random))).count();
      shares.put(form, (double) found / skus.size());
    }
    return shares;
  }

  /// Several products may have one SKU: each of them is right.
  private boolean isFirst(SearchMethod method, String sku, String asked) {
    Set<String> right = documentsOfSku.getOrDefault(folded(sku), Set.of());
    return method.find(asked, 1).stream().anyMatch(right::contains);
  }

  private static String folded(String sku) {
    return sku.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
