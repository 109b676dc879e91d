package io.hangtag.core.importing;

import static io.hangtag.core.importing.GivenRowQueries.anyOf;
import static io.hangtag.db.schema.Tables.ORDERS;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.sales.Order;
import io.hangtag.core.sales.OrderLine;
import io.hangtag.core.sales.Origin;
import io.hangtag.core.sales.Utm;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/// Reads and writes one team's orders for an import, many rows a statement.
final class OrderQueries {
  private static final SelectField<Utm> UTM =
      row(
              ORDERS.UTM_SOURCE,
              ORDERS.UTM_MEDIUM,
              ORDERS.UTM_CAMPAIGN,
              ORDERS.UTM_CONTENT,
              ORDERS.UTM_TERM)
          .mapping(Utm::new);

  private static final SelectField<Origin> ORIGIN =
      row(ORDERS.SOURCE, ORDERS.LANDING_SITE, ORDERS.REFERRER, UTM, ORDERS.IS_REPEAT_CUSTOMER)
          .mapping(Origin::new);

  private static final SelectField<KnownOrder> KNOWN =
      row(ORDERS.ID, ORDERS.EXTERNAL_ID, ORDERS.FINGERPRINT).mapping(KnownOrder::new);

  private final DSLContext db;
  private final long workspace;

  OrderQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Lets the planner know the rows this transaction has written.
  void refreshStatistics() {
    db.execute(
        """
        analyze orders (workspace_id, id, external_id, name),
          order_lines (workspace_id, order_id, product_id, shop_product_id, shop_variant_id, sku, title)
        """);
  }

