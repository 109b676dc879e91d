package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.AskedQueries.ASKED_SKU;
import static io.hangtag.core.catalog.ProductTierQueries.DIRECT;
import static io.hangtag.core.catalog.ProductTierQueries.MAX_SKU_HITS;
import static io.hangtag.core.catalog.ProductTierQueries.PLACE;
import static io.hangtag.core.catalog.ProductTierQueries.PRODUCT;
import static io.hangtag.core.catalog.ProductTierQueries.countOf;
import static io.hangtag.core.catalog.ProductTierQueries.lastPlace;
import static io.hangtag.core.catalog.ProductTierQueries.place;
import static io.hangtag.core.catalog.ProductTierQueries.share;
import static io.hangtag.core.catalog.ProductTierQueries.textRank;
import static io.hangtag.core.catalog.ProductTierQueries.unplanned;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record6;
import org.jooq.Select;

/// How products are found where the first tiers found few: by parts of SKUs, some of the words,
/// SKUs that are nearly so.
final class LaterTierQueries {
  static final Name MOST_WORDS = name("most_words");
  static final Name ANY_WORDS = name("any_words");

  private static final int MIN_PART = 4;
  private static final int MAX_WORD_HITS = 500;
  private static final double LOOK_ALIKE_SCORE = 0.9;
  private static final double ONE_SLIP_SCORE = 0.8;
  private static final double TWO_SLIPS_SCORE = 0.6;
  private static final Field<String> SHAPE =
      field("sku_shape({0})", String.class, PRODUCT_VARIANTS.SKU_FOLDED);

  private final ProductTierQueries tiers;

  LaterTierQueries(ProductTierQueries tiers) {
    this.tiers = tiers;
  }

  Select<?> skuParts() {
    return ProductTierQueries.bestOf(skuParts(noCondition(), inline(MAX_SKU_HITS)));
  }

  /// Not looked for if a whole SKU or name is among the hits, or there are enough of them.
  ///
  /// @param hits what was found before, in this statement
  Select<?> skuPartsBeyond(Name hits) {
    Condition enough =
        count()
            .ge(SearchTiers.ENOUGH)
            .or(count().filterWhere(PLACE.le(place(Tier.EXACT_TITLE))).gt(0));
    return ProductTierQueries.bestOf(
        skuParts(
            PRODUCT_VARIANTS.PRODUCT_ID.notIn(select(PRODUCT).from(table(hits))),
            field(
                select(when(enough, inline(0)).otherwise(inline(MAX_SKU_HITS)))
                    .from(table(hits)))));
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> skuParts(
      Condition condition, Field<Integer> max) {
    return ProductTierQueries.variants(
        lastPlace(Tier.SKU_PART),
        tiers
            .reach()
            .isVariantSearchedByParts()
            .and(
                condition(
                    "{0} like '%' || (case when char_length({1}) >= {2} then {1} end) || '%'",
                    PRODUCT_VARIANTS.SKU_FOLDED, ASKED_SKU, inline(MIN_PART)))
            .and(condition),
        share(ASKED_SKU, PRODUCT_VARIANTS.SKU_FOLDED),
        max);
  }

  /// With all words but one.
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> mostWords(SomeWords words) {
    return tiers.byWords(
        place(Tier.SOME_WORDS),
        ProductTierQueries.matches(PRODUCTS.ALL_WORDS, asked("most_words", words.words())),
        rank(words),
        maxUnless(countOf(DIRECT).ge(unplanned(words.missing()))));
  }

  /// With any of the words that tell most; ranked by all of them.
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> anyWords(SomeWords words) {
    return tiers.byWords(
        lastPlace(Tier.SOME_WORDS),
        ProductTierQueries.matches(PRODUCTS.ALL_WORDS, asked("any_words", words.telling()))
            .and(PRODUCTS.ID.notIn(select(PRODUCT).from(table(MOST_WORDS)))),
        rank(words),
        maxUnless(countOf(DIRECT).plus(countOf(MOST_WORDS)).ge(unplanned(words.missing()))));
  }

  private static Field<Double> rank(SomeWords words) {
    return textRank(PRODUCTS.ALL_WORDS, asked("any_words", words.words()));
  }

  private static Field<Integer> maxUnless(Condition enough) {
    return when(enough, inline(0)).otherwise(inline(MAX_WORD_HITS));
  }

  private static Field<Object> asked(String function, List<String> words) {
    return field(
        select(
            field("{0}({1})", Object.class, keyword(function), val(words.toArray(String[]::new)))));
  }

  /// Words of which a product need not have all.
  ///
  /// @param telling by which of them products with any are looked up
  /// @param missing how many hits are looked for
  record SomeWords(List<String> words, List<String> telling, int missing) {}

  /// @param asked the SKU's shape
  /// @param oneSlip all shapes that one slip makes of it
  /// @param twoSlips folded SKUs that two slips make of it
  Select<?> closeSkus(String asked, Collection<String> oneSlip, Collection<String> twoSlips) {
    return ProductTierQueries.bestOf(
        closeSku(SHAPE.eq(val(asked)), LOOK_ALIKE_SCORE)
            .unionAll(closeSku(SHAPE.eq(any(oneSlip.toArray(String[]::new))), ONE_SLIP_SCORE))
            .unionAll(
                closeSku(
                    PRODUCT_VARIANTS.SKU_FOLDED.eq(any(twoSlips.toArray(String[]::new))),
                    TWO_SLIPS_SCORE)));
  }

  // Each in a statement part of its own, so that each is looked up in its index.
  private Select<Record6<Long, Integer, Double, String, Integer, Long>> closeSku(
      Condition found, double score) {
    return tiers.bySku(place(Tier.CLOSE_SKU), found, inline(score));
  }
}
