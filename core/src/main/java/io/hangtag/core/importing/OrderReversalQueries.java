package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.ORDER_REVERSALS;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.hangtag.core.importing.OrderQueries.StoredOrder;
import io.hangtag.core.sales.OrderLine;
import io.hangtag.core.sales.Reversal;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Reads and writes when parts of one team's order lines were given back.
final class OrderReversalQueries {
  private final DSLContext db;
  private final long workspace;

  OrderReversalQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// By line, oldest first.
  Map<Place, List<Reversal>> of(Collection<Long> orders) {
    return db.select(
            ORDER_REVERSALS.ORDER_ID,
            ORDER_REVERSALS.POSITION,
            ORDER_REVERSALS.REVERSED_AT,
            ORDER_REVERSALS.AMOUNT_MINOR)
        .from(ORDER_REVERSALS)
        .where(
            ORDER_REVERSALS.WORKSPACE_ID.eq(workspace),
            anyOf(ORDER_REVERSALS.ORDER_ID, BIGINT, orders))
        .orderBy(ORDER_REVERSALS.ORDER_ID, ORDER_REVERSALS.POSITION, ORDER_REVERSALS.REVERSED_AT)
        .fetchGroups(
            row -> new Place(row.value1(), row.value2()),
            row -> new Reversal(row.value3(), row.value4()));
  }

  void delete(Collection<Long> orders) {
    db.deleteFrom(ORDER_REVERSALS)
        .where(
            ORDER_REVERSALS.WORKSPACE_ID.eq(workspace),
            anyOf(ORDER_REVERSALS.ORDER_ID, BIGINT, orders))
        .execute();
  }

  /// Adds those of all lines of these orders.
  void insert(List<StoredOrder> orders) {
    List<Stored> stored = orders.stream().flatMap(order -> Stored.of(order).stream()).toList();
    if (stored.isEmpty()) {
      return;
    }
    GivenRowQueries<Stored> rows = new GivenRowQueries<>(stored);
    Field<Long> order = rows.column("order_id", BIGINT, it -> it.place.order());
    Field<Integer> position = rows.column("position", INTEGER, it -> it.place.position());
    Field<Instant> at =
        rows.column(
            "reversed_at", ORDER_REVERSALS.REVERSED_AT.getDataType(), it -> it.reversal.at());
    Field<Long> minor = rows.column("amount", BIGINT, it -> it.reversal.minor());
    db.insertInto(
            ORDER_REVERSALS,
            ORDER_REVERSALS.WORKSPACE_ID,
            ORDER_REVERSALS.ORDER_ID,
            ORDER_REVERSALS.POSITION,
            ORDER_REVERSALS.REVERSED_AT,
            ORDER_REVERSALS.AMOUNT_MINOR)
        .select(select(val(workspace), order, position, at, minor).from(rows.table()))
        .execute();
  }

  /// A line.
  ///
  /// @param position from 1
  record Place(long order, int position) {}

  private record Stored(Place place, Reversal reversal) {
    static List<Stored> of(StoredOrder order) {
      List<Stored> stored = new ArrayList<>();
      int position = 0;
      for (OrderLine line : order.order().lines()) {
        Place place = new Place(order.id(), ++position);
        line.reversals().forEach(reversal -> stored.add(new Stored(place, reversal)));
      }
      return stored;
    }
  }
}
