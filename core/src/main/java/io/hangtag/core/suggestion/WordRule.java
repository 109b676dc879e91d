package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The product search finds the product by words of the file name, the caption or the title; one
/// whose title is said in good part counts for more.
final class WordRule implements Rule {
  private static final int MAX_WORDS = 5;
  private static final int MAX_PRODUCTS = 30;
  private static final int MAX_CANDIDATES = 8;
  private static final double LESS_PER_PLACE = 0.05;
  private static final double TITLE_WEIGHT = 1;

  private final ProfileQueries profiles;
  private final ProductSearch search;

  WordRule(ProfileQueries profiles, ProductSearch search) {
    this.profiles = profiles;
    this.search = search;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    String words = search.tellingWords(media.workspace(), media.words(), MAX_WORDS);
    if (words.isBlank()) {
      return List.of();
    }
    List<Hit> hits = search.searchExactly(media.workspace(), words, 0, MAX_PRODUCTS).hits();
    Set<String> said = TitleWords.of(media.words());
    List<Evidence> evidence = new ArrayList<>();
    for (Hit hit : hits) {
      double place = 1 / (1 + LESS_PER_PLACE * evidence.size());
      double title =
          (1 + TITLE_WEIGHT * TitleWords.share(hit.product().title(), said)) / (1 + TITLE_WEIGHT);
      if (worth(hit.tier()) > 0) {
        evidence.add(
            new Evidence(
                media.id(),
                hit.product().id(),
                Reason.WORD_MATCH,
                worth(hit.tier()) * title * place,
                "its words are like: " + words));
      }
    }
    return evidence;
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    String words = search.tellingWords(product.workspace(), product.title(), MAX_WORDS);
    if (words.isBlank()) {
      return List.of();
    }
    List<String> each = List.of(words.split(" "));
    return profiles
        .media(product.workspace(), profiles.mediaSaying(product.workspace(), each, MAX_CANDIDATES))
        .stream()
        .flatMap(media -> productsFor(media).stream())
        .filter(evidence -> evidence.product().equals(product.id()))
        .toList();
  }

  /// How much it says that a product was found so.
  private static double worth(Tier tier) {
    return switch (tier) {
      case EXACT_SKU, EXACT_TITLE, TITLE_WORDS -> 1;
      case TITLE_PREFIX, ALL_WORDS -> 0.8;
      case SOME_WORDS -> 0.5;
      case SKU_PREFIX -> 0.3;
      case SKU_PART, CORRECTED, CLOSE_SKU, RECENT -> 0;
    };
  }
}
