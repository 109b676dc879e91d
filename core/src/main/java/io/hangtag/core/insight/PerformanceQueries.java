package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.PRODUCT_PERFORMANCE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Settings;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ProductPeriod.Attributed;
import io.hangtag.core.insight.ProductPeriod.Posts;
import io.hangtag.core.insight.ProductPeriod.Sales;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.ProductPerformance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// What is kept of one team's performance by product and period.
final class PerformanceQueries {
  private static final ProductPerformance KEPT = PRODUCT_PERFORMANCE;

  private final DSLContext db;
  private final WorkspaceId workspace;
  private final Settings settings;

  PerformanceQueries(DSLContext db, WorkspaceId workspace, Settings settings) {
    this.db = db;
    this.workspace = workspace;
    this.settings = settings;
  }

  /// The days from the first to the last post or order; empty if there are none.
  Optional<DayRange> everything() {
    var posts =
        select(min(POSTS.POSTED_AT).as("first"), max(POSTS.POSTED_AT).as("last"))
            .from(POSTS)
            .where(ShowingQueries.published(workspace))
            .asTable("published");
    var lines =
        select(min(ORDER_LINES.ORDERED_AT).as("first"), max(ORDER_LINES.ORDERED_AT).as("last"))
            .from(ORDER_LINES)
            .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
            .asTable("ordered");
    return db.select(
            least(posts.field("first", Instant.class), lines.field("first", Instant.class)),
            greatest(posts.field("last", Instant.class), lines.field("last", Instant.class)))
        .from(posts)
        .crossJoin(lines)
        .fetchOptional()
        .filter(row -> row.value1() != null)
        .map(row -> new DayRange(dayOf(row.value1()), dayOf(row.value2())));
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(settings.zone()).toLocalDate();
  }

  /// Removes what is kept.
  ///
  /// @param product empty: of all
  /// @param days of whole periods; empty: all
  void delete(PeriodType type, Optional<ProductId> product, Optional<DayRange> days) {
    db.deleteFrom(KEPT).where(kept(type, product, days)).execute();
  }

  private Condition kept(PeriodType type, Optional<ProductId> product, Optional<DayRange> days) {
    return KEPT.WORKSPACE_ID
        .eq(workspace.value())
        .and(KEPT.PERIOD_TYPE.eq(type.code()))
        .and(product.map(id -> KEPT.PRODUCT_ID.eq(id.value())).orElse(noCondition()))
        .and(
            days.map(range -> KEPT.PERIOD_START.between(range.from(), range.to()))
                .orElse(noCondition()));
  }

  /// What is kept, by product, currency (the team's own first) and time.
  ///
  /// @param product empty: of all
  /// @param days of whole periods; empty: all
  List<ProductPeriod> periods(
      PeriodType type, Optional<ProductId> product, Optional<DayRange> days) {
    return db.select(
            KEPT.PRODUCT_ID,
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
            KEPT.AVERAGE_ORDER_VALUE_MINOR,
            KEPT.ATTRIBUTED_ORDERS,
            KEPT.ATTRIBUTED_REVENUE_MINOR,
            KEPT.ATTRIBUTION_RATE,
            KEPT.REVENUE_PER_POST_MINOR,
            KEPT.ENGAGEMENT_TO_SALE_RATE,
            KEPT.CALCULATED_AT)
        .from(KEPT)
        .where(kept(type, product, days))
        .orderBy(
            KEPT.PRODUCT_ID,
            field(KEPT.CURRENCY.ne(settings.currency().getCurrencyCode())),
            KEPT.CURRENCY,
            KEPT.PERIOD_START)
        .fetch(row -> period(type, row));
  }

  private static ProductPeriod period(PeriodType type, Record row) {
    Currency currency = Currency.getInstance(row.get(KEPT.CURRENCY));
    return new ProductPeriod(
        new ProductId(row.get(KEPT.PRODUCT_ID)),
        type,
        new DayRange(row.get(KEPT.PERIOD_START), row.get(KEPT.PERIOD_END)),
        new Posts(
            row.get(KEPT.TOTAL_POSTS),
            row.get(KEPT.POSTS_WITH_PRODUCT),
            row.get(KEPT.TOTAL_IMPRESSIONS),
            row.get(KEPT.TOTAL_REACH),
            row.get(KEPT.TOTAL_ENGAGEMENT)),
        new Sales(
            row.get(KEPT.TOTAL_ORDERS),
            new Money(row.get(KEPT.TOTAL_REVENUE_MINOR), currency),
            rounded(row.get(KEPT.AVERAGE_ORDER_VALUE_MINOR), currency)),
        new Attributed(
            row.get(KEPT.ATTRIBUTED_ORDERS),
            new Money(row.get(KEPT.ATTRIBUTED_REVENUE_MINOR), currency),
            row.get(KEPT.ATTRIBUTION_RATE),
            rounded(row.get(KEPT.REVENUE_PER_POST_MINOR), currency),
            row.get(KEPT.ENGAGEMENT_TO_SALE_RATE)),
        row.get(KEPT.CALCULATED_AT));
  }

  private static @Nullable Money rounded(@Nullable BigDecimal minor, Currency currency) {
    return minor == null
        ? null
        : new Money(minor.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
  }
}
