package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.AskedQueries.ASKED;
import static io.hangtag.core.catalog.ProductQueries.firstSku;
import static io.hangtag.core.catalog.ProductQueries.product;
import static io.hangtag.core.catalog.ProductTierQueries.ACTIVE;
import static io.hangtag.core.catalog.ProductTierQueries.ALL_WORDS;
import static io.hangtag.core.catalog.ProductTierQueries.BEGUN_SKUS;
import static io.hangtag.core.catalog.ProductTierQueries.DIRECT;
import static io.hangtag.core.catalog.ProductTierQueries.NEWEST_PREFIX;
import static io.hangtag.core.catalog.ProductTierQueries.PLACE;
import static io.hangtag.core.catalog.ProductTierQueries.PRODUCT;
import static io.hangtag.core.catalog.ProductTierQueries.SCORE;
import static io.hangtag.core.catalog.ProductTierQueries.SKU;
import static io.hangtag.core.catalog.ProductTierQueries.TITLE_LENGTH;
import static io.hangtag.core.catalog.ProductTierQueries.TITLE_PREFIX;
import static io.hangtag.core.catalog.ProductTierQueries.TITLE_WORDS;
import static io.hangtag.core.catalog.ProductTierQueries.lastPlace;
import static io.hangtag.core.catalog.ProductTierQueries.place;
import static io.hangtag.core.catalog.ProductTierQueries.unplanned;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.catalog.LaterTierQueries.SomeWords;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import io.hangtag.core.team.WorkspaceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;

/// The statement that ranks what [ProductTierQueries] find.
final class ProductSearchQueries {
  private static final Name NAMED = name("named");
  private static final Name SKU_PARTS = name("sku_parts");
  private static final Name HITS = name("hits");
  private static final int RECENT_LINKS = 500;
  private static final int MAX_SKUS_WITH_PART = 1_000;
  private static final Field<Long> LINKED_PRODUCT = field(name("linked_product_id"), Long.class);
  private static final Field<BigDecimal> LINKED = field(name("linked"), BigDecimal.class);
  private static final List<OrderField<?>> BEST_FIRST =
      List.of(PLACE, ACTIVE.desc(), SCORE.desc(), LINKED.desc(), TITLE_LENGTH, PRODUCT);

  /// What a statement found.
  ///
  /// @param hits best first: one page of them
  /// @param total of all hits, also those beyond the page
  /// @param sure how many of all are in the tiers up to [Tier#ALL_WORDS]
  /// @param some how many of all have only some of the words, or a SKU that is only close
  record Found(List<Hit> hits, int total, int sure, int exactSkus, int exactTitles, int some) {}

  private final DSLContext db;

  ProductSearchQueries(DSLContext db) {
    this.db = db;
  }

  /// In the first six tiers.
  Found search(
      ProductTierQueries tiers, SearchText text, WordLookup lookup, ProductSearch.Page page) {
    return ranked(tiers, named(tiers, text, lookup), hitsOf(NAMED), page);
  }

  /// In the first seven tiers; in the last of them only if there is too little in the others.
  Found searchWithSkuParts(
      ProductTierQueries tiers, SearchText text, WordLookup lookup, ProductSearch.Page page) {
    List<CommonTableExpression<?>> parts = named(tiers, text, lookup);
    parts.add(SKU_PARTS.as(new LaterTierQueries(tiers).skuPartsBeyond(NAMED)));
    return ranked(tiers, parts, hitsOf(NAMED).unionAll(tiers.hitsOfSkus(SKU_PARTS, PLACE)), page);
  }

  private static List<CommonTableExpression<?>> named(
      ProductTierQueries tiers, SearchText text, WordLookup lookup) {
    List<CommonTableExpression<?>> parts = new ArrayList<>();
    parts.add(ASKED.as(AskedQueries.asked(text, lookup)));
    parts.add(DIRECT.as(tiers.direct()));
    parts.add(BEGUN_SKUS.as(tiers.begunSkus()));
    parts.add(TITLE_WORDS.as(tiers.titleWords()));
    parts.add(
        NEWEST_PREFIX.as(
            lookup.newest() == 0 ? tiers.none() : tiers.newestPrefix(lookup.newest())));
    parts.add(TITLE_PREFIX.as(tiers.titlePrefix()));
    parts.add(ALL_WORDS.as(tiers.allWords()));
    parts.add(
        NAMED.as(
            select(PRODUCT, PLACE, ACTIVE, SCORE, TITLE_LENGTH, SKU)
                .distinctOn(PRODUCT)
                .from(
                    tiers
                        .directHits()
                        .unionAll(tiers.begunSkuHits())
                        .unionAll(hitsOf(TITLE_WORDS))
                        .unionAll(hitsOf(NEWEST_PREFIX))
                        .unionAll(hitsOf(TITLE_PREFIX))
                        .unionAll(hitsOf(ALL_WORDS))
                        .asTable("found"))
                .orderBy(PRODUCT, PLACE, SCORE.desc())));
    return parts;
  }

