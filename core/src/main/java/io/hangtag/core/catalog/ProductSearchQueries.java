package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.ProductQueries.firstSku;
import static io.hangtag.core.catalog.ProductQueries.product;
import static io.hangtag.core.catalog.ProductTierQueries.ACTIVE;
import static io.hangtag.core.catalog.ProductTierQueries.ALL_WORDS;
import static io.hangtag.core.catalog.ProductTierQueries.ASKED;
import static io.hangtag.core.catalog.ProductTierQueries.DIRECT;
import static io.hangtag.core.catalog.ProductTierQueries.PRODUCT;
import static io.hangtag.core.catalog.ProductTierQueries.SCORE;
import static io.hangtag.core.catalog.ProductTierQueries.SKU;
import static io.hangtag.core.catalog.ProductTierQueries.TIER;
import static io.hangtag.core.catalog.ProductTierQueries.TITLE_LENGTH;
import static io.hangtag.core.catalog.ProductTierQueries.TITLE_PREFIX;
import static io.hangtag.core.catalog.ProductTierQueries.TITLE_WORDS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record3;
import org.jooq.Record6;
import org.jooq.Select;

/// The statement that ranks what [ProductTierQueries] find.
final class ProductSearchQueries {
  private static final Name HITS = name("hits");
  private static final List<OrderField<?>> BEST_FIRST =
      List.of(TIER, ACTIVE.desc(), SCORE.desc(), TITLE_LENGTH, PRODUCT);

  private final DSLContext db;

  ProductSearchQueries(DSLContext db) {
    this.db = db;
  }

  SearchResult search(ProductTierQueries tiers, SearchText text, ProductSearch.Page page) {
    return db.with(ASKED.as(ProductTierQueries.asked(text)))
        .with(DIRECT.as(tiers.direct()))
        .with(TITLE_WORDS.as(tiers.titleWords()))
        .with(TITLE_PREFIX.as(tiers.titlePrefix()))
        .with(ALL_WORDS.as(tiers.allWords()))
        .with(
            HITS.as(
                tiers
                    .directHits()
                    .unionAll(hitsOf(TITLE_WORDS))
                    .unionAll(hitsOf(TITLE_PREFIX))
                    .unionAll(hitsOf(ALL_WORDS))))
        .select(
            multiset(hits(tiers, page)).convertFrom(hits -> hits.map(mapping(Hit::new))),
            count(),
            count().filterWhere(TIER.eq(Tier.EXACT_SKU.number())),
            count().filterWhere(TIER.eq(Tier.EXACT_TITLE.number())))
        .from(table(HITS))
        .fetchSingle(mapping(SearchResult::new));
  }

  private static Select<Record6<Long, Integer, Boolean, Double, Integer, String>> hitsOf(
      Name tier) {
    return select(PRODUCT, TIER, ACTIVE, SCORE, TITLE_LENGTH, SKU).from(table(tier));
  }

  private static Select<Record3<Product, Tier, Double>> hits(
      ProductTierQueries tiers, ProductSearch.Page page) {
    return select(product(coalesce(SKU, firstSku())), TIER.convertFrom(Tier::numbered), SCORE)
        .from(
            select(PRODUCT, TIER, ACTIVE, SCORE, TITLE_LENGTH, SKU)
                .from(table(HITS))
                .orderBy(BEST_FIRST)
                .offset(page.offset())
                .limit(page.limit())
                .asTable("page"))
        .join(PRODUCTS)
        .on(PRODUCTS.ID.eq(PRODUCT))
        .where(tiers.isSearched())
        .orderBy(BEST_FIRST);
  }
}
