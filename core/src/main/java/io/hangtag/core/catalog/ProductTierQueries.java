package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.ProductQueries.foldName;
import static io.hangtag.core.catalog.ProductQueries.foldSku;
import static io.hangtag.core.catalog.ProductQueries.isThere;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// How products are found, tier by tier: the parts of the statement of [ProductSearchQueries].
///
/// What is asked is computed once, as [#ASKED], and read back by scalar subqueries: so one plan
/// serves every text, and each lookup runs on an index whether or not the server knows the text
/// when it plans.
final class ProductTierQueries {
  static final Name ASKED = name("asked");
  static final Name DIRECT = name("direct");
  static final Name BEGUN_SKUS = name("begun_skus");
  static final Name TITLE_WORDS = name("title_words");
  static final Name NEWEST_PREFIX = name("newest_prefix");
  static final Name TITLE_PREFIX = name("title_prefix");
  static final Name ALL_WORDS = name("all_words");

  static final Field<Long> PRODUCT = field(name("product_id"), Long.class);
  static final Field<Integer> TIER = field(name("tier"), Integer.class);
  static final Field<Boolean> ACTIVE = field(name("active"), Boolean.class);
  static final Field<Double> SCORE = field(name("score"), Double.class);
  static final Field<Integer> TITLE_LENGTH = field(name("title_length"), Integer.class);
  static final Field<String> SKU = field(name("sku"), String.class);
  private static final Field<Integer> POSITION = field(name("position"), Integer.class);
  private static final Field<Long> VARIANT = field(name("variant_id"), Long.class);

  // So that a search for what half of a large catalogue is called takes no longer than others.
  private static final int MAX_SKU_HITS = 1_000;
  private static final int MAX_WORD_HITS = 1_500;
  // "57+" and "57-" are both exactly "57"; who writes the plus means the first.
  private static final double FOLDED_SKU_SCORE = 0.9;

  static final Field<String> ASKED_SKU = asked("sku", String.class);
  private static final Field<String> ASKED_SKU_PREFIX = asked("sku_prefix", String.class);
  private static final Field<String> ASKED_AS_WRITTEN = asked("as_written", String.class);
  private static final Field<String> ASKED_NAME = asked("name", String.class);
  private static final Field<Object> ASKED_WHOLE = asked("whole_words", Object.class);
  private static final Field<Object> ASKED_BEGUN = asked("begun_words", Object.class);
  private static final Field<Object> ASKED_LOOKUP = asked("begun_words_lookup", Object.class);

  private final WorkspaceId workspace;
  private final Condition searchedProduct;
  private final Condition searchedVariant;

  /// The same, without these products.
  ProductTierQueries without(Collection<ProductId> found) {
    Long[] ids = found.stream().map(ProductId::value).toArray(Long[]::new);
    return new ProductTierQueries(
        workspace,
        searchedProduct.and(PRODUCTS.ID.ne(all(ids))),
        searchedVariant.and(PRODUCT_VARIANTS.PRODUCT_ID.ne(all(ids))));
  }

  private ProductTierQueries(
      WorkspaceId workspace, Condition searchedProduct, Condition searchedVariant) {
    this.workspace = workspace;
    this.searchedProduct = searchedProduct;
    this.searchedVariant = searchedVariant;
  }

  /// In a team's whole catalogue.
  static ProductTierQueries of(WorkspaceId workspace) {
    return of(workspace, noCondition(), noCondition());
  }

  /// Among these products only.
  static ProductTierQueries among(WorkspaceId workspace, Collection<ProductId> products) {
    Long[] ids = products.stream().map(ProductId::value).toArray(Long[]::new);
    return of(workspace, PRODUCTS.ID.eq(any(ids)), PRODUCT_VARIANTS.PRODUCT_ID.eq(any(ids)));
  }