  /// By parts of SKUs, then by most of the words, then by any: each only if there is too little
  /// before.
  Found skuPartsAndSomeWords(
      ProductTierQueries tiers, SearchText text, SomeWords words, ProductSearch.Page page) {
    return someWords(
        tiers,
        List.of(
            ASKED.as(AskedQueries.askedSku(text)),
            DIRECT.as(new LaterTierQueries(tiers).skuParts())),
        words,
        page);
  }

  /// By most of the words, then by any if there is too little.
  Found someWords(ProductTierQueries tiers, SomeWords words, ProductSearch.Page page) {
    return someWords(tiers, List.of(DIRECT.as(tiers.nothing())), words, page);
  }

  private Found someWords(
      ProductTierQueries tiers,
      List<CommonTableExpression<?>> before,
      SomeWords words,
      ProductSearch.Page page) {
    LaterTierQueries later = new LaterTierQueries(tiers);
    List<CommonTableExpression<?>> parts = new ArrayList<>(before);
    parts.add(LaterTierQueries.MOST_WORDS.as(later.mostWords(words)));
    parts.add(LaterTierQueries.ANY_WORDS.as(later.anyWords(words)));
    return ranked(
        tiers,
        parts,
        tiers
            .directHits()
            .unionAll(hitsOf(LaterTierQueries.MOST_WORDS))
            .unionAll(hitsOf(LaterTierQueries.ANY_WORDS)),
        page);
  }

  Found closeSkus(ProductTierQueries tiers, SkuGuess guess, ProductSearch.Page page) {
    Select<?> close =
        new LaterTierQueries(tiers).closeSkus(guess.shape(), guess.oneSlip(), guess.twoSlips());
    return ranked(tiers, List.of(DIRECT.as(close)), tiers.directHits(), page);
  }

  private Found ranked(
      ProductTierQueries tiers,
      List<CommonTableExpression<?>> parts,
      Select<Record6<Long, Integer, Boolean, Double, Integer, String>> found,
      ProductSearch.Page page) {
    return db.with(parts)
        .with(HITS.as(found))
        .select(
            multiset(hits(tiers, page)).convertFrom(hits -> hits.map(mapping(Hit::new))),
            count(),
            count().filterWhere(PLACE.le(lastPlace(Tier.ALL_WORDS))),
            count().filterWhere(PLACE.eq(place(Tier.EXACT_SKU))),
            count().filterWhere(PLACE.eq(place(Tier.EXACT_TITLE))),
            count().filterWhere(PLACE.ge(place(Tier.SOME_WORDS))))
        .from(table(HITS))
        .fetchSingle(mapping(Found::new));
  }

  /// What was linked lately and often, then what came in last.
  List<Hit> recent(ReachQueries reach, int max) {
    Field<Long> candidate = field(name("candidate"), Long.class);
    Table<?> candidates =
        select(LINKED_PRODUCT.as(candidate), LINKED)
            .from(recentLinks(reach.workspace()))
            .unionAll(
                select(PRODUCTS.ID, inline(BigDecimal.ZERO))
                    .from(PRODUCTS)
                    .where(reach.isSearched())
                    .orderBy(PRODUCTS.ID.desc())
                    .limit(max))
            .asTable("candidates");
    return db.select(
            product(firstSku()),
            inline(Tier.RECENT.number()).convertFrom(Tier::numbered),
            inline(0.0))
        .from(PRODUCTS)
        .join(
            select(candidate, max(LINKED).as(LINKED))
                .from(candidates)
                .groupBy(candidate)
                .asTable("recent"))
        .on(PRODUCTS.ID.eq(candidate))
        .where(reach.isSearched())
        .orderBy(
            PRODUCTS.STATUS.eq(inline(ProductStatus.ACTIVE.code())).desc(),
            LINKED.desc(),
            PRODUCTS.ID.desc())
        .limit(max)
        .fetch(mapping(Hit::new));
  }

