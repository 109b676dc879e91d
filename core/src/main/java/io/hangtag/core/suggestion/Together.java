package io.hangtag.core.suggestion;

/// Two products that are in the same media.
///
/// @param product the one that may be suggested
/// @param known the one that is linked
/// @param both media that show both
/// @param knownMedia media that show the known one
/// @param productMedia media that show the other
record Together(
    long product,
    String title,
    long known,
    String knownTitle,
    int both,
    int knownMedia,
    int productMedia) {
  private static final double CAUTION = 10;
  private static final double TITLE_WEIGHT = 0.25;

  /// How much one speaks for the other, 0 to 1: the cosine of their media, less where they are few,
  /// and more where their titles are alike.
  double likeness() {
    double cosine = both / Math.sqrt((knownMedia + CAUTION) * (productMedia + CAUTION));
    return Math.min(1, cosine + TITLE_WEIGHT * TitleWords.overlap(title, knownTitle));
  }

  boolean isSame(Together other) {
    return product == other.product && known == other.known;
  }

  String words() {
    return both == 0
        ? "its title is like that of " + knownTitle
        : "together with %s in %s".formatted(knownTitle, Neighbour.photos(both));
  }
}
