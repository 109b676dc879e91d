package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.AskedQueries.ASKED_AS_WRITTEN;
import static io.hangtag.core.catalog.AskedQueries.ASKED_BEGUN;
import static io.hangtag.core.catalog.AskedQueries.ASKED_FEW;
import static io.hangtag.core.catalog.AskedQueries.ASKED_LOOKUP;
import static io.hangtag.core.catalog.AskedQueries.ASKED_NAME;
import static io.hangtag.core.catalog.AskedQueries.ASKED_SKU;
import static io.hangtag.core.catalog.AskedQueries.ASKED_SKU_PREFIX;
import static io.hangtag.core.catalog.AskedQueries.ASKED_WHOLE;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/// How products are found, tier by tier: the parts of the statement of [ProductSearchQueries].
final class ProductTierQueries {
  static final Name DIRECT = name("direct");
  static final Name BEGUN_SKUS = name("begun_skus");
  static final Name TITLE_WORDS = name("title_words");
  static final Name NEWEST_PREFIX = name("newest_prefix");
  static final Name TITLE_PREFIX = name("title_prefix");
  static final Name ALL_WORDS = name("all_words");

  static final Field<Long> PRODUCT = field(name("product_id"), Long.class);
  static final Field<Integer> PLACE = field(name("place"), Integer.class);
  static final Field<Boolean> ACTIVE = field(name("active"), Boolean.class);
  static final Field<Double> SCORE = field(name("score"), Double.class);
  static final Field<Integer> TITLE_LENGTH = field(name("title_length"), Integer.class);
  static final Field<String> SKU = field(name("sku"), String.class);
  private static final Field<Integer> POSITION = field(name("position"), Integer.class);
  private static final Field<Long> VARIANT = field(name("variant_id"), Long.class);

  // So that a search for what half of a large catalogue is called takes no longer than others.
  static final int MAX_SKU_HITS = 1_000;
  private static final int MAX_WORD_HITS = 1_500;
  // "57+" and "57-" are both exactly "57"; who writes the plus means the first.
  private static final double FOLDED_SKU_SCORE = 0.9;

  private final ReachQueries reach;

  ProductTierQueries(ReachQueries reach) {
    this.reach = reach;
  }

  ReachQueries reach() {
    return reach;
  }

  /// A value that the server does not know when it plans: what it plans then serves all values, and
  /// is kept.
  static <T> Field<T> unplanned(T value) {
    return field(select(val(value)));
  }

  /// Where a tier is in the order of hits.
  static int place(Tier tier) {
    return tier.number() * 2;
  }

  /// Behind all others of its tier.
  static int lastPlace(Tier tier) {
    return place(tier) + 1;
  }

  static Tier tierAt(int place) {
    return Tier.numbered(place / 2);
  }

  /// By SKU, barcode, title or handle: each product once, at its best.
  Select<?> direct() {
    return bestOf(exactSku().unionAll(exactTitle()));
  }

  /// Nothing, in the form of what is found directly.
  Select<?> nothing() {
    return bestOf(bySku(place(Tier.EXACT_SKU), falseCondition(), inline(0.0)));
  }

  /// By the beginning of a SKU. What is letters only and a word of titles is meant as a word: then
  /// the SKUs come after the words.
  Select<?> begunSkus() {
    return bestOf(skuPrefix());
  }

