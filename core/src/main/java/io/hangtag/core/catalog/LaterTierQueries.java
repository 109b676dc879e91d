package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.ProductTierQueries.ASKED_SKU;
import static io.hangtag.core.catalog.ProductTierQueries.share;
import static io.hangtag.core.catalog.ProductTierQueries.textRank;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;

/// How products are found where the first tiers found few: by parts of SKUs, some of the words,
/// SKUs that are nearly so.
final class LaterTierQueries {
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
    return ProductTierQueries.bestOf(
        tiers.bySku(
            Tier.SKU_PART,
            condition(
                "{0} like '%' || (case when char_length({1}) >= {2} then {1} end) || '%'",
                PRODUCT_VARIANTS.SKU_FOLDED, ASKED_SKU, inline(MIN_PART)),
            share(ASKED_SKU, PRODUCT_VARIANTS.SKU_FOLDED)));
  }

  /// With all words but one.
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> mostWords(List<String> words) {
    return someWords(asked("most_words", words), asked("any_words", words));
  }

  /// With any of the words that tell most; ranked by all of them.
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> anyWords(
      List<String> telling, List<String> words) {
    return someWords(asked("any_words", telling), asked("any_words", words));
  }

  private Select<Record6<Long, Integer, Boolean, Double, Integer, String>> someWords(
      Field<Object> lookup, Field<Object> asked) {
    return tiers.byWords(
        Tier.SOME_WORDS,
        ProductTierQueries.matches(PRODUCTS.ALL_WORDS, lookup),
        textRank(PRODUCTS.ALL_WORDS, asked),
        inline(MAX_WORD_HITS));
  }

  private static Field<Object> asked(String function, List<String> words) {
    return field(
        select(
            field("{0}({1})", Object.class, keyword(function), val(words.toArray(String[]::new)))));
  }

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
    return tiers.bySku(Tier.CLOSE_SKU, found, inline(score));
  }
}
