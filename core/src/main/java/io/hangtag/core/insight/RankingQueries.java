package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.NUMERIC;

import io.hangtag.core.insight.Rankings.Scope;
import io.hangtag.core.insight.Score.Earnings;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/// What one team's products and media did, in the team's currency.
final class RankingQueries {
  private final DSLContext db;
  private final WorkspaceId workspace;
  private final String currency;

  RankingQueries(DSLContext db, WorkspaceId workspace, Currency currency) {
    this.db = db;
    this.workspace = workspace;
    this.currency = currency.getCurrencyCode();
  }

  /// When the newest order was made; empty if there is none.
  Optional<Instant> newestOrder() {
    return db.select(max(ORDERS.ORDERED_AT))
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional(max(ORDERS.ORDERED_AT));
  }

  /// Posts of the days whose window is not over.
  int maturing(Scope scope) {
    return db.fetchCount(
        POSTS, ShowingQueries.published(workspace, scope.posts().end(), scope.end()));
  }

  /// Currencies other than the team's in which something was ordered in the days, by code.
  List<Currency> otherCurrencies(Scope scope) {
    return db.selectDistinct(ORDERS.CURRENCY)
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .and(ORDERS.CURRENCY.ne(currency))
        .and(ORDERS.ORDERED_AT.ge(scope.posts().start()))
        .and(ORDERS.ORDERED_AT.lt(scope.end()))
        .orderBy(ORDERS.CURRENCY)
        .fetch(row -> Currency.getInstance(row.value1()));
  }

  /// The products that were posted or ordered, by number.
  List<ProductShowing> products(Scope scope) {
    CommonTableExpression<?> posted = posted(scope);
    CommonTableExpression<?> sold =
        name("sold")
            .as(
                select(
                        ORDER_LINES.PRODUCT_ID,
                        countDistinct(ORDER_LINES.ORDER_ID).as("orders"),
                        sum(ORDER_LINES.NET_MINOR).as("revenue"))
                    .from(ORDER_LINES)
                    .where(ordered(scope.posts().start(), scope.end()))
                    .groupBy(ORDER_LINES.PRODUCT_ID));
    CommonTableExpression<?> earned =
        name("earned")
            .as(
                select(
                        CREDIT_DAYS.PRODUCT_ID,
                        sum(CREDIT_DAYS.ORDERS_OF_PRODUCT).as("orders"),
                        sum(CREDIT_DAYS.REVENUE_MINOR).as("revenue"))
                    .from(CREDIT_DAYS)
                    .join(POSTS)
                    .on(POSTS.WORKSPACE_ID.eq(CREDIT_DAYS.WORKSPACE_ID))
                    .and(POSTS.ID.eq(CREDIT_DAYS.POST_ID))
                    .where(credits())
                    .and(CREDIT_DAYS.DAY.between(scope.days().from(), scope.days().to()))
                    .and(POSTS.POSTED_AT.lt(scope.posts().end()))
                    .groupBy(CREDIT_DAYS.PRODUCT_ID));
    return db.with(posted)
        .with(sold)
        .with(earned)
        .select(
            PRODUCTS.ID,
            PRODUCTS.TITLE,
            figure(posted, "posts"),
            figure(posted, "reach"),
            figure(posted, "engagement"),
            figure(earned, "orders"),
            figure(earned, "revenue"),
            figure(sold, "orders"),
            figure(sold, "revenue"))
        .from(PRODUCTS)
        .leftJoin(posted)
        .on(ofProduct(posted))
        .leftJoin(sold)
        .on(ofProduct(sold))
        .leftJoin(earned)
        .on(ofProduct(earned))
        .where(PRODUCTS.WORKSPACE_ID.eq(workspace.value()))
        .and(
            column(posted, "posts", NUMERIC)
                .isNotNull()
                .or(column(sold, "orders", NUMERIC).isNotNull()))
        .orderBy(PRODUCTS.ID)
        .fetch(
            row ->
                new ProductShowing(
                    new Showing(
                        row.value1(),
                        row.value2(),
                        Math.toIntExact(row.value3()),
                        row.value4(),
                        row.value5()),
                    new Sold(row.value6(), row.value7()),
                    new Sold(row.value8(), row.value9())));
  }

  private static Condition ofProduct(CommonTableExpression<?> table) {
    return column(table, "product_id", BIGINT).eq(PRODUCTS.ID);
  }

  private static Field<Long> figure(CommonTableExpression<?> table, String column) {
    return coalesce(column(table, column, NUMERIC).cast(BIGINT), inline(0L));
  }

  private static <T> Field<T> column(Table<?> table, String column, DataType<T> type) {
    return field(table.getUnqualifiedName().append(column), type);
  }

  /// By product the posts of the scope that show it.
  private CommonTableExpression<?> posted(Scope scope) {
    var shown =
        selectDistinct(
                MEDIA_PRODUCT_LINKS.PRODUCT_ID,
                POSTS.ID,
                ShowingQueries.known(POSTS.REACH).as("reach"),
                ShowingQueries.engagement().as("engagement"))
            .from(ShowingQueries.links())
            .where(published(scope))
            .and(ShowingQueries.inForce())
            .asTable("shown");
    Field<Long> product = shown.field(MEDIA_PRODUCT_LINKS.PRODUCT_ID);
    return name("posted")
        .as(
            select(
                    product,
                    count().as("posts"),
                    sum(shown.field("reach", Long.class)).as("reach"),
                    sum(shown.field("engagement", Long.class)).as("engagement"))
                .from(shown)
                .groupBy(product));
  }

