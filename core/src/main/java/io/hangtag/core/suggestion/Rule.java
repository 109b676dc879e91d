package io.hangtag.core.suggestion;

import java.util.List;

/// One kind of evidence, looked for by itself. To add one is to write such a class, give it a
/// [Reason] and name it in [Suggestions].
interface Rule {
  /// What speaks for products in this media item, at most once for each product and reason.
  List<Evidence> productsFor(MediaProfile media);

  /// What speaks for media of this product, at most once for each media item and reason; only media
  /// that stand for themselves.
  List<Evidence> mediaFor(ProductProfile product);
}
