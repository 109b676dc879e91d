package io.hangtag.core.suggestion;

import java.util.List;

/// The product is in other media that the same person sent on the same day.
final class SameDayRule implements Rule {
  private static final int CAUTION = 2;

  private final NeighbourQueries neighbours;

  SameDayRule(NeighbourQueries neighbours) {
    this.neighbours = neighbours;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    return neighbours.onDay(media.workspace(), media.id()).stream()
        .map(found -> evidence(found, new Pair(media.id().value(), found.other())))
        .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    return neighbours.daysWith(product.workspace(), product.id()).stream()
        .map(found -> evidence(found, new Pair(found.other(), product.id().value())))
        .toList();
  }

  private static Evidence evidence(Neighbour found, Pair pair) {
    return pair.evidence(
        Reason.SAME_DAY,
        found.share(CAUTION),
        "sent by the same person on the same day as %s of this product"
            .formatted(Neighbour.photos(found.with())));
  }
}