  private static ProductTierQueries of(
      WorkspaceId workspace, Condition product, Condition variant) {
    return new ProductTierQueries(
        workspace,
        isThere(workspace).and(product),
        PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace.value()).and(variant));
  }

  /// Null where the text is too short for a kind of lookup, which then finds nothing.
  static Select<?> asked(SearchText text) {
    return asked(text, text.words());
  }

  /// @param lookup the words by which the index finds what has the beginning of the last one
  static Select<?> asked(SearchText text, @Nullable String lookup) {
    Field<String> sku = foldSku(val(text.sku()));
    Field<String> words = val(text.words(), SQLDataType.CLOB);
    return select(
        sku.as("sku"),
        field("substring({0} from '^.{3,}$')", String.class, sku).as("sku_prefix"),
        lower(val(text.sku())).as("as_written"),
        foldName(words).as("name"),
        function("whole_words", Object.class, words).as("whole_words"),
        function("begun_words", Object.class, words).as("begun_words"),
        function("begun_words_lookup", Object.class, val(lookup, SQLDataType.CLOB))
            .as("begun_words_lookup"));
  }

  WorkspaceId workspace() {
    return workspace;
  }

  Condition isSearched() {
    return searchedProduct;
  }

  /// By SKU, barcode, title or handle: each product once, at its best.
  Select<?> direct() {
    return bestOf(exactSku().unionAll(exactTitle()));
  }

  /// By the beginning of a SKU. What is letters only and a word of titles is meant as a word: then
  /// the SKUs come after the words.
  Select<?> begunSkus() {
    return bestOf(skuPrefix());
  }

  static Select<?> bestOf(Select<Record6<Long, Integer, Double, String, Integer, Long>> found) {
    return select(PRODUCT, TIER, SCORE, SKU)
        .distinctOn(PRODUCT)
        .from(found.asTable("found"))
        .orderBy(PRODUCT, TIER, SCORE.desc(), POSITION, VARIANT);
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> exactSku() {
    return bySku(
        Tier.EXACT_SKU,
        PRODUCT_VARIANTS.SKU_FOLDED.eq(ASKED_SKU).or(PRODUCT_VARIANTS.BARCODE_FOLDED.eq(ASKED_SKU)),
        when(lower(PRODUCT_VARIANTS.SKU).eq(ASKED_AS_WRITTEN), inline(1.0))
            .otherwise(inline(FOLDED_SKU_SCORE)));
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> skuPrefix() {
    return bySku(
        Tier.SKU_PREFIX,
        startsWith(PRODUCT_VARIANTS.SKU_FOLDED, ASKED_SKU_PREFIX),
        share(ASKED_SKU_PREFIX, PRODUCT_VARIANTS.SKU_FOLDED));
  }

  Select<Record6<Long, Integer, Double, String, Integer, Long>> bySku(
      Tier tier, Condition found, Field<Double> score) {
    return select(
            PRODUCT_VARIANTS.PRODUCT_ID.as(PRODUCT),
            inline(tier.number()).as(TIER),
            score.as(SCORE),
            PRODUCT_VARIANTS.SKU.as(SKU),
            PRODUCT_VARIANTS.POSITION.as(POSITION),
            PRODUCT_VARIANTS.ID.as(VARIANT))
        .from(PRODUCT_VARIANTS)
        .where(searchedVariant)
        .and(found)
        .limit(MAX_SKU_HITS);
  }

  private Select<Record6<Long, Integer, Double, String, Integer, Long>> exactTitle() {
    return select(
            PRODUCTS.ID,
            inline(Tier.EXACT_TITLE.number()),
            inline(1.0),
            inline(null, SQLDataType.CLOB),
            inline(0),
            inline(0L))
        .from(PRODUCTS)
        .where(searchedProduct)
        .and(PRODUCTS.TITLE_FOLDED.eq(ASKED_NAME).or(PRODUCTS.HANDLE_FOLDED.eq(ASKED_NAME)));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> directHits() {
    return hitsOfSkus(DIRECT, TIER);
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> begunSkuHits() {
    Condition meantAsWords =
        condition("{0} !~ '[0-9]'", ASKED_SKU).and(exists(selectOne().from(table(TITLE_WORDS))));
    return hitsOfSkus(
        BEGUN_SKUS, when(meantAsWords, inline(Tier.SKU_PART.number())).otherwise(TIER));
  }

  private Select<Record6<Long, Integer, Boolean, Double, Integer, String>> hitsOfSkus(
      Name found, Field<Integer> tier) {
    return select(
            PRODUCT,
            tier.as(TIER),
            isActive().as(ACTIVE),
            SCORE,
            charLength(PRODUCTS.TITLE).as(TITLE_LENGTH),
            SKU)
        .from(table(found))
        .join(PRODUCTS)
        .on(PRODUCTS.ID.eq(PRODUCT))
        .where(searchedProduct);
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> titleWords() {
    return byWords(
        Tier.TITLE_WORDS,
        matches(PRODUCTS.TITLE_WORDS, ASKED_WHOLE),
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
        PRODUCTS
            .ID
            .gt(oldestOf(newest))
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_WHOLE)))
            .and(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_BEGUN))),
        List.of(PRODUCTS.ID.desc()),
        inline(MAX_WORD_HITS).minus(countOf(TITLE_WORDS)));
  }

  private Field<Long> oldestOf(int newest) {
    return field(
        select(PRODUCTS.ID)
            .from(PRODUCTS)
            .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
            .orderBy(PRODUCTS.ID.desc())
            .offset(newest)
            .limit(1));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> titlePrefix() {
    return byWords(
        begunTitle(),
        matches(PRODUCTS.TITLE_WORDS, except(ASKED_LOOKUP, ASKED_WHOLE))
            .and(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_BEGUN)))
            .and(PRODUCTS.ID.notIn(select(PRODUCT).from(table(NEWEST_PREFIX)))),
        List.of(),
        inline(MAX_WORD_HITS).minus(countOf(TITLE_WORDS)).minus(countOf(NEWEST_PREFIX)));
  }

  private static Ranked begunTitle() {
    return new Ranked(Tier.TITLE_PREFIX, share(ASKED_NAME, PRODUCTS.TITLE_FOLDED));
  }

  /// Nothing, in the form of hits.
  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> none() {
    return byWords(begunTitle(), falseCondition(), List.of(), inline(0));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> allWords() {
    return byWords(
        Tier.ALL_WORDS,
        matches(PRODUCTS.ALL_WORDS, ASKED_WHOLE)
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_WHOLE)))
            .andNot(filter(matches(PRODUCTS.TITLE_WORDS, ASKED_BEGUN))),
        textRank(PRODUCTS.ALL_WORDS, ASKED_WHOLE),
        inline(MAX_WORD_HITS)
            .minus(countOf(TITLE_WORDS))
            .minus(countOf(NEWEST_PREFIX))
            .minus(countOf(TITLE_PREFIX)));
  }

  Select<Record6<Long, Integer, Boolean, Double, Integer, String>> byWords(
      Tier tier, Condition found, Field<Double> score, Field<Integer> max) {
    return byWords(new Ranked(tier, score), found, List.of(), max);
  }

  private Select<Record6<Long, Integer, Boolean, Double, Integer, String>> byWords(
      Ranked ranked, Condition found, List<OrderField<?>> order, Field<Integer> max) {
    return select(
            PRODUCTS.ID.as(PRODUCT),
            inline(ranked.tier().number()).as(TIER),
            isActive().as(ACTIVE),
            ranked.score().as(SCORE),
            charLength(PRODUCTS.TITLE).as(TITLE_LENGTH),
            inline(null, SQLDataType.CLOB).as(SKU))
        .from(PRODUCTS)
        .where(searchedProduct)
        .and(found)
        .and(PRODUCTS.ID.notIn(select(PRODUCT).from(table(DIRECT))))
        .orderBy(order)
        .limit(max);
  }

  private record Ranked(Tier tier, Field<Double> score) {}

  private static <T> Field<T> asked(String column, Class<T> type) {
    return field(select(field(name("asked", column), type)).from(table(ASKED)));
  }

  private static Field<Integer> countOf(Name tier) {
    return field(select(count()).from(table(tier)));
  }

  private static Field<Boolean> isActive() {
    return field(PRODUCTS.STATUS.eq(inline(ProductStatus.ACTIVE.code())));
  }

  static Condition matches(Field<?> words, Field<?> query) {
    return condition("{0} @@ {1}", words, query);
  }

  // In one query, and not as a second condition: the index then leaves out the rows itself.
  private static Field<Object> except(Field<?> query, Field<?> other) {
    return field("({0} && !!{1})", Object.class, query, other);
  }

  // For the rows found, not for an index: that would collect all words with such a beginning.
  private static Condition filter(Condition condition) {
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
