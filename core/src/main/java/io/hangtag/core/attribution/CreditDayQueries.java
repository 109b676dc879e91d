package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.BinaryCopy;
import io.hangtag.db.BinaryCopy.RowsOut;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// The kept figures of one team.
final class CreditDayQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final String COLUMNS =
      """
      credit_days (workspace_id, product_id, day, post_id, link_id, currency, media_item_id,
        revenue_minor, order_millionths, orders, orders_of_link, orders_of_product)
      """;
  private static final int COLUMN_COUNT = 12;

  private final DSLContext db;
  private final WorkspaceId workspace;

  CreditDayQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  void deleteAll() {
    db.deleteFrom(CREDIT_DAYS).where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value())).execute();
  }

  void delete(DayRange days) {
    db.deleteFrom(CREDIT_DAYS)
        .where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()))
        .and(CREDIT_DAYS.DAY.between(days.from(), days.to()))
        .execute();
  }

  /// Removes the days of a product; the links that had something there.
  Set<Long> delete(long product, Collection<LocalDate> days) {
    return Set.copyOf(
        db.deleteFrom(CREDIT_DAYS)
            .where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()))
            .and(CREDIT_DAYS.PRODUCT_ID.eq(product))
            .and(CREDIT_DAYS.DAY.in(days))
            .returningResult(CREDIT_DAYS.LINK_ID)
            .fetch(CREDIT_DAYS.LINK_ID));
  }

  /// Adds the rows that `work` makes, with the columns in the order of the table's.
  void insert(Consumer<RowsOut> work) {
    db.connection(
        connection -> {
          long _ = BinaryCopy.write(connection, COLUMNS, COLUMN_COUNT, work);
        });
  }

  /// Brings the figures on links up to date; all, or only those named. How many changed.
  int refreshLinks(Currency currency, Optional<Collection<Long>> which) {
    Condition wanted =
        LINKS
            .WORKSPACE_ID
            .eq(workspace.value())
            .and(which.map(ids -> LINKS.ID.in(ids)).orElse(noCondition()));
    CommonTableExpression<?> earned =
        name("earned")
            .as(
                select(
                        CREDIT_DAYS.LINK_ID,
                        sum(CREDIT_DAYS.ORDERS_OF_LINK).as("orders"),
                        sum(CREDIT_DAYS.REVENUE_MINOR).as("revenue"))
                    .from(CREDIT_DAYS)
                    .where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()))
                    .and(CREDIT_DAYS.CURRENCY.eq(currency.getCurrencyCode()))
                    .and(
                        which
                            .map(
                                ids ->
                                    CREDIT_DAYS
                                        .LINK_ID
                                        .in(ids)
                                        .and(
                                            CREDIT_DAYS.PRODUCT_ID.in(
                                                select(LINKS.PRODUCT_ID)
                                                    .from(LINKS)
                                                    .where(wanted))))
                            .orElse(noCondition()))
                    .groupBy(CREDIT_DAYS.LINK_ID));
    CommonTableExpression<?> shown =
        name("shown")
            .as(
                select(LINKS.ID.as("link_id"), countDistinct(POSTS.ID).as("posts"))
                    .from(LINKS)
                    .join(POST_MEDIA)
                    .on(POST_MEDIA.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
                    .and(POST_MEDIA.MEDIA_ITEM_ID.eq(LINKS.MEDIA_ITEM_ID))
                    .join(POSTS)
                    .on(POSTS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
                    .and(POSTS.ID.eq(POST_MEDIA.POST_ID))
                    .and(POSTS.STATUS.eq("posted"))
                    .where(wanted)
                    .and(TouchQueries.inForce())
                    .groupBy(LINKS.ID));
    MediaProductLinks before = LINKS.as("before");
    CommonTableExpression<?> now =
        name("now_figures")
            .as(
                select(
                        before.ID.as("link_id"),
                        coalesce(column(shown, "posts", Integer.class), inline(0)).as("posts"),
                        coalesce(column(earned, "orders", Integer.class), inline(0)).as("orders"),
                        coalesce(column(earned, "revenue", Long.class), inline(0L)).as("revenue"))
                    .from(before)
                    .leftJoin(shown)
                    .on(column(shown, "link_id", Long.class).eq(before.ID))
                    .leftJoin(earned)
                    .on(column(earned, "link_id", Long.class).eq(before.ID))
                    .where(before.WORKSPACE_ID.eq(workspace.value()))
                    .and(which.map(ids -> before.ID.in(ids)).orElse(noCondition())));
    Field<Integer> posts = column(now, "posts", Integer.class);
    Field<Integer> orders = column(now, "orders", Integer.class);
    Field<Long> revenue = column(now, "revenue", Long.class);
    return db.with(earned)
        .with(shown)
        .with(now)
        .update(LINKS)
        .set(LINKS.POSTS_USING_LINK, posts)
        .set(LINKS.ATTRIBUTED_ORDERS, orders)
        .set(LINKS.ATTRIBUTED_REVENUE_MINOR, revenue)
        .from(now)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.ID.eq(column(now, "link_id", Long.class)))
        .and(
            row(LINKS.POSTS_USING_LINK, LINKS.ATTRIBUTED_ORDERS, LINKS.ATTRIBUTED_REVENUE_MINOR)
                .isDistinctFrom(row(posts, orders, revenue)))
        .execute();
  }

  private static <T> Field<T> column(CommonTableExpression<?> of, String name, Class<T> type) {
    return field(name(of.getName(), name), type);
  }
}
