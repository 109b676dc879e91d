package io.hangtag.core.catalog;

/// What may be wrong with products, so that somebody should look at them.
public enum CatalogueFault {
  /// Several products have one SKU, so that it does not tell which is meant.
  SHARED_SKU,
  /// No variant has a price.
  UNPRICED,
  /// In a photo, and a draft, archived or deleted.
  UNSOLD
}
