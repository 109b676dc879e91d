package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.importing.OrderQueries.StoredOrder;
import io.hangtag.core.importing.OrderReversalQueries.Place;
import io.hangtag.core.sales.Exclusion;
import io.hangtag.core.sales.LineAmounts;
import io.hangtag.core.sales.Order;
import io.hangtag.core.sales.OrderLine;
import io.hangtag.core.sales.Reversal;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/// Reads and writes the lines of one team's orders for an import, many rows a statement.
final class OrderLineQueries {
  private static final SelectField<LineAmounts> AMOUNTS =
      row(
              ORDER_LINES.GROSS_MINOR,
              ORDER_LINES.DISCOUNT_MINOR,
              ORDER_LINES.TAX_MINOR,
              ORDER_LINES.REFUNDED_MINOR)
          .mapping(LineAmounts::new);

  private static final SelectField<OrderLine> LINE =
      row(
              ORDER_LINES.EXTERNAL_ID,
              ORDER_LINES.PRODUCT_ID.convertFrom(OrderLineQueries::product),
              ORDER_LINES.SHOP_PRODUCT_ID,
              ORDER_LINES.SHOP_VARIANT_ID,
              ORDER_LINES.SKU,
              ORDER_LINES.TITLE,
              ORDER_LINES.QUANTITY,
              AMOUNTS,
              field(ORDER_LINES.EXCLUSION.isNotDistinctFrom(Exclusion.GIFT_CARD.code())))
          .mapping(OrderLine::new);

  private final DSLContext db;
  private final long workspace;
  private final OrderReversalQueries reversals;

  OrderLineQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
    this.reversals = new OrderReversalQueries(db, workspace);
  }

  private static @Nullable ProductId product(@Nullable Long id) {
    return id == null ? null : new ProductId(id);
  }

  /// The lines of these orders, in their order.
  Map<Long, List<OrderLine>> linesOf(Collection<Long> orders) {
    Map<Place, List<Reversal>> given = reversals.of(orders);
    return db.select(ORDER_LINES.ORDER_ID, ORDER_LINES.POSITION, LINE)
        .from(ORDER_LINES)
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace), anyOf(ORDER_LINES.ORDER_ID, BIGINT, orders))
        .orderBy(ORDER_LINES.ORDER_ID, ORDER_LINES.POSITION)
        .fetchGroups(
            line -> line.value1(),
            line ->
                line.value3()
                    .with(given.getOrDefault(new Place(line.value1(), line.value2()), List.of())));
  }

  void delete(Collection<Long> orders) {
    reversals.delete(orders);
    db.deleteFrom(ORDER_LINES)
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace), anyOf(ORDER_LINES.ORDER_ID, BIGINT, orders))
        .execute();
  }

  /// Adds all lines of these orders.
  void insert(List<StoredOrder> orders) {
    List<StoredLine> lines = orders.stream().flatMap(it -> StoredLine.of(it).stream()).toList();
    if (lines.isEmpty()) {
      return;
    }
    LineColumns given = new LineColumns(lines);
    db.insertInto(
            ORDER_LINES,
            ORDER_LINES.WORKSPACE_ID,
            ORDER_LINES.ORDER_ID,
            ORDER_LINES.POSITION,
            ORDER_LINES.EXTERNAL_ID,
            ORDER_LINES.PRODUCT_ID,
            ORDER_LINES.SHOP_PRODUCT_ID,
            ORDER_LINES.SHOP_VARIANT_ID,
            ORDER_LINES.SKU,
            ORDER_LINES.TITLE,
            ORDER_LINES.QUANTITY,
            ORDER_LINES.GROSS_MINOR,
            ORDER_LINES.DISCOUNT_MINOR,
            ORDER_LINES.TAX_MINOR,
            ORDER_LINES.REFUNDED_MINOR,
            ORDER_LINES.ORDER_MILLIONTHS,
            ORDER_LINES.EXCLUSION,
            ORDER_LINES.CURRENCY,
            ORDER_LINES.ORDERED_AT)
        .select(
            select(
                    val(workspace),
                    given.order,
                    given.position,
                    given.externalId,
                    given.product,
                    given.shopProductId,
                    given.shopVariantId,
                    given.sku,
                    given.title,
                    given.quantity,
                    given.gross,
                    given.discount,
                    given.tax,
                    given.refunded,
                    given.millionths,
                    given.exclusion,
                    given.currency,
                    given.orderedAt)
                .from(given.rows.table()))
        .execute();
    reversals.insert(orders);
  }

  /// A line as it is to be stored.
  ///
  /// @param position from 1
  private record StoredLine(
      long orderId, int position, Order order, OrderLine line, int millionths) {
    static List<StoredLine> of(StoredOrder stored) {
      Order order = stored.order();
      List<Integer> millionths = order.millionths();
      List<StoredLine> lines = new ArrayList<>();
      for (OrderLine line : order.lines()) {
        int place = lines.size();
        lines.add(new StoredLine(stored.id(), place + 1, order, line, millionths.get(place)));
      }
      return lines;
    }

    @Nullable Long product() {
      return line.product() == null ? null : line.product().value();
    }

    @Nullable String exclusion() {
      return order.exclusionOf(line).map(Exclusion::code).orElse(null);
    }
  }

  private static final class LineColumns {
    final GivenRowQueries<StoredLine> rows;
    final Field<Long> order;
    final Field<Integer> position;
    final Field<String> externalId;
    final Field<Long> product;
    final Field<String> shopProductId;
    final Field<String> shopVariantId;
    final Field<String> sku;
    final Field<String> title;
    final Field<Integer> quantity;
    final Field<Long> gross;
    final Field<Long> discount;
    final Field<Long> tax;
    final Field<Long> refunded;
    final Field<Integer> millionths;
    final Field<String> exclusion;
    final Field<String> currency;
    final Field<Instant> orderedAt;

    LineColumns(List<StoredLine> lines) {
      rows = new GivenRowQueries<>(lines);
      order = rows.column("order_id", BIGINT, StoredLine::orderId);
      position = rows.column("position", INTEGER, StoredLine::position);
      externalId = text("external_id", OrderLine::externalId);
      product = rows.column("product_id", BIGINT, StoredLine::product);
      shopProductId = text("shop_product_id", OrderLine::shopProductId);
      shopVariantId = text("shop_variant_id", OrderLine::shopVariantId);
      sku = text("sku", OrderLine::sku);
      title = text("title", OrderLine::title);
      quantity = rows.column("quantity", INTEGER, it -> it.line().quantity());
      gross = amount("gross", LineAmounts::gross);
      discount = amount("discount", LineAmounts::discount);
      tax = amount("tax", LineAmounts::tax);
      refunded = amount("refunded", LineAmounts::refunded);
      millionths = rows.column("millionths", INTEGER, StoredLine::millionths);
      exclusion = rows.column("exclusion", CLOB, StoredLine::exclusion);
      currency = rows.column("currency", CLOB, it -> it.order().currency().getCurrencyCode());
      orderedAt =
          rows.column(
              "ordered_at", ORDER_LINES.ORDERED_AT.getDataType(), it -> it.order().orderedAt());
    }

    private Field<String> text(String column, Function<OrderLine, @Nullable String> value) {
      return rows.column(column, CLOB, it -> value.apply(it.line()));
    }

    private Field<Long> amount(String column, Function<LineAmounts, Long> value) {
      return rows.column(column, BIGINT, it -> value.apply(it.line().amounts()));
    }
  }
}
