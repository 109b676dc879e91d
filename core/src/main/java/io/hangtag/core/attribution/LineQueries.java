package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;

import io.hangtag.core.attribution.Lines.Line;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.BinaryCopy;
import io.hangtag.db.BinaryCopy.RowIn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;

/// Reads one team's order lines.
final class LineQueries {
  private static final Field<Long> PRODUCT = coalesce(ORDER_LINES.PRODUCT_ID, inline(0L));

  private final DSLContext db;
  private final WorkspaceId workspace;
  private final String currency;
  private final boolean paidOnly;

  LineQueries(DSLContext db, WorkspaceId workspace, Settings settings) {
    this.db = db;
    this.workspace = workspace;
    this.currency = settings.currency().getCurrencyCode();
    this.paidOnly = settings.rules().has(RuleOption.PAID_ONLY);
  }

  /// From the first to the last order; empty if there are none.
  Optional<Span> span() {
    return db.select(min(ORDER_LINES.ORDERED_AT), max(ORDER_LINES.ORDERED_AT))
        .from(ORDER_LINES)
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional()
        .filter(row -> row.value1() != null)
        .map(row -> new Span(row.value1(), row.value2()));
  }

  /// The lines ordered from `start` until before `end`, of all products or, if any are named, of
  /// these.
  Lines between(Instant start, Instant end, Collection<Long> products) {
    return read(
        lines()
            .and(ORDER_LINES.ORDERED_AT.ge(start))
            .and(ORDER_LINES.ORDERED_AT.lt(end))
            .and(
                products.isEmpty()
                    ? noCondition()
                    : ORDER_LINES.PRODUCT_ID.in(
                        products.stream().map(product -> inline(product)).toList())));
  }

  /// The lines of one order.
  Lines of(long order) {
    return read(lines().and(ORDER_LINES.ORDER_ID.eq(order)));
  }

  private Condition lines() {
    return ORDER_LINES.WORKSPACE_ID.eq(workspace.value());
  }

  private Lines read(Condition which) {
    return copied(
        db.select(columns())
            .from(ORDER_LINES)
            .where(which)
            .orderBy(
                // As an index has them; the rest of the order is made here in one pass.
                ORDER_LINES.ORDERED_AT, ORDER_LINES.ORDER_ID, ORDER_LINES.POSITION));
  }

  private List<SelectField<?>> columns() {
    return List.of(
        PRODUCT,
        ORDER_LINES.ORDERED_AT,
        ORDER_LINES.ORDER_ID,
        ORDER_LINES.POSITION,
        ORDER_LINES.NET_MINOR,
        ORDER_LINES.ORDER_MILLIONTHS,
        paidOnly ? coalesce(ORDER_LINES.EXCLUSION, unpaid()) : ORDER_LINES.EXCLUSION,
        nullif(ORDER_LINES.CURRENCY, inline(currency)));
  }

  private static Field<String> unpaid() {
    return field(
        select(inline(Reason.UNPAID.code()))
            .from(ORDERS)
            .where(ORDERS.WORKSPACE_ID.eq(ORDER_LINES.WORKSPACE_ID))
            .and(ORDERS.ID.eq(ORDER_LINES.ORDER_ID))
            .and(SpendQueries.isUnpaid()));
  }

  private Lines copied(Select<?> select) {
    Lines lines = new Lines();
    String query = db.renderInlined(select);
    db.connection(connection -> BinaryCopy.read(connection, query, row -> lines.add(line(row))));
    lines.sort();
    return lines;
  }

  private Line line(RowIn row) {
    long product = row.int64();
    long micros = row.micros();
    long order = row.int64();
    int position = row.int32();
    long net = row.int64();
    int millionths = row.int32();
    Reason exclusion = Reason.ofExclusion(row.text());
    String other = row.text();
    return new Line(
        product,
        micros,
        order,
        position,
        net,
        millionths,
        exclusion,
        other == null ? currency : other);
  }

  /// @param first included
  /// @param last included
  record Span(Instant first, Instant last) {}
}