  Map<String, KnownOrder> ordersByExternalId(Collection<String> ids) {
    return db.select(ORDERS.EXTERNAL_ID, KNOWN)
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace), anyOf(ORDERS.EXTERNAL_ID, CLOB, ids))
        .fetchMap(known -> known.value1(), known -> known.value2());
  }

  /// By number within one name.
  Map<String, List<KnownOrder>> ordersByName(Collection<String> names) {
    return db.select(ORDERS.NAME, KNOWN)
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace), anyOf(ORDERS.NAME, CLOB, names))
        .orderBy(ORDERS.ID)
        .fetchGroups(known -> known.value1(), known -> known.value2());
  }

  /// The orders with these numbers.
  ///
  /// @param lines of each
  Map<Long, Order> orders(Collection<Long> ids, Map<Long, List<OrderLine>> lines) {
    Map<Long, Order> orders = new HashMap<>();
    db.select(
            ORDERS.ID,
            ORDERS.EXTERNAL_ID,
            ORDERS.NAME,
            ORDERS.PROCESSED_AT,
            ORDERS.CREATED_AT,
            ORDERS.CURRENCY.convertFrom(Currency::getInstance),
            ORDERS.FINANCIAL_STATUS,
            ORDERS.CANCELLED_AT,
            ORDERS.IS_TEST,
            ORIGIN,
            ORDERS.DISCOUNT_CODES.convertFrom(List::of),
            ORDERS.SUBTOTAL_GAP_MINOR)
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace), anyOf(ORDERS.ID, BIGINT, ids))
        .forEach(
            it ->
                orders.put(
                    it.value1(),
                    new Order(
                        it.value2(),
                        it.value3(),
                        it.value4(),
                        it.value5(),
                        it.value6(),
                        it.value7(),
                        it.value8(),
                        it.value9(),
                        it.value10(),
                        it.value11(),
                        it.value12(),
                        lines.getOrDefault(it.value1(), List.of()))));
    return orders;
  }

  /// Adds orders in their order; gives their numbers in the same.
  List<Long> insert(List<StoredOrder> orders, Instant now) {
    OrderColumns given = new OrderColumns(orders);
    return db
        .insertInto(
            ORDERS,
            ORDERS.WORKSPACE_ID,
            ORDERS.EXTERNAL_ID,
            ORDERS.NAME,
            ORDERS.PROCESSED_AT,
            ORDERS.CREATED_AT,
            ORDERS.CURRENCY,
            ORDERS.FINANCIAL_STATUS,
            ORDERS.CANCELLED_AT,
            ORDERS.IS_TEST,
            ORDERS.SOURCE,
            ORDERS.LANDING_SITE,
            ORDERS.REFERRER,
            ORDERS.UTM_SOURCE,
            ORDERS.UTM_MEDIUM,
            ORDERS.UTM_CAMPAIGN,
            ORDERS.UTM_CONTENT,
            ORDERS.UTM_TERM,
            ORDERS.DISCOUNT_CODES,
            ORDERS.IS_REPEAT_CUSTOMER,
            ORDERS.SUBTOTAL_GAP_MINOR,
            ORDERS.FINGERPRINT,
            ORDERS.IMPORTED_AT,
            ORDERS.UPDATED_AT)
        .select(
            select(
                    List.of(
                        val(workspace),
                        given.externalId,
                        given.name,
                        given.processedAt,
                        given.createdAt,
                        given.currency,
                        given.financialStatus,
                        given.cancelledAt,
                        given.isTest,
                        given.source,
                        given.landingSite,
                        given.referrer,
                        given.utmSource,
                        given.utmMedium,
                        given.utmCampaign,
                        given.utmContent,
                        given.utmTerm,
                        given.discountCodes(),
                        given.isRepeatCustomer,
                        given.subtotalGap,
                        given.fingerprint,
                        val(now),
                        val(now)))
                .from(given.rows.table())
                .orderBy(given.rows.place()))
        .returningResult(ORDERS.ID)
        .fetch(ORDERS.ID)
        .stream()
        // Numbers are given in the order of the rows; that they come back so is not promised.
        .sorted()
        .toList();
  }

  void update(List<StoredOrder> orders, Instant now) {
    OrderColumns given = new OrderColumns(orders);
    db.update(ORDERS)
        .set(ORDERS.EXTERNAL_ID, given.externalId)
        .set(ORDERS.NAME, given.name)
        .set(ORDERS.PROCESSED_AT, given.processedAt)
        .set(ORDERS.CREATED_AT, given.createdAt)
        .set(ORDERS.CURRENCY, given.currency)
        .set(ORDERS.FINANCIAL_STATUS, given.financialStatus)
        .set(ORDERS.CANCELLED_AT, given.cancelledAt)
        .set(ORDERS.IS_TEST, given.isTest)
        .set(ORDERS.SOURCE, given.source)
        .set(ORDERS.LANDING_SITE, given.landingSite)
        .set(ORDERS.REFERRER, given.referrer)
        .set(ORDERS.UTM_SOURCE, given.utmSource)
        .set(ORDERS.UTM_MEDIUM, given.utmMedium)
        .set(ORDERS.UTM_CAMPAIGN, given.utmCampaign)
        .set(ORDERS.UTM_CONTENT, given.utmContent)
        .set(ORDERS.UTM_TERM, given.utmTerm)
        .set(ORDERS.DISCOUNT_CODES, given.discountCodes())
        .set(ORDERS.IS_REPEAT_CUSTOMER, given.isRepeatCustomer)
        .set(ORDERS.SUBTOTAL_GAP_MINOR, given.subtotalGap)
        .set(ORDERS.FINGERPRINT, given.fingerprint)
        .set(ORDERS.UPDATED_AT, now)
        .from(given.rows.table())
        .where(
            ORDERS.WORKSPACE_ID.eq(workspace),
            ORDERS.ID.eq(given.id),
            anyOf(ORDERS.ID, BIGINT, orders.stream().map(StoredOrder::id).toList()))
        .execute();
  }

  /// An order that is stored.
  ///
  /// @param externalId null: not learnt yet
  /// @param fingerprint of what was last read of it
  record KnownOrder(long id, @Nullable String externalId, String fingerprint) {}

  /// An order as it is to be stored.
  ///
  /// @param id 0 if it is new
  record StoredOrder(long id, Order order, String fingerprint) {
    StoredOrder withId(long other) {
      return new StoredOrder(other, order, fingerprint);
    }
  }

  private static final class OrderColumns {
    final GivenRowQueries<StoredOrder> rows;
    final Field<Long> id;
    final Field<String> externalId;
    final Field<String> name;
    final Field<Instant> processedAt;
    final Field<Instant> createdAt;
    final Field<String> currency;
    final Field<String> financialStatus;
    final Field<Instant> cancelledAt;
    final Field<Boolean> isTest;
    final Field<String> source;
    final Field<String> landingSite;
    final Field<String> referrer;
    final Field<String> utmSource;
    final Field<String> utmMedium;
    final Field<String> utmCampaign;
    final Field<String> utmContent;
    final Field<String> utmTerm;
    final Field<Boolean> isRepeatCustomer;
    final Field<Long> subtotalGap;
    final Field<String> fingerprint;
    private final Field<String> codes;

    OrderColumns(List<StoredOrder> orders) {
      rows = new GivenRowQueries<>(orders);
      id = rows.column("id", BIGINT, StoredOrder::id);
      externalId = text("external_id", Order::externalId);
      name = text("name", Order::name);
      processedAt = time("processed_at", Order::processedAt);
      createdAt = time("created_at", Order::createdAt);
      currency = text("currency", order -> order.currency().getCurrencyCode());
      financialStatus = text("financial_status", Order::financialStatus);
      cancelledAt = time("cancelled_at", Order::cancelledAt);
      isTest = rows.column("is_test", BOOLEAN, it -> it.order().isTest());
      source = text("source", order -> order.origin().source());
      landingSite = text("landing_site", order -> order.origin().landingSite());
      referrer = text("referrer", order -> order.origin().referrer());
      utmSource = utm("utm_source", Utm::source);
      utmMedium = utm("utm_medium", Utm::medium);
      utmCampaign = utm("utm_campaign", Utm::campaign);
      utmContent = utm("utm_content", Utm::content);
      utmTerm = utm("utm_term", Utm::term);
      isRepeatCustomer =
          rows.column("is_repeat", BOOLEAN, it -> it.order().origin().isRepeatCustomer());
      subtotalGap = rows.column("subtotal_gap", BIGINT, it -> it.order().subtotalGap());
      fingerprint = rows.column("fingerprint", CLOB, StoredOrder::fingerprint);
      codes = text("codes", order -> String.join("\n", order.discountCodes()));
    }

    /// A column of arrays would come out of unnest as single elements; no code has a line break.
    Field<String[]> discountCodes() {
      return function("string_to_array", CLOB.array(), codes, inline("\n"));
    }

    private Field<String> text(String column, Function<Order, @Nullable String> value) {
      return rows.column(column, CLOB, it -> value.apply(it.order()));
    }

    private Field<String> utm(String column, Function<Utm, @Nullable String> value) {
      return text(column, order -> value.apply(order.origin().utm()));
    }

    private Field<Instant> time(String column, Function<Order, @Nullable Instant> value) {
      return rows.column(column, ORDERS.CREATED_AT.getDataType(), it -> value.apply(it.order()));
    }
  }
}
