package io.hangtag.core.suggestion;

/// How often a product is in media that have something to do with one.
///
/// @param other the product, or the media if it was asked for the product
/// @param with media that show the product
/// @param of media that show anything
/// @param what what they have in common; blank where the reason says it all
record Neighbour(long other, int with, int of, String what) {
  /// The part of them that shows the product, less where they are few.
  ///
  /// @param caution so many more are counted that do not show it
  double share(int caution) {
    return (double) with / (of + caution);
  }

  static String photos(int count) {
    return count == 1 ? "1 photo" : count + " photos";
  }
}
