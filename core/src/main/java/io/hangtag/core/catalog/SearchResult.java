package io.hangtag.core.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param hits best first, without repeats: one page of them
/// @param total of all hits, also those beyond the page; exact while words find at most 1,500 and a
///     beginning of SKUs at most 1,000 (more are neither counted nor ranked)
/// @param sure how many of all are in the tiers up to [Tier#ALL_WORDS]
/// @param exactSkus how many of all are [Tier#EXACT_SKU]
/// @param exactTitles how many of all are [Tier#EXACT_TITLE]
/// @param correction what the text was corrected to, in lower case; null if nothing was found by
///     that
public record SearchResult(
    List<Hit> hits,
    int total,
    int sure,
    int exactSkus,
    int exactTitles,
    @Nullable String correction) {
  public SearchResult {
    hits = List.copyOf(hits);
  }

  /// A product and why it was found.
  ///
  /// @param product with the SKU that was asked for, where it has several
  /// @param score 0 to 1 within its tier; compares nothing across tiers
  public record Hit(Product product, Tier tier, double score) {}

  /// How a query matched a product; an earlier one comes first. Only [#SKU_PART] comes after
  /// [#CORRECTED] for letters that are a slip away from a word.
  public enum Tier {
    EXACT_SKU(1),
    EXACT_TITLE(2),
    SKU_PREFIX(3),
    TITLE_WORDS(4),
    TITLE_PREFIX(5),
    ALL_WORDS(6),
    /// Part of a SKU.
    SKU_PART(7),
    /// In any of the tiers before, of what the text was corrected to.
    CORRECTED(8),
    /// Some of the words.
    SOME_WORDS(9),
    /// A SKU that differs in one or two characters: to be shown as "close to".
    CLOSE_SKU(10),
    /// Not found at all: one letter says nothing, so it is what the team linked lately.
    RECENT(11);

    private final int number;

    Tier(int number) {
      this.number = number;
    }

    /// Its place in the order.
    int number() {
      return number;
    }

    static Tier numbered(int number) {
      return Arrays.stream(values())
          .filter(tier -> tier.number == number)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("number must be 1 to 11, not " + number));
    }
  }

  /// What the text was corrected to, if products were found by that.
  public Optional<String> correctedTo() {
    return Optional.ofNullable(correction);
  }

  /// The product that is meant beyond doubt: the only hit up to [Tier#ALL_WORDS], or the only one
  /// that is exactly the SKU (or barcode), or else the only one whose title or handle it is. Empty
  /// also where a later page does not have it.
  public Optional<Product> clearMatch() {
    if (sure == 1) {
      return hits.stream()
          .filter(hit -> hit.tier().compareTo(Tier.ALL_WORDS) <= 0)
          .map(Hit::product)
          .findFirst();
    }
    if (exactSkus == 1) {
      return firstOf(Tier.EXACT_SKU);
    }
    return exactSkus == 0 && exactTitles == 1 ? firstOf(Tier.EXACT_TITLE) : Optional.empty();
  }

  private Optional<Product> firstOf(Tier tier) {
    return hits.stream().filter(hit -> hit.tier() == tier).map(Hit::product).findFirst();
  }
}
