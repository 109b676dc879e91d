package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.BinaryCopy;
import io.hangtag.db.BinaryCopy.RowIn;
import io.hangtag.db.BinaryCopy.RowsOut;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

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

  /// What is kept of these days.
  Set<CreditDay> kept(DayRange days) {
    return read(CREDIT_DAYS.DAY.between(inline(days.from()), inline(days.to())));
  }

  /// What is kept of a product on these days.
  Set<CreditDay> kept(long product, Collection<LocalDate> days) {
    return read(
        CREDIT_DAYS
            .PRODUCT_ID
            .eq(inline(product))
            .and(CREDIT_DAYS.DAY.in(days.stream().map(DSL::inline).toList())));
  }

  /// What is kept of all days but these; all, if there are none.
  Set<CreditDay> keptOutside(Optional<DayRange> days) {
    return read(
        days.map(
                but ->
                    CREDIT_DAYS.DAY.lt(inline(but.from())).or(CREDIT_DAYS.DAY.gt(inline(but.to()))))
            .orElse(noCondition()));
  }

  private Set<CreditDay> read(Condition which) {
    Set<CreditDay> kept = new HashSet<>();
    String query =
        db.renderInlined(
            db.select(
                    CREDIT_DAYS.PRODUCT_ID,
                    CREDIT_DAYS.DAY,
                    CREDIT_DAYS.POST_ID,
                    CREDIT_DAYS.LINK_ID,
                    CREDIT_DAYS.CURRENCY,
                    CREDIT_DAYS.MEDIA_ITEM_ID,
                    CREDIT_DAYS.REVENUE_MINOR,
                    CREDIT_DAYS.ORDER_MILLIONTHS,
                    CREDIT_DAYS.ORDERS,
                    CREDIT_DAYS.ORDERS_OF_LINK,
                    CREDIT_DAYS.ORDERS_OF_PRODUCT)
                .from(CREDIT_DAYS)
                .where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()))
                .and(which));
    db.connection(connection -> BinaryCopy.read(connection, query, row -> kept.add(day(row))));
    return kept;
  }

  private static CreditDay day(RowIn row) {
    return new CreditDay(
        row.int64(),
        row.date(),
        row.int64(),
        row.int64(),
        Objects.requireNonNull(row.text()),
        row.int64(),
        row.int64(),
        row.int64(),
        row.int32(),
        row.int32(),
        row.int32());
  }

  void delete(Collection<CreditDay> gone) {
    if (gone.isEmpty()) {
      return;
    }
    Table<?> given =
        table(
                "unnest({0}, {1}, {2}, {3}, {4})",
                val(gone.stream().map(CreditDay::product).toArray(Long[]::new)),
                val(
                    gone.stream()
                        .map(it -> LocalDate.ofEpochDay(it.day()))
                        .toArray(LocalDate[]::new)),
                val(gone.stream().map(CreditDay::post).toArray(Long[]::new)),
                val(gone.stream().map(CreditDay::link).toArray(Long[]::new)),
                val(gone.stream().map(CreditDay::currency).toArray(String[]::new)))
            .as("gone", "product_id", "day", "post_id", "link_id", "currency");
    db.deleteFrom(CREDIT_DAYS)
        .using(given)
        .where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()))
        .and(CREDIT_DAYS.PRODUCT_ID.eq(field(name("gone", "product_id"), Long.class)))
        .and(CREDIT_DAYS.DAY.eq(field(name("gone", "day"), LocalDate.class)))
        .and(CREDIT_DAYS.POST_ID.eq(field(name("gone", "post_id"), Long.class)))
        .and(CREDIT_DAYS.LINK_ID.eq(field(name("gone", "link_id"), Long.class)))
        .and(CREDIT_DAYS.CURRENCY.eq(field(name("gone", "currency"), String.class)))
        .execute();
  }

  void insert(Collection<CreditDay> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    db.connection(
        connection -> {
          long _ =
              BinaryCopy.write(
                  connection,
                  COLUMNS,
                  COLUMN_COUNT,
                  rows -> fresh.forEach(day -> write(day, rows)));
        });
  }

  private void write(CreditDay day, RowsOut rows) {
    rows.row();
    rows.int64(workspace.value());
    rows.int64(day.product());
    rows.date(day.day());
    rows.int64(day.post());
    rows.int64(day.link());
    rows.text(day.currency());
    rows.int64(day.media());
    rows.int64(day.revenue());
    rows.int64(day.millionths());
    rows.int32(day.orders());
    rows.int32(day.ordersOfLink());
    rows.int32(day.ordersOfProduct());
  }

  /// Brings the figures of all links up to date.
  void refreshLinks(Currency currency) {
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
                    .groupBy(CREDIT_DAYS.LINK_ID));
    CommonTableExpression<?> shown = name("shown").as(postsOfLinks(noCondition()));
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
                    .where(before.WORKSPACE_ID.eq(workspace.value())));
    Field<Integer> posts = column(now, "posts", Integer.class);
    Field<Integer> orders = column(now, "orders", Integer.class);
    Field<Long> revenue = column(now, "revenue", Long.class);
    db.with(earned)
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

  /// Counts anew the posts that show these links.
  void countPosts(Collection<Long> links) {
    if (links.isEmpty()) {
      return;
    }
    CommonTableExpression<?> shown = name("shown").as(postsOfLinks(LINKS.ID.in(links)));
    MediaProductLinks before = LINKS.as("before");
    Field<Integer> posts = coalesce(column(shown, "posts", Integer.class), inline(0));
    db.with(shown)
        .update(LINKS)
        .set(LINKS.POSTS_USING_LINK, posts)
        .from(before.leftJoin(shown).on(column(shown, "link_id", Long.class).eq(before.ID)))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.ID.in(links))
        .and(before.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(before.ID.eq(LINKS.ID))
        .and(LINKS.POSTS_USING_LINK.ne(posts))
        .execute();
  }

  private Select<?> postsOfLinks(Condition which) {
    return select(LINKS.ID.as("link_id"), count().as("posts"))
        .from(LINKS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(POST_MEDIA.MEDIA_ITEM_ID.eq(LINKS.MEDIA_ITEM_ID))
        .join(POSTS)
        .on(POSTS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(POSTS.ID.eq(POST_MEDIA.POST_ID))
        .and(POSTS.STATUS.eq("posted"))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(which)
        .and(TouchQueries.inForce())
        .groupBy(LINKS.ID);
  }

  /// Adds to what links earned.
  void addToLinks(Map<Long, Earned> earned) {
    if (earned.isEmpty()) {
      return;
    }
    Table<?> given =
        table(
                "unnest({0}, {1}, {2})",
                val(earned.keySet().toArray(Long[]::new)),
                val(earned.values().stream().map(Earned::orders).toArray(Integer[]::new)),
                val(earned.values().stream().map(Earned::revenue).toArray(Long[]::new)))
            .as("earned", "link_id", "orders", "revenue");
    db.update(LINKS)
        .set(
            LINKS.ATTRIBUTED_ORDERS,
            LINKS.ATTRIBUTED_ORDERS.plus(field(name("earned", "orders"), Integer.class)))
        .set(
            LINKS.ATTRIBUTED_REVENUE_MINOR,
            LINKS.ATTRIBUTED_REVENUE_MINOR.plus(field(name("earned", "revenue"), Long.class)))
        .from(given)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.ID.eq(field(name("earned", "link_id"), Long.class)))
        .execute();
  }

  private static <T> Field<T> column(CommonTableExpression<?> of, String name, Class<T> type) {
    return field(name(of.getName(), name), type);
  }

  /// What a link earned, or earned less if below zero.
  ///
  /// @param revenue in minor units of the workspace's currency
  record Earned(int orders, long revenue) {
    Earned plus(Earned other) {
      return new Earned(orders + other.orders, revenue + other.revenue);
    }
  }
}
