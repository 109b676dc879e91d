package io.hangtag.core.menu;

/// The number of a menu.
public record MenuId(long value) {
  public MenuId {
    if (value < 1) {
      throw new IllegalArgumentException("value must be at least 1, not " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
