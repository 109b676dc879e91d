package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.AD_SPEND;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// What one team's ads cost and whose they are, and which orders are not paid.
final class SpendQueries {
  /// As the shop writes it of orders that nobody has paid for, or not in full.
  private static final List<String> UNPAID =
      List.of("pending", "authorized", "partially_paid", "unpaid", "expired");

  private final DSLContext db;
  private final WorkspaceId workspace;

  SpendQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  static Condition isUnpaid() {
    return ORDERS.FINANCIAL_STATUS.in(UNPAID);
  }

  /// By campaign and currency.
  List<Spent> spent(DayRange days) {
    return db.select(AD_SPEND.CAMPAIGN, AD_SPEND.CURRENCY, sum(AD_SPEND.SPEND_MINOR).cast(BIGINT))
        .from(AD_SPEND)
        .where(AD_SPEND.WORKSPACE_ID.eq(workspace.value()))
        .and(AD_SPEND.DAY.between(days.from(), days.to()))
        .groupBy(AD_SPEND.CAMPAIGN, AD_SPEND.CURRENCY)
        .orderBy(AD_SPEND.CAMPAIGN, AD_SPEND.CURRENCY)
        .fetch(
            mapping(
                (campaign, currency, minor) ->
                    new Spent(campaign, new Money(minor, Currency.getInstance(currency)))));
  }

  /// From the first to the last day on which something was spent; empty if nothing ever was.
  Optional<DayRange> days() {
    return db.select(min(AD_SPEND.DAY), max(AD_SPEND.DAY))
        .from(AD_SPEND)
        .where(AD_SPEND.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional()
        .filter(row -> row.value1() != null)
        .map(mapping(DayRange::new));
  }

  /// Which media and products campaigns are for, by confirmed links that were not taken back as
  /// wrong.
  List<Advertised> advertised() {
    return db.selectDistinct(
            MEDIA_PRODUCT_LINKS.AD_CAMPAIGN_ID,
            MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID.convertFrom(MediaId::new),
            MEDIA_PRODUCT_LINKS.PRODUCT_ID.convertFrom(ProductId::new))
        .from(MEDIA_PRODUCT_LINKS)
        .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_PRODUCT_LINKS.AD_CAMPAIGN_ID.isNotNull())
        .and(MEDIA_PRODUCT_LINKS.IS_CONFIRMED)
        .and(
            MEDIA_PRODUCT_LINKS
                .UNLINKED_AT
                .isNull()
                .or(MEDIA_PRODUCT_LINKS.UNLINK_REASON.eq("ended")))
        .orderBy(
            MEDIA_PRODUCT_LINKS.AD_CAMPAIGN_ID,
            MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID,
            MEDIA_PRODUCT_LINKS.PRODUCT_ID)
        .fetch(mapping(Advertised::new));
  }

  Map<ProductId, String> titles(Collection<ProductId> products) {
    return db.select(PRODUCTS.ID.convertFrom(ProductId::new), PRODUCTS.TITLE)
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCTS.ID.eq(any(products.stream().map(ProductId::value).toArray(Long[]::new))))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /// Orders that count although they are not paid.
  ///
  /// @param products only orders of these; empty: of all
  int countUnpaid(PostSpan ordered, Collection<Long> products) {
    return db.fetchCount(
        ORDERS,
        ORDERS.WORKSPACE_ID.eq(workspace.value()),
        ORDERS.ORDERED_AT.ge(ordered.start()),
        ORDERS.ORDERED_AT.lt(ordered.end()),
        ORDERS.CANCELLED_AT.isNull(),
        ORDERS.IS_TEST.isFalse(),
        isUnpaid(),
        products.isEmpty() ? noCondition() : hasLineOf(products));
  }

  private static Condition hasLineOf(Collection<Long> products) {
    return exists(
        selectOne()
            .from(ORDER_LINES)
            .where(ORDER_LINES.WORKSPACE_ID.eq(ORDERS.WORKSPACE_ID))
            .and(ORDER_LINES.ORDER_ID.eq(ORDERS.ID))
            .and(ORDER_LINES.PRODUCT_ID.eq(any(products.toArray(Long[]::new)))));
  }

  record Spent(String campaign, Money spend) {}

  record Advertised(String campaign, MediaId media, ProductId product) {}
}
