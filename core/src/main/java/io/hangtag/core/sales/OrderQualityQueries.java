package io.hangtag.core.sales;

import static io.hangtag.db.schema.Tables.ORDERS;
import static org.jooq.Records.mapping;

import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import java.util.Currency;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

final class OrderQualityQueries {
  private final DSLContext db;

  OrderQualityQueries(DSLContext db) {
    this.db = db;
  }

  int countSubtotalGaps(WorkspaceId workspace) {
    return db.fetchCount(ORDERS, hasSubtotalGap(workspace));
  }

  List<SubtotalGap> subtotalGaps(WorkspaceId workspace, int limit) {
    return db.select(ORDERS.NAME, ORDERS.SUBTOTAL_GAP_MINOR, ORDERS.CURRENCY)
        .from(ORDERS)
        .where(hasSubtotalGap(workspace))
        .orderBy(ORDERS.ID)
        .limit(limit)
        .fetch(
            mapping(
                (name, gap, currency) ->
                    new SubtotalGap(name, new Money(gap, Currency.getInstance(currency)))));
  }

  private static Condition hasSubtotalGap(WorkspaceId workspace) {
    return ORDERS.WORKSPACE_ID.eq(workspace.value()).and(ORDERS.SUBTOTAL_GAP_MINOR.isNotNull());
  }
}
