package io.hangtag.core.suggestion;

import java.util.List;

/// The media's category is the product's type; of a type with few products that says more.
final class CategoryRule implements Rule {
  private final LabelEvidenceQueries labels;

  CategoryRule(LabelEvidenceQueries labels) {
    this.labels = labels;
  }

  @Override
  public List<Evidence> productsFor(MediaProfile media) {
    String category = media.category();
    return category == null || category.isBlank()
        ? List.of()
        : labels.productsOfType(media.workspace(), category).stream()
            .map(
                shared ->
                    new Pair(media.id().value(), shared.other())
                        .evidence(Reason.CATEGORY_MATCH, shared.score(), words(category)))
            .toList();
  }

  @Override
  public List<Evidence> mediaFor(ProductProfile product) {
    return product.type().isBlank()
        ? List.of()
        : labels.mediaOfType(product.workspace(), product.type()).stream()
            .map(
                shared ->
                    new Pair(shared.other(), product.id().value())
                        .evidence(
                            Reason.CATEGORY_MATCH,
                            shared.score(),
                            words(shared.labels().getFirst())))
            .toList();
  }

  private static String words(String category) {
    return "its type is the category " + category;
  }
}
