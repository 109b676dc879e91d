package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.suggestion.TogetherQueries.Known;
import io.hangtag.core.suggestion.TogetherQueries.OtherMedia;
import io.hangtag.core.team.WorkspaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The product is often in the same media as what is linked already, or is called like it.
final class TogetherRule implements Rule {
  private static final int MAX_KNOWN = 3;
  private static final int MAX_WORDS = 6;
  private static final int MAX_ALIKE = 10;

  private final TogetherQueries together;
  private final ProductSearch search;

  TogetherRule(TogetherQueries together, ProductSearch search) {
    this.together = together;
    this.search = search;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    List<Known> known = together.knownOf(media.workspace(), media.id(), MAX_KNOWN);
    if (known.isEmpty()) {
      return List.of();
    }
    List<Together> pairs = new ArrayList<>(together.withThoseOf(media.workspace(), media.id()));
    for (Known one : known) {
      calledLike(media.workspace(), one).stream()
          .filter(pair -> pairs.stream().noneMatch(it -> it.isSame(pair)))
          .filter(pair -> known.stream().noneMatch(it -> it.id() == pair.product()))
          .toList()
          .forEach(pairs::add);
    }
    Map<Long, List<Together>> byProduct =
        pairs.stream()
            .collect(
                Collectors.groupingBy(Together::product, LinkedHashMap::new, Collectors.toList()));
    return byProduct.entrySet().stream()
        .map(
            entry ->
                evidence(
                    new Pair(media.id().value(), entry.getKey()), entry.getValue(), known.size()))
        .toList();
  }

  private List<Together> calledLike(WorkspaceId workspace, Known known) {
    String words = search.tellingWords(workspace, known.title(), MAX_WORDS);
    return words.isBlank()
        ? List.of()
        : search.searchExactly(workspace, words, 0, MAX_ALIKE).hits().stream()
            .map(Hit::product)
            .map(
                product ->
                    new Together(
                        product.id().value(), product.title(), known.id(), known.title(), 0, 0, 0))
            .filter(pair -> pair.likeness() > 0)
            .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    Map<Long, List<Together>> byMedia =
        together.mediaWithThoseNear(product.workspace(), product.id()).stream()
            .collect(
                Collectors.groupingBy(
                    OtherMedia::media,
                    LinkedHashMap::new,
                    Collectors.mapping(OtherMedia::pair, Collectors.toList())));
    return byMedia.entrySet().stream()
        .map(
            entry ->
                evidence(
                    new Pair(entry.getKey(), product.id().value()),
                    entry.getValue(),
                    entry.getValue().size()))
        .toList();
  }

  private static Evidence evidence(Pair pair, List<Together> with, int known) {
    Together best =
        with.stream()
            .max(
                Comparator.comparingDouble(Together::likeness)
                    .thenComparing(Together::known, Comparator.reverseOrder()))
            .orElseThrow();
    double sum = with.stream().mapToDouble(Together::likeness).sum();
    return pair.evidence(Reason.LINKED_TOGETHER, sum / Math.max(known, with.size()), best.words());
  }
}
