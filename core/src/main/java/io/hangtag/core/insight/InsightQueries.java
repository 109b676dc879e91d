package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

final class InsightQueries {
  private final DSLContext db;

  InsightQueries(DSLContext db) {
    this.db = db;
  }

  /// When the first and the last order that count were made.
  Optional<Span> findOrderSpan(WorkspaceId workspace) {
    return db.select(min(ORDER_LINES.ORDERED_AT), max(ORDER_LINES.ORDERED_AT))
        .from(ORDER_LINES)
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
        .and(counts())
        .groupBy(ORDER_LINES.WORKSPACE_ID)
        .fetchOptional(mapping(Span::new));
  }

  /// @param to the day after the last one
  ShopHistory history(Workspace workspace, LocalDate from, LocalDate to, Duration window) {
    Span days = new Span(start(from, workspace), start(to, workspace));
    return new ShopHistory(
        workspace.timezone(),
        from,
        to,
        window,
        posts(workspace.id(), new Span(days.first().minus(window), days.last())),
        sales(workspace.id(), days, workspace.timezone()),
        categories(workspace.id()));
  }

  private static Instant start(LocalDate day, Workspace workspace) {
    return day.atStartOfDay(workspace.timezone()).toInstant();
  }

  /// How long after a post the team counts orders as after it.
  Duration window(WorkspaceId workspace) {
    return db.select(WORKSPACES.ATTRIBUTION_WINDOW_HOURS)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace.value()))
        .fetchSingle(mapping(hours -> Duration.ofHours(hours)));
  }

  private List<Sales> sales(WorkspaceId workspace, Span days, ZoneId zone) {
    // Written into the statement, for otherwise it is not the same where it is grouped by.
    Field<Instant> hour =
        field(
            "date_trunc('hour', {0}, {1})",
            ORDER_LINES.ORDERED_AT.getDataType(), ORDER_LINES.ORDERED_AT, inline(zone.getId()));
    return db.select(
            ORDER_LINES.PRODUCT_ID.convertFrom(ProductId::new),
            hour,
            countDistinct(ORDER_LINES.ORDER_ID))
        .from(ORDER_LINES)
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
        .and(ORDER_LINES.ORDERED_AT.ge(days.first()))
        .and(ORDER_LINES.ORDERED_AT.lt(days.last()))
        .and(counts())
        .groupBy(ORDER_LINES.PRODUCT_ID, hour)
        .fetch(mapping(Sales::new));
  }

  private static Condition counts() {
    return ORDER_LINES.EXCLUSION.isNull().and(ORDER_LINES.PRODUCT_ID.isNotNull());
  }

  /// Posts with the products that a link in force then says they show.
  private List<Posting> posts(WorkspaceId workspace, Span days) {
    return db.select(POSTS.POSTED_AT, arrayAggDistinct(MEDIA_PRODUCT_LINKS.PRODUCT_ID))
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .join(MEDIA_PRODUCT_LINKS)
        .on(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
        .and(isInForce(POSTS.POSTED_AT))
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.STATUS.eq("posted"))
        .and(POSTS.POSTED_AT.ge(days.first()))
        .and(POSTS.POSTED_AT.lt(days.last()))
        .groupBy(POSTS.ID, POSTS.POSTED_AT)
        .fetch(mapping(InsightQueries::posting));
  }

  /// Confirmed, and never taken back as wrong.
  private static Condition isInForce(Field<Instant> at) {
    return MEDIA_PRODUCT_LINKS
        .IS_CONFIRMED
        .isTrue()
        .and(
            MEDIA_PRODUCT_LINKS
                .UNLINKED_AT
                .isNull()
                .or(MEDIA_PRODUCT_LINKS.UNLINK_REASON.eq("ended")))
        .and(
            MEDIA_PRODUCT_LINKS
                .EFFECTIVE_FROM
                .isNull()
                .or(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM.le(at)))
        .and(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO.isNull().or(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO.gt(at)));
  }

  private static Posting posting(Instant at, Long[] products) {
    return new Posting(at, Stream.of(products).map(ProductId::new).toList());
  }

  private Map<ProductId, String> categories(WorkspaceId workspace) {
    return db.select(PRODUCTS.ID.convertFrom(ProductId::new), PRODUCTS.PRODUCT_TYPE)
        .from(PRODUCTS)
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(PRODUCTS.PRODUCT_TYPE.ne(""))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /// From one moment to another.
  record Span(Instant first, Instant last) {}
}
