package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_REVERSALS;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.selectOne;

import io.hangtag.core.attribution.Ledger.Reversal;
import io.hangtag.core.attribution.NameQueries.LineKey;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// When one team's orders were cancelled and money was given back.
final class LedgerQueries {
  private final DSLContext db;
  private final WorkspaceId workspace;

  LedgerQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// By order from `start` until before `end`, when it was cancelled, in microseconds; without
  /// those that never counted.
  Map<Long, Long> cancelled(Instant start, Instant end) {
    return db.select(ORDERS.ID, ORDERS.CANCELLED_AT)
        .from(ORDERS)
        .where(ordered(start, end))
        .and(ORDERS.CANCELLED_AT.isNotNull())
        .and(ORDERS.IS_TEST.isFalse())
        .and(ORDERS.FINANCIAL_STATUS.isDistinctFrom("voided"))
        .fetchMap(row -> row.value1(), row -> MICROS.between(Instant.EPOCH, row.value2()));
  }

  /// By line of the orders from `start` until before `end`, oldest first.
  Map<LineKey, List<Reversal>> reversals(Instant start, Instant end) {
    return db.select(
            ORDER_REVERSALS.ORDER_ID,
            ORDER_REVERSALS.POSITION,
            ORDER_REVERSALS.REVERSED_AT,
            ORDER_REVERSALS.AMOUNT_MINOR)
        .from(ORDER_REVERSALS)
        .join(ORDERS)
        .on(ORDERS.WORKSPACE_ID.eq(ORDER_REVERSALS.WORKSPACE_ID))
        .and(ORDERS.ID.eq(ORDER_REVERSALS.ORDER_ID))
        .where(ordered(start, end))
        .orderBy(ORDER_REVERSALS.ORDER_ID, ORDER_REVERSALS.POSITION, ORDER_REVERSALS.REVERSED_AT)
        .fetchGroups(
            row -> new LineKey(row.value1(), row.value2()),
            row -> new Reversal(MICROS.between(Instant.EPOCH, row.value3()), row.value4()));
  }

  private Condition ordered(Instant start, Instant end) {
    return ORDERS
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(ORDERS.ORDERED_AT.ge(start))
        .and(ORDERS.ORDERED_AT.lt(end));
  }

  /// When the first order was made to which something happened from `start` until before `end`;
  /// empty if nothing did.
  Optional<Instant> firstOrder(Instant start, Instant end) {
    return db.select(min(ORDERS.ORDERED_AT))
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .and(
            ORDERS
                .CANCELLED_AT
                .ge(start)
                .and(ORDERS.CANCELLED_AT.lt(end))
                .or(
                    exists(
                        selectOne()
                            .from(ORDER_REVERSALS)
                            .where(ORDER_REVERSALS.WORKSPACE_ID.eq(ORDERS.WORKSPACE_ID))
                            .and(ORDER_REVERSALS.ORDER_ID.eq(ORDERS.ID))
                            .and(ORDER_REVERSALS.REVERSED_AT.ge(start))
                            .and(ORDER_REVERSALS.REVERSED_AT.lt(end)))))
        .fetchOptional(min(ORDERS.ORDERED_AT));
  }

  /// When something last happened to an order; empty if nothing ever did.
  Optional<Instant> last() {
    return db.select(greatest(max(ORDERS.CANCELLED_AT), max(ORDER_REVERSALS.REVERSED_AT)))
        .from(ORDERS)
        .leftJoin(ORDER_REVERSALS)
        .on(ORDER_REVERSALS.WORKSPACE_ID.eq(ORDERS.WORKSPACE_ID))
        .and(ORDER_REVERSALS.ORDER_ID.eq(ORDERS.ID))
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional(mapping(at -> at));
  }
}
