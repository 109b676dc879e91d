package io.hangtag.core.catalog;

/// Hangtag's number of a product.
public record ProductId(long value) {
  public ProductId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
