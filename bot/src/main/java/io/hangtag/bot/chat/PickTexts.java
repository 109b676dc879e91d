package io.hangtag.bot.chat;

import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;

/// What lists of found products say; HTML for messages, plain text for button labels.
public final class PickTexts {
  private PickTexts() {}

  /// A numbered page of a list, which says what was corrected, and what is not quite what was asked
  /// for.
  ///
  /// @param first number of the first hit shown, from 1
  public static String list(String heading, String query, SearchResult found, int first) {
    StringBuilder text = new StringBuilder(heading);
    text.append(corrected(query, found));
    Tier above = Tier.EXACT_SKU;
    int number = first;
    for (Hit hit : found.hits()) {
      if (hit.tier() != above && !query.isBlank()) {
        text.append(parting(hit.tier(), number));
      }
      above = hit.tier();
      String close = hit.tier() == Tier.CLOSE_SKU ? "<i>close to</i> " : "";
      text.append("\n%d. %s%s".formatted(number++, close, Texts.product(hit.product())));
    }
    if (found.total() > found.hits().size()) {
      text.append("\n<i>%d–%d of %,d</i>".formatted(first, number - 1, found.total()));
    }
    return text.toString();
  }

  private static String corrected(String query, SearchResult found) {
    return found
        .correctedTo()
        .map(
            words ->
                (found.sure() == 0 ? "“%s” instead of" : "“%s” besides").formatted(said(words)))
        .map(words -> "\nShowing %s “%s”.".formatted(words, said(query)))
        .orElse("");
  }

  /// What stands above hits that are found in another way than those before.
  ///
  /// @param number of the first of these hits, from 1
  private static String parting(Tier tier, int number) {
    return switch (tier) {
      case EXACT_SKU, EXACT_TITLE, SKU_PREFIX, TITLE_WORDS, TITLE_PREFIX, ALL_WORDS -> "";
      case SKU_PART, CORRECTED, CLOSE_SKU -> "";
      case SOME_WORDS ->
          number == 1
              ? "\nNo product has all of these words; the nearest:"
              : "\n<i>With some of the words:</i>";
      case RECENT -> "\n<i>Lately linked, or new:</i>";
    };
  }

  static String whichProduct(String media) {
    return "Which product is in %s?".formatted(media);
  }

  static String noSuchProduct(String query) {
    return "Nothing in the catalogue matches “%s”. Try fewer words, or the SKU."
        .formatted(said(query));
  }

  static String whichSold() {
    return "Which product’s sales?";
  }

  static String whichInsight() {
    return "Which product is it about?";
  }

  static String found(String query) {
    return "Products for “%s”:".formatted(said(query));
  }

  /// What to say to a search for nothing.
  public static String searchWhat() {
    return "Say what to look for: <code>/search blue hood</code>. Part of a name or a SKU will do.";
  }

  static String recent() {
    return searchWhat() + "\nLately linked, or new:";
  }

  static String tapToLink(String media) {
    return "\nTap a number to link it to %s.".formatted(media);
  }

  static String nothingExactly(String query) {
    return "Nothing in the catalogue matches exactly “%s”.".formatted(said(query));
  }

  public static String notLinkedExactly(String media, String query) {
    return "No product of %s matches exactly “%s”.".formatted(media, said(query));
  }

  public static String exactlyButton() {
    return "Search exactly";
  }

  private static String said(String words) {
    return Html.text(words, 60);
  }
}
