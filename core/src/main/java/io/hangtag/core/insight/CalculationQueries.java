package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.PRODUCT_PERFORMANCE;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;

import io.hangtag.core.attribution.Settings;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.ProductPerformance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.AggregateFunction;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;

/// Calculates one team's performance by product and period, in the database.
final class CalculationQueries {
  private static final ProductPerformance KEPT = PRODUCT_PERFORMANCE;
  private static final Name BOUNDS = name("bounds");
  private static final Field<Instant[]> INSTANTS =
      field(BOUNDS.append("instants"), INSTANT.array());
  private static final Field<LocalDate[]> DAYS = field(BOUNDS.append("days"), LOCALDATE.array());

  private static final Field<Long> PRODUCT = field(name("product_id"), BIGINT);
  private static final Field<Integer> PERIOD = field(name("period"), INTEGER);
  private static final Field<String> CURRENCY = field(name("currency"), CLOB);

  private static final List<String> OF_POSTS =
      List.of("posts", "impressions", "reach", "engagement");
  private static final List<String> FIGURES =
      Stream.concat(
              OF_POSTS.stream(),
              Stream.of("orders", "revenue", "attributed_orders", "attributed_revenue"))
          .toList();

  private final DSLContext db;
  private final WorkspaceId workspace;
  private final Settings settings;

  CalculationQueries(DSLContext db, WorkspaceId workspace, Settings settings) {
    this.db = db;
    this.workspace = workspace;
    this.settings = settings;
  }

  /// Adds the rows of these periods; how many.
  ///
  /// @param product empty: all that were ever posted or ordered
  int insert(PeriodCalendar calendar, Optional<ProductId> product, Instant now) {
    CommonTableExpression<?> periods = periods(calendar);
    CommonTableExpression<?> allPosts = allPosts(calendar);
    CommonTableExpression<?> posted = posted(calendar, product);
    CommonTableExpression<?> sold = sold(calendar, product);
    CommonTableExpression<?> earned = earned(calendar, product);
    CommonTableExpression<?> summed = summed(product, periods, List.of(posted, sold, earned));
    return db.with(bounds(calendar))
        .with(periods)
        .with(allPosts)
        .with(posted)
        .with(sold)
        .with(earned)
        .with(summed)
        .insertInto(KEPT)
        .columns(
            KEPT.WORKSPACE_ID,
            KEPT.PRODUCT_ID,
            KEPT.PERIOD_TYPE,
            KEPT.PERIOD_START,
            KEPT.PERIOD_END,
            KEPT.CURRENCY,
            KEPT.TOTAL_POSTS,
            KEPT.POSTS_WITH_PRODUCT,
            KEPT.TOTAL_IMPRESSIONS,
            KEPT.TOTAL_REACH,
            KEPT.TOTAL_ENGAGEMENT,
            KEPT.TOTAL_ORDERS,
            KEPT.TOTAL_REVENUE_MINOR,
            KEPT.ATTRIBUTED_ORDERS,
            KEPT.ATTRIBUTED_REVENUE_MINOR,
            KEPT.CALCULATED_AT)
        .select(
            select(
                    inline(workspace.value()),
                    summed.field(PRODUCT),
                    inline(calendar.type().code()),
                    periods.field("first", LocalDate.class),
                    periods.field("last", LocalDate.class),
                    summed.field(CURRENCY),
                    coalesce(allPosts.field("posts", Integer.class), inline(0)),
                    summed.field("posts", Integer.class),
                    summed.field("impressions", Long.class),
                    summed.field("reach", Long.class),
                    summed.field("engagement", Long.class),
                    summed.field("orders", Integer.class),
                    summed.field("revenue", Long.class),
                    summed.field("attributed_orders", Integer.class),
                    summed.field("attributed_revenue", Long.class),
                    val(now, INSTANT))
                .from(summed)
                .join(periods)
                .on(same(PERIOD, summed, periods))
                .leftJoin(allPosts)
                .on(same(PERIOD, summed, allPosts)))
        .execute();
  }