  private static Table<?> recentLinks(WorkspaceId workspace) {
    Field<Integer> place = field(name("place"), Integer.class);
    return select(
            field(name("product_id"), Long.class).as(LINKED_PRODUCT),
            sum(inline(1.0).div(place.plus(10))).as(LINKED))
        .from(
            select(
                    MEDIA_PRODUCT_LINKS.PRODUCT_ID,
                    rowNumber()
                        .over()
                        .orderBy(
                            MEDIA_PRODUCT_LINKS.LINKED_AT.desc(), MEDIA_PRODUCT_LINKS.ID.desc())
                        .as(place))
                .from(MEDIA_PRODUCT_LINKS)
                .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
                .and(MEDIA_PRODUCT_LINKS.UNLINKED_AT.isNull())
                .orderBy(MEDIA_PRODUCT_LINKS.LINKED_AT.desc(), MEDIA_PRODUCT_LINKS.ID.desc())
                .limit(RECENT_LINKS)
                .asTable("lately"))
        .groupBy(field(name("product_id"), Long.class))
        .asTable("recent_links");
  }

  /// Folded SKUs that have one of the parts, and about this length; not all of them where more than
  /// [#MAX_SKUS_WITH_PART] have a part.
  List<String> skusWithPart(WorkspaceId workspace, List<String> parts, int length) {
    return parts.stream()
        .map(part -> skusWithPart(workspace, part))
        .reduce(Select::union)
        .map(skus -> skusOfLength(skus.asTable("similar"), length))
        .orElse(List.of());
  }

  private List<String> skusOfLength(Table<Record1<String>> skus, int length) {
    Field<String> sku = field(name(PRODUCT_VARIANTS.SKU_FOLDED.getName()), String.class);
    return db.select(sku)
        .from(skus)
        .where(charLength(sku).between(length - 2, length + 2))
        .orderBy(sku)
        .fetch(sku);
  }

  // The part by a scalar subquery: a plan for this very part might read the whole table, if many
  // SKUs seem to have it.
  private static Select<Record1<String>> skusWithPart(WorkspaceId workspace, String part) {
    return select(PRODUCT_VARIANTS.SKU_FOLDED)
        .from(PRODUCT_VARIANTS)
        .where(PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace.value()))
        .and(
            condition(
                "{0} like '%' || {1} || '%'",
                PRODUCT_VARIANTS.SKU_FOLDED, field(select(val(part)))))
        .limit(MAX_SKUS_WITH_PART);
  }

  private static Select<Record6<Long, Integer, Boolean, Double, Integer, String>> hitsOf(
      Name tier) {
    return select(PRODUCT, PLACE, ACTIVE, SCORE, TITLE_LENGTH, SKU).from(table(tier));
  }

  private static Select<Record3<Product, Tier, Double>> hits(
      ProductTierQueries tiers, ProductSearch.Page page) {
    return select(
            product(coalesce(SKU, firstSku())),
            PLACE.convertFrom(ProductTierQueries::tierAt),
            SCORE)
        .from(
            select(
                    PRODUCT,
                    PLACE,
                    ACTIVE,
                    SCORE,
                    coalesce(LINKED, inline(BigDecimal.ZERO)).as(LINKED),
                    TITLE_LENGTH,
                    SKU)
                .from(table(HITS))
                .leftJoin(recentLinks(tiers.reach().workspace()))
                .on(PRODUCT.eq(LINKED_PRODUCT))
                .orderBy(
                    PLACE,
                    ACTIVE.desc(),
                    SCORE.desc(),
                    coalesce(LINKED, inline(BigDecimal.ZERO)).desc(),
                    TITLE_LENGTH,
                    PRODUCT)
                .offset(unplanned(page.offset()))
                .limit(unplanned(page.limit()))
                .asTable("page"))
        .join(PRODUCTS)
        .on(PRODUCTS.ID.eq(PRODUCT))
        .where(tiers.reach().isSearched())
        .orderBy(BEST_FIRST);
  }
}
