package io.hangtag.core.linking;

import java.util.Locale;

/// How a product stands in a picture.
public enum LinkType {
  /// The product is the main focus.
  FEATURED,
  /// The product appears or is mentioned.
  MENTIONED,
  /// The product is visible but not the focus.
  BACKGROUND,
  /// Nobody has confirmed yet that the product is there.
  SUGGESTED;

  /// As the command line, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type with this code, in any case.
  ///
  /// @throws IllegalArgumentException if there is none
  public static LinkType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