  /// What the tables say, over the zeros of every period; posts are the same in each currency.
  ///
  /// Added up, for to join them by three columns takes the time of all pairs where the planner
  /// expects few rows.
  private CommonTableExpression<?> summed(
      Optional<ProductId> product,
      CommonTableExpression<?> periods,
      List<CommonTableExpression<?>> tables) {
    List<SelectField<?>> zeros = new ArrayList<>();
    zeros.add(PRODUCTS.ID.as(PRODUCT));
    zeros.add(periods.field(PERIOD));
    zeros.add(own().as(CURRENCY));
    FIGURES.forEach(figure -> zeros.add(inline(0L).as(figure)));
    Select<Record> parts = select(zeros).from(PRODUCTS).crossJoin(periods).where(wanted(product));
    for (CommonTableExpression<?> table : tables) {
      parts = parts.unionAll(part(table));
    }
    Table<Record> all = parts.asTable("parts");
    List<SelectField<?>> sums = new ArrayList<>();
    sums.add(all.field(PRODUCT));
    sums.add(all.field(PERIOD));
    sums.add(all.field(CURRENCY));
    for (String figure : FIGURES) {
      AggregateFunction<BigDecimal> sum = sum(all.field(figure, Long.class));
      Field<BigDecimal> ofAll =
          OF_POSTS.contains(figure)
              ? max(sum).over(partitionBy(all.field(PRODUCT), all.field(PERIOD)))
              : sum;
      sums.add(ofAll.cast(BIGINT).as(figure));
    }
    return name("summed")
        .as(
            select(sums)
                .from(all)
                .groupBy(all.field(PRODUCT), all.field(PERIOD), all.field(CURRENCY)));
  }

  /// The figures that the table has, and zeros for the others.
  private static Select<Record> part(CommonTableExpression<?> table) {
    List<SelectField<?>> fields = new ArrayList<>();
    fields.add(table.field(PRODUCT));
    fields.add(table.field(PERIOD));
    fields.add(table.field(CURRENCY));
    for (String figure : FIGURES) {
      Field<Long> own = table.field(figure, Long.class);
      fields.add(own == null ? inline(0L) : own);
    }
    return select(fields).from(table);
  }

  private Field<String> own() {
    return inline(settings.currency().getCurrencyCode());
  }

  private static <T> Condition same(
      Field<T> field, CommonTableExpression<?> one, CommonTableExpression<?> other) {
    return field(one.getUnqualifiedName().append(field.getName()), field.getDataType())
        .eq(field(other.getUnqualifiedName().append(field.getName()), field.getDataType()));
  }

  private Condition wanted(Optional<ProductId> product) {
    Condition everUsed =
        exists(
                selectOne()
                    .from(ORDER_LINES)
                    .where(ORDER_LINES.WORKSPACE_ID.eq(PRODUCTS.WORKSPACE_ID))
                    .and(ORDER_LINES.PRODUCT_ID.eq(PRODUCTS.ID)))
            .or(
                exists(
                    selectOne()
                        .from(ShowingQueries.links())
                        .where(ShowingQueries.published(workspace))
                        .and(ShowingQueries.inForce())
                        .and(MEDIA_PRODUCT_LINKS.PRODUCT_ID.eq(PRODUCTS.ID))));
    return PRODUCTS
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(product.map(id -> PRODUCTS.ID.eq(id.value())).orElse(everUsed));
  }

  private CommonTableExpression<?> bounds(PeriodCalendar calendar) {
    return BOUNDS.as(
        select(
            val(calendar.instants(settings.zone()), INSTANT.array()).as("instants"),
            val(calendar.bounds().toArray(LocalDate[]::new), LOCALDATE.array()).as("days")));
  }

  private static CommonTableExpression<?> periods(PeriodCalendar calendar) {
    Field<Integer> number = field(name("number"), INTEGER);
    return name("periods")
        .as(
            select(
                    number.as(PERIOD),
                    arrayGet(DAYS, number).as("first"),
                    field("{0} - 1", LOCALDATE, arrayGet(DAYS, number.plus(1))).as("last"))
                .from(BOUNDS)
                .crossJoin(generateSeries(1, calendar.periods()).as("numbers", "number")));
  }

  /// The number of the period with this instant or day, counted from 1.
  private static Field<Integer> period(Field<?> when, Field<?> bounds) {
    return field("width_bucket({0}, {1})", INTEGER, when, bounds);
  }

  private CommonTableExpression<?> allPosts(PeriodCalendar calendar) {
    return name("all_posts")
        .as(
            select(period(POSTS.POSTED_AT, INSTANTS).as(PERIOD), count().as("posts"))
                .from(POSTS)
                .crossJoin(BOUNDS)
                .where(published(calendar))
                .groupBy(PERIOD));
  }

