package io.hangtag.core.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.core.sales.Order;
import io.hangtag.core.sales.OrderFigures;
import io.hangtag.core.sales.OrderLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An order as JSON of Shopify's REST interface.
final class JsonOrder {
  private final JsonNode object;
  private final Shop shop;
  private final String name;

  /// @throws BadRowException if the object has no name
  JsonOrder(JsonNode object, Shop shop) {
    this.object = object;
    this.shop = shop;
    String number = said(object.path("order_number"));
    String written = said(object.path("name"));
    this.name =
        ExportValues.text(
            "name",
            written.isBlank() && !number.isEmpty() ? "#" + number : written,
            ExportValues.MAX_NAME);
    if (name.isEmpty()) {
      throw new BadRowException("The order has no name.");
    }
  }

  /// @throws BadRowException if something is wrong with the order or one of its lines
  Order read() {
    try {
      return order();
    } catch (BadRowException e) {
      throw new BadRowException("Order %s: %s".formatted(ExportValues.shown(name), e.reason()));
    }
  }

  private Order order() {
    OrderAmounts amounts = shop.amounts("currency", said(object.path("currency")));
    OrderLines read = new OrderLines(amounts);
    JsonOrderLines lines = new JsonOrderLines(object, amounts, shop);
    object.path("line_items").forEach(line -> read.add(lines.line(line)));
    List<OrderLine> all = read.sharing(figures(amounts, read));
    String subtotal = said(object.path("subtotal_price"));
    Instant processedAt = time("processed_at");
    return new Order(
        id(object, "id"),
        name,
        processedAt,
        createdAt(processedAt),
        amounts.currency(),
        status(),
        time("cancelled_at"),
        object.path("test").asBoolean(),
        visit().origin(said(object.path("source_name")), isRepeatCustomer()),
        codes(),
        subtotal.isBlank() ? null : OrderLines.gap(amounts.amount("subtotal_price", subtotal), all),
        all);
  }

  /// What the lines do not say themselves: older interfaces give discounts and taxes of the order
  /// only, and money given back without saying for what is never a line's.
  private OrderFigures figures(OrderAmounts amounts, OrderLines read) {
    JsonNode lines = object.path("line_items");
    boolean linesTellDiscounts = lines.valueStream().anyMatch(it -> it.has("discount_allocations"));
    boolean linesTellTaxes = lines.valueStream().anyMatch(it -> it.has("tax_lines"));
    return new OrderFigures(
        linesTellDiscounts
            ? 0
            : Math.max(
                0,
                amounts.amount("total_discounts", said(object.path("total_discounts")))
                    - read.discount()),
        linesTellTaxes || !object.path("taxes_included").asBoolean()
            ? 0
            : amounts.amount("total_tax", said(object.path("total_tax"))),
        0);
  }

  private Instant createdAt(@Nullable Instant processedAt) {
    Instant createdAt = time("created_at");
    if (createdAt != null) {
      return createdAt;
    }
    if (processedAt != null) {
      return processedAt;
    }
    throw new BadRowException("created_at is missing.");
  }

  private @Nullable Instant time(String field) {
    String value = said(object.path(field));
    return value.isBlank() ? null : shop.past(field, value);
  }

  private @Nullable String status() {
    String status =
        ExportValues.text(
            "financial_status", said(object.path("financial_status")), ExportValues.MAX_NAME);
    return status.isEmpty() ? null : status.toLowerCase(Locale.ROOT);
  }

  private List<String> codes() {
    return object
        .path("discount_codes")
        .valueStream()
        .map(code -> ExportValues.text("code", said(code.path("code")), ExportValues.MAX_NAME))
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  private Visit visit() {
    Map<String, String> attributes = new HashMap<>();
    for (JsonNode attribute : object.path("note_attributes")) {
      attributes.putIfAbsent(said(attribute.path("name")), said(attribute.path("value")));
    }
    return Visit.of(
        said(object.path("landing_site")), said(object.path("referring_site")), attributes);
  }

  /// The customer's number of orders is of the day of the export: only who has one alone is surely
  /// new.
  private @Nullable Boolean isRepeatCustomer() {
    return object.path("customer").path("orders_count").asInt() == 1 ? Boolean.FALSE : null;
  }

  static @Nullable String id(JsonNode object, String field) {
    String id = said(object.path(field));
    return id.isEmpty() ? null : OrderIds.digits(field, id);
  }

  static String said(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }
}
