package io.hangtag.core.suggestion;

import io.hangtag.core.suggestion.LabelEvidenceQueries.Shared;
import java.util.List;

/// Media and product have tags in common; one that few products have says more.
final class TagRule implements Rule {
  private final LabelEvidenceQueries labels;

  TagRule(LabelEvidenceQueries labels) {
    this.labels = labels;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    return media.tags().isEmpty()
        ? List.of()
        : labels.productsTagged(media.workspace(), media.tags()).stream()
            .map(shared -> evidence(shared, new Pair(media.id().value(), shared.other())))
            .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    return product.tags().isEmpty()
        ? List.of()
        : labels.mediaTagged(product.workspace(), product.tags()).stream()
            .map(shared -> evidence(shared, new Pair(shared.other(), product.id().value())))
            .toList();
  }

  private static Evidence evidence(Shared shared, Pair pair) {
    return pair.evidence(
        Reason.TAG_MATCH, shared.score(), "both are tagged " + String.join(", ", shared.labels()));
  }
}
