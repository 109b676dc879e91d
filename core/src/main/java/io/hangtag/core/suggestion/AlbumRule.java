package io.hangtag.core.suggestion;

import java.util.List;

/// The product is in other pictures of the album.
final class AlbumRule implements Rule {
  private static final int CAUTION = 1;

  private final NeighbourQueries neighbours;

  AlbumRule(NeighbourQueries neighbours) {
    this.neighbours = neighbours;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    return neighbours.inAlbum(media.workspace(), media.id()).stream()
        .map(found -> evidence(found, new Pair(media.id().value(), found.other())))
        .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    return neighbours.albumsWith(product.workspace(), product.id()).stream()
        .map(found -> evidence(found, new Pair(found.other(), product.id().value())))
        .toList();
  }

  private static Evidence evidence(Neighbour found, Pair pair) {
    return pair.evidence(
        Reason.SAME_ALBUM,
        found.share(CAUTION),
        "same album as %s of this product".formatted(Neighbour.photos(found.with())));
  }
}