  static Select<?> bestOf(Select<Record6<Long, Integer, Double, String, Integer, Long>> found) {
    return select(PRODUCT, PLACE, SCORE, SKU)
        .distinctOn(PRODUCT)
        .from(found.asTable("found"))
        .orderBy(PRODUCT, PLACE, SCORE.desc(), POSITION, VARIANT);
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> exactSku() {
    return bySku(
        place(Tier.EXACT_SKU),
        PRODUCT_VARIANTS.SKU_FOLDED.eq(ASKED_SKU).or(PRODUCT_VARIANTS.BARCODE_FOLDED.eq(ASKED_SKU)),
        when(lower(PRODUCT_VARIANTS.SKU).eq(ASKED_AS_WRITTEN), inline(1.0))
            .otherwise(inline(FOLDED_SKU_SCORE)));
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> skuPrefix() {
    return bySku(
        place(Tier.SKU_PREFIX),
        startsWith(PRODUCT_VARIANTS.SKU_FOLDED, ASKED_SKU_PREFIX),
        share(ASKED_SKU_PREFIX, PRODUCT_VARIANTS.SKU_FOLDED));
  }

  Select<Record6<Long, Integer, Double, String, Integer, Long>> bySku(
      int place, Condition found, Field<Double> score) {
    return variants(place, reach.isVariantSearched().and(found), score, inline(MAX_SKU_HITS));
  }

  static Select<Record6<Long, Integer, Double, String, Integer, Long>> variants(
      int place, Condition found, Field<Double> score, Field<Integer> max) {
    return select(
            PRODUCT_VARIANTS.PRODUCT_ID.as(PRODUCT),
            inline(place).as(PLACE),
            score.as(SCORE),
            PRODUCT_VARIANTS.SKU.as(SKU),
            PRODUCT_VARIANTS.POSITION.as(POSITION),
            PRODUCT_VARIANTS.ID.as(VARIANT))
        .from(PRODUCT_VARIANTS)
        .where(found)
        .limit(max);
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> exactTitle() {
    return select(
            PRODUCTS.ID,
            inline(place(Tier.EXACT_TITLE)),
            inline(1.0),
            inline(null, SQLDataType.CLOB),
            inline(0),
            inline(0L))
        .from(PRODUCTS)
        .where(reach.isSearched())
        .and(PRODUCTS.TITLE_FOLDED.eq(ASKED_NAME).or(PRODUCTS.HANDLE_FOLDED.eq(ASKED_NAME)));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> directHits() {
    return hitsOfSkus(DIRECT, PLACE);
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> begunSkuHits() {
    Condition meantAsWords =
        condition("{0} !~ '[0-9]'", ASKED_SKU).and(exists(selectOne().from(table(TITLE_WORDS))));
    return hitsOfSkus(
        BEGUN_SKUS, when(meantAsWords, inline(place(Tier.SKU_PART))).otherwise(PLACE));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> hitsOfSkus(
      Name found, Field<Integer> place) {
    return select(
            PRODUCT,
            place.as(PLACE),
            isActive().as(ACTIVE),
            SCORE,
            charLength(PRODUCTS.TITLE).as(TITLE_LENGTH),
            SKU)
        .from(table(found))
        .join(PRODUCTS)
        .on(PRODUCTS.ID.eq(PRODUCT))
        .where(reach.isSearched());
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> titleWords() {
    return byWords(
        place(Tier.TITLE_WORDS),
        hasWholeWords(PRODUCTS.TITLE_WORDS),
        textRank(PRODUCTS.TITLE_WORDS, ASKED_WHOLE),
        inline(MAX_WORD_HITS));
  }

  /// What [#titlePrefix] finds among the newest products, one after the other: where many have the
  /// words, an index takes longer to collect them than it takes to meet enough.
  ///
  /// @param newest how many are looked at
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> newestPrefix(int newest) {
    return byWords(
        begunTitle(),
        reach
            .isSearched()
            .and(PRODUCTS.ID.gt(oldestOf(newest)))
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_WHOLE)))
            .and(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_BEGUN))),
        List.of(PRODUCTS.ID.desc()),
        inline(MAX_WORD_HITS).minus(countOf(TITLE_WORDS)));
  }

  private Field<Long> oldestOf(int newest) {
    return field(
        select(PRODUCTS.ID)
            .from(PRODUCTS)
            .where(PRODUCTS.WORKSPACE_ID.eq(reach.workspace().value()))
            .orderBy(PRODUCTS.ID.desc())
            .offset(newest)
            .limit(1));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> titlePrefix() {
    return byWords(
        begunTitle(),
        reach
            .isSearchedByWords()
            .and(matches(PRODUCTS.TITLE_WORDS, except(ASKED_LOOKUP, ASKED_WHOLE)))
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_WHOLE)))
            .and(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_BEGUN)))
            .and(PRODUCTS.ID.notIn(select(PRODUCT).from(table(NEWEST_PREFIX)))),
        List.of(),
        inline(MAX_WORD_HITS).minus(countOf(TITLE_WORDS)).minus(countOf(NEWEST_PREFIX)));
  }

  private static Ranked begunTitle() {
    return new Ranked(place(Tier.TITLE_PREFIX), share(ASKED_NAME, PRODUCTS.TITLE_FOLDED));
  }

  /// Nothing, in the form of hits.
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> none() {
    return byWords(begunTitle(), falseCondition(), List.of(), inline(0));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> allWords() {
    return byWords(
        place(Tier.ALL_WORDS),
        hasWholeWords(PRODUCTS.ALL_WORDS)
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_WHOLE)))
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_BEGUN))),
        textRank(PRODUCTS.ALL_WORDS, ASKED_WHOLE),
        inline(MAX_WORD_HITS)
            .minus(countOf(TITLE_WORDS))
            .minus(countOf(NEWEST_PREFIX))
            .minus(countOf(TITLE_PREFIX)));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> byWords(
      int place, Condition found, Field<Double> score, Field<Integer> max) {
    return byWords(new Ranked(place, score), reach.isSearchedByWords().and(found), List.of(), max);
  }

  private Select<Record6<Long, Integer, Boolean, Double, Integer, String>> byWords(
      Ranked ranked, Condition found, List<OrderField<?>> order, Field<Integer> max) {
    return select(
            PRODUCTS.ID.as(PRODUCT),
            inline(ranked.place()).as(PLACE),
            isActive().as(ACTIVE),
            ranked.score().as(SCORE),
            charLength(PRODUCTS.TITLE).as(TITLE_LENGTH),
            inline(null, SQLDataType.CLOB).as(SKU))
        .from(PRODUCTS)
        .where(found)
        .and(PRODUCTS.ID.notIn(select(PRODUCT).from(table(DIRECT))))
        .orderBy(order)
        .limit(max);
  }

  private record Ranked(int place, Field<Double> score) {}

  static Field<Integer> countOf(Name tier) {
    return field(select(count()).from(table(tier)));
  }

  private static Field<Boolean> isActive() {
    return field(PRODUCTS.STATUS.eq(inline(ProductStatus.ACTIVE.code())));
  }

  static Condition matches(Field<?> words, Field<?> query) {
    return condition("{0} @@ {1}", words, query);
  }

  private static Condition hasWholeWords(Field<?> words) {
    return matches(words, coalesce(ASKED_FEW, ASKED_WHOLE))
        .and(filter(matches(words, ASKED_WHOLE)));
  }

  // In one query, and not as a second condition only: the index then leaves out the rows itself. Of
  // many words it had to read all lists for that, to leave out next to nothing.
  private static Field<Object> except(Field<?> query, Field<?> other) {
    return field(
        "({0} && !!(case when {2} is null then {1} else ''::tsquery end))",
        Object.class, query, other, ASKED_FEW);
  }

  // For the rows found, not for an index: that would collect all words with such a beginning.
  static Condition filter(Condition condition) {
    return condition(coalesce(field(condition), inline(false)));
  }

  // As LIKE does it for a constant: byte by byte, up to the last code point.
  private static Condition startsWith(Field<String> text, Field<String> prefix) {
    return condition("({0} ~>=~ {1} and {0} ~<~ ({1} || chr(1114111)))", text, prefix);
  }

  /// How much of `whole` a text as long as `part` is.
  static Field<Double> share(Field<String> part, Field<String> whole) {
    return rounded("least(1.0::float8, char_length({0})::float8 / char_length({1}))", part, whole);
  }

  static Field<Double> textRank(Field<?> words, Field<?> query) {
    return rounded("ts_rank({0}, {1}, 1)::float8", words, query);
  }

  // Coarse, so that the shorter title wins where nothing else speaks for one.
  static Field<Double> rounded(String number, Field<?>... parts) {
    return field("round(" + number + " * 1000) / 1000", Double.class, parts);
  }
}
