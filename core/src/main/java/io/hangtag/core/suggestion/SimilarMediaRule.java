package io.hangtag.core.suggestion;

import java.util.List;

/// The product is in other media of the same category, or with one of the same tags.
final class SimilarMediaRule implements Rule {
  private static final int CAUTION = 5;

  private final NeighbourQueries neighbours;

  SimilarMediaRule(NeighbourQueries neighbours) {
    this.neighbours = neighbours;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    return media.category() == null && media.tags().isEmpty()
        ? List.of()
        : neighbours.alike(media.workspace(), media.id()).stream()
            .map(found -> evidence(found, new Pair(media.id().value(), found.other())))
            .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    return neighbours.alikeWith(product.workspace(), product.id()).stream()
        .map(found -> evidence(found, new Pair(found.other(), product.id().value())))
        .toList();
  }

  private static Evidence evidence(Neighbour found, Pair pair) {
    return pair.evidence(
        Reason.SIMILAR_MEDIA,
        found.share(CAUTION),
        "same %s as %s of this product".formatted(found.what(), Neighbour.photos(found.with())));
  }
}
