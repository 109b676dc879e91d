package io.hangtag.core.catalog;

import static io.hangtag.core.catalog.ProductQueries.isThere;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_VARIANTS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;

import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;

/// Which products a search looks at.
final class ReachQueries {
  private final WorkspaceId workspace;
  private final Condition product;
  private final Condition variant;
  private final Share share;

  private enum Share {
    SOME_PRODUCTS,
    OF_A_TEAM,
    NEARLY_ALL
  }

  private ReachQueries(WorkspaceId workspace, Condition product, Condition variant, Share share) {
    this.workspace = workspace;
    this.product = product;
    this.variant = variant;
    this.share = share;
  }

  /// In a team's whole catalogue.
  static ReachQueries of(WorkspaceId workspace) {
    return new ReachQueries(workspace, noCondition(), noCondition(), Share.OF_A_TEAM);
  }

  /// Among these products only.
  static ReachQueries among(WorkspaceId workspace, Collection<ProductId> products) {
    Long[] ids = ids(products);
    return new ReachQueries(
        workspace,
        PRODUCTS.ID.eq(any(ids)),
        PRODUCT_VARIANTS.PRODUCT_ID.eq(any(ids)),
        Share.SOME_PRODUCTS);
  }

  /// The same, where nearly all products there are belong to the team.
  ///
  /// A word index lists the products of a team as it lists those that have a word, and goes through
  /// both lists. Then it is less work to read the few products of others as well.
  ReachQueries amongFewOthers() {
    return share == Share.OF_A_TEAM
        ? new ReachQueries(workspace, product, variant, Share.NEARLY_ALL)
        : this;
  }

  /// The same, without these products.
  ReachQueries without(Collection<ProductId> found) {
    return new ReachQueries(
        workspace,
        product.and(isNone(PRODUCTS.ID, found)),
        variant.and(isNone(PRODUCT_VARIANTS.PRODUCT_ID, found)),
        share);
  }

  private static Condition isNone(Field<Long> id, Collection<ProductId> found) {
    return condition("{0} <> all({1}::bigint[])", id, ProductTierQueries.unplanned(ids(found)));
  }

  private static Long[] ids(Collection<ProductId> products) {
    return products.stream().map(ProductId::value).toArray(Long[]::new);
  }

  Condition isSearched() {
    return isThere(workspace).and(product);
  }

  /// For an index of words.
  Condition isSearchedByWords() {
    return ofTeamByWords(isThere(workspace)).and(product);
  }

  Condition isVariantSearched() {
    return isVariantThere().and(variant);
  }

  /// For an index of parts of SKUs.
  Condition isVariantSearchedByParts() {
    return ofTeamByWords(isVariantThere()).and(variant);
  }

  private Condition isVariantThere() {
    return PRODUCT_VARIANTS.WORKSPACE_ID.eq(workspace.value());
  }

  private Condition ofTeamByWords(Condition there) {
    return share == Share.NEARLY_ALL ? ProductTierQueries.filter(there) : there;
  }

  WorkspaceId workspace() {
    return workspace;
  }
}