  private Condition published(PeriodCalendar calendar) {
    return ShowingQueries.published(workspace, start(calendar), end(calendar));
  }

  private CommonTableExpression<?> posted(PeriodCalendar calendar, Optional<ProductId> product) {
    var shown =
        selectDistinct(
                MEDIA_PRODUCT_LINKS.PRODUCT_ID,
                POSTS.ID,
                period(POSTS.POSTED_AT, INSTANTS).as(PERIOD),
                ShowingQueries.known(POSTS.IMPRESSIONS).as("impressions"),
                ShowingQueries.known(POSTS.REACH).as("reach"),
                ShowingQueries.engagement().as("engagement"))
            .from(ShowingQueries.links())
            .crossJoin(BOUNDS)
            .where(published(calendar))
            .and(ShowingQueries.inForce())
            .and(
                product
                    .map(id -> MEDIA_PRODUCT_LINKS.PRODUCT_ID.eq(id.value()))
                    .orElse(noCondition()))
            .asTable("shown");
    return name("posted")
        .as(
            select(
                    shown.field(PRODUCT),
                    shown.field(PERIOD),
                    own().as(CURRENCY),
                    count().cast(BIGINT).as("posts"),
                    sum(shown.field("impressions", Long.class)).cast(BIGINT).as("impressions"),
                    sum(shown.field("reach", Long.class)).cast(BIGINT).as("reach"),
                    sum(shown.field("engagement", Long.class)).cast(BIGINT).as("engagement"))
                .from(shown)
                .groupBy(shown.field(PRODUCT), shown.field(PERIOD)));
  }

  private CommonTableExpression<?> sold(PeriodCalendar calendar, Optional<ProductId> product) {
    return name("sold")
        .as(
            select(
                    ORDER_LINES.PRODUCT_ID,
                    ORDER_LINES.CURRENCY,
                    period(ORDER_LINES.ORDERED_AT, INSTANTS).as(PERIOD),
                    countDistinct(ORDER_LINES.ORDER_ID).cast(BIGINT).as("orders"),
                    sum(ORDER_LINES.NET_MINOR).cast(BIGINT).as("revenue"))
                .from(ORDER_LINES)
                .crossJoin(BOUNDS)
                .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
                .and(ORDER_LINES.ORDERED_AT.ge(start(calendar)))
                .and(ORDER_LINES.ORDERED_AT.lt(end(calendar)))
                .and(ORDER_LINES.EXCLUSION.isNull())
                .and(
                    product
                        .map(id -> ORDER_LINES.PRODUCT_ID.eq(id.value()))
                        .orElse(ORDER_LINES.PRODUCT_ID.isNotNull()))
                .groupBy(ORDER_LINES.PRODUCT_ID, ORDER_LINES.CURRENCY, PERIOD));
  }

  private CommonTableExpression<?> earned(PeriodCalendar calendar, Optional<ProductId> product) {
    return name("earned")
        .as(
            select(
                    CREDIT_DAYS.PRODUCT_ID,
                    CREDIT_DAYS.CURRENCY,
                    period(CREDIT_DAYS.DAY, DAYS).as(PERIOD),
                    sum(CREDIT_DAYS.ORDERS_OF_PRODUCT).cast(BIGINT).as("attributed_orders"),
                    sum(CREDIT_DAYS.REVENUE_MINOR).cast(BIGINT).as("attributed_revenue"))
                .from(CREDIT_DAYS)
                .crossJoin(BOUNDS)
                .where(CREDIT_DAYS.WORKSPACE_ID.eq(workspace.value()))
                .and(CREDIT_DAYS.DAY.between(calendar.days().from(), calendar.days().to()))
                .and(product.map(id -> CREDIT_DAYS.PRODUCT_ID.eq(id.value())).orElse(noCondition()))
                .groupBy(CREDIT_DAYS.PRODUCT_ID, CREDIT_DAYS.CURRENCY, PERIOD));
  }

  private Instant start(PeriodCalendar calendar) {
    return calendar.bounds().getFirst().atStartOfDay(settings.zone()).toInstant();
  }

  private Instant end(PeriodCalendar calendar) {
    return calendar.bounds().getLast().atStartOfDay(settings.zone()).toInstant();
  }
}