  private Condition published(Scope scope) {
    return ShowingQueries.published(workspace, scope.posts().start(), scope.posts().end());
  }

  private Condition ordered(Instant start, Instant end) {
    return ORDER_LINES
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(ORDER_LINES.ORDERED_AT.ge(start))
        .and(ORDER_LINES.ORDERED_AT.lt(end))
        .and(ORDER_LINES.CURRENCY.eq(currency))
        .and(ORDER_LINES.EXCLUSION.isNull())
        .and(ORDER_LINES.PRODUCT_ID.isNotNull());
  }

  private Condition credits() {
    return CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()).and(CREDIT_DAYS.CURRENCY.eq(currency));
  }

  /// The media of the scope's posts by number.
  Map<Long, Showing> media(Scope scope) {
    return db.select(
            POST_MEDIA.MEDIA_ITEM_ID,
            title(),
            count(),
            sum(ShowingQueries.known(POSTS.REACH)).cast(BIGINT),
            sum(ShowingQueries.engagement()).cast(BIGINT))
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .join(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
        .where(published(scope))
        .groupBy(POST_MEDIA.MEDIA_ITEM_ID, MEDIA_ITEMS.WORKSPACE_ID, MEDIA_ITEMS.ID)
        .fetchMap(POST_MEDIA.MEDIA_ITEM_ID, mapping(Showing::new));
  }

  private static Field<String> title() {
    return coalesce(
        MEDIA_ITEMS.TITLE,
        MEDIA_ITEMS.FILE_NAME,
        concat(MEDIA_ITEMS.KIND, inline(" "), MEDIA_ITEMS.ID));
  }

  /// What was sold, with or without posts, of the products that media of the scope's posts show,
  /// until nothing more is credited to these posts; by media number.
  Map<Long, Sold> totalsOfMedia(Scope scope) {
    var shown =
        selectDistinct(POST_MEDIA.MEDIA_ITEM_ID, MEDIA_PRODUCT_LINKS.PRODUCT_ID)
            .from(ShowingQueries.links())
            .where(published(scope))
            .and(ShowingQueries.inForce())
            .asTable("shown");
    Field<Long> media = shown.field(POST_MEDIA.MEDIA_ITEM_ID);
    return db.select(
            media,
            countDistinct(ORDER_LINES.ORDER_ID).cast(BIGINT),
            sum(ORDER_LINES.NET_MINOR).cast(BIGINT))
        .from(shown)
        .join(ORDER_LINES)
        .on(ORDER_LINES.PRODUCT_ID.eq(shown.field(MEDIA_PRODUCT_LINKS.PRODUCT_ID)))
        .where(ordered(scope.posts().start(), scope.lastEarned()))
        .groupBy(media)
        .fetchMap(row -> row.value1(), row -> new Sold(row.value2(), row.value3()));
  }

  /// What the scope's posts of each product earned for it, in the products' order.
  List<Earnings> earningsOfProducts(Scope scope) {
    return earnings(scope, MEDIA_PRODUCT_LINKS.PRODUCT_ID, CREDIT_DAYS.PRODUCT_ID);
  }

  /// What each media item earned by the scope's posts in which it shows a product, by number.
  List<Earnings> earningsOfMedia(Scope scope) {
    return earnings(scope, POST_MEDIA.MEDIA_ITEM_ID, CREDIT_DAYS.MEDIA_ITEM_ID);
  }

  private List<Earnings> earnings(
      Scope scope, TableField<?, Long> shownAs, TableField<?, Long> creditedAs) {
    var shown =
        selectDistinct(shownAs.as("id"), POSTS.ID.as("post"))
            .from(ShowingQueries.links())
            .where(published(scope))
            .and(ShowingQueries.inForce())
            .asTable("shown");
    var earned =
        select(
                creditedAs.as("id"),
                CREDIT_DAYS.POST_ID.as("post"),
                sum(CREDIT_DAYS.REVENUE_MINOR).cast(DOUBLE).as("revenue"))
            .from(CREDIT_DAYS)
            .join(POSTS)
            .on(POSTS.WORKSPACE_ID.eq(CREDIT_DAYS.WORKSPACE_ID))
            .and(POSTS.ID.eq(CREDIT_DAYS.POST_ID))
            .where(credits())
            .and(published(scope))
            .groupBy(creditedAs, CREDIT_DAYS.POST_ID)
            .asTable("earned");
    Field<Long> id = shown.field("id", Long.class);
    Field<Long> post = shown.field("post", Long.class);
    Field<Double> revenue = coalesce(earned.field("revenue", Double.class), inline(0.0));
    return db.select(
            id,
            count().cast(BIGINT),
            sum(revenue).cast(DOUBLE),
            sum(revenue.mul(revenue)).cast(DOUBLE))
        .from(shown)
        .leftJoin(earned)
        .on(column(earned, "id", BIGINT).eq(id))
        .and(column(earned, "post", BIGINT).eq(post))
        .groupBy(id)
        .orderBy(id)
        .fetch(mapping(Earnings::new));
  }

  /// Posts that show something.
  record Showing(long id, String title, int posts, long reach, long engagement) {}

  /// @param minor revenue
  record Sold(long orders, long minor) {
    static final Sold NOTHING = new Sold(0, 0);
  }

  /// @param total with or without posts
  record ProductShowing(Showing shown, Sold attributed, Sold total) {}
}
