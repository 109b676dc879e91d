package io.hangtag.core.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What may speak for a product in a picture.
public enum Reason {
  /// The SKU is where the team's file names have it.
  FILE_PATTERN(0, 0.95),
  /// The SKU is said.
  SKU_NAMED(0, 0.97),
  /// Something is said that is a SKU, but may well be a word or a number.
  SHORT_SKU_NAMED(0, 0.6),
  /// A piece is said that only this product's SKUs have.
  SKU_PART_NAMED(0, 0.9),
  /// The title or handle is said.
  TITLE_NAMED(0, 0.9),
  /// Media and product have tags in common.
  TAG_MATCH(0.05, 0.55),
  /// The media's category is the product's type.
  CATEGORY_MATCH(0.02, 0.5),
  /// The search finds the product by words of the texts, which do not name it.
  WORD_MATCH(0, 0.3),
  /// It is in other pictures of the album.
  SAME_ALBUM(0, 0.8),
  /// It is in other media of the category, or with the same tags.
  SIMILAR_MEDIA(0, 0.7),
  /// It is in other media that the person sent that day.
  SAME_DAY(0, 0.6),
  /// It is in media together with what is linked already.
  LINKED_TOGETHER(0, 0.8),
  /// The team links it often.
  OFTEN_LINKED(0, 0.5);

  private final double base;
  private final double slope;

  Reason(double base, double slope) {
    this.base = base;
    this.slope = slope;
  }

  /// As JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reason with this code, if there (still) is one.
  public static Optional<Reason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }

  /// How often it is right before anybody has answered.
  ///
  /// @param score 0 to 1
  double expected(double score) {
    return base + slope * score;
  }

  /// The most it may say while little is known: words that do not name a product are weak.
  double ceiling() {
    return this == WORD_MATCH ? 0.3 : 0.99;
  }
}
