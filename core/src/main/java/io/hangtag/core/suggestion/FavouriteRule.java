package io.hangtag.core.suggestion;

import java.util.List;

/// The team links the product often. It says nothing of one media item rather than another.
final class FavouriteRule implements Rule {
  private static final int CAUTION = 20;

  private final TogetherQueries links;

  FavouriteRule(TogetherQueries links) {
    this.links = links;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    return links.favourites(media.workspace()).stream()
        .map(
            found ->
                new Pair(media.id().value(), found.other())
                    .evidence(
                        Reason.OFTEN_LINKED,
                        found.share(CAUTION),
                        "in %d of the last %d links".formatted(found.with(), found.of())))
        .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    return List.of();
  }
}
