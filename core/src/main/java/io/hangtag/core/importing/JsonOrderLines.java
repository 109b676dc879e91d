package io.hangtag.core.importing;

import static io.hangtag.core.importing.JsonOrder.id;
import static io.hangtag.core.importing.JsonOrder.said;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.core.sales.LineAmounts;
import io.hangtag.core.sales.OrderLine;
import io.hangtag.core.sales.Reversal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the lines of one order from JSON of Shopify's REST interface.
final class JsonOrderLines {
  private final OrderAmounts amounts;
  private final boolean taxesIncluded;
  private final Map<String, Long> refunded = new HashMap<>();
  // By line and time: several at once are one.
  private final Map<String, SortedMap<Instant, Long>> dated = new HashMap<>();

  JsonOrderLines(JsonNode order, OrderAmounts amounts, Shop shop) {
    this.amounts = amounts;
    this.taxesIncluded = order.path("taxes_included").asBoolean();
    for (JsonNode refund : order.path("refunds")) {
      String said = said(refund.path("processed_at"));
      String at = said.isBlank() ? said(refund.path("created_at")) : said;
      Instant time = at.isBlank() ? null : shop.past("A refund's created_at", at);
      refund.path("refund_line_items").forEach(line -> addRefund(line, time));
    }
  }

  private void addRefund(JsonNode line, @Nullable Instant at) {
    long subtotal = amount("subtotal", line);
    long tax = taxesIncluded ? amount("total_tax", line) : 0;
    long back = Math.max(0, subtotal - tax);
    String id = said(line.path("line_item_id"));
    refunded.merge(id, back, Long::sum);
    if (at != null) {
      dated.computeIfAbsent(id, _ -> new TreeMap<>()).merge(at, back, Long::sum);
    }
  }

  /// The dated parts of what a line gave back in all.
  private List<Reversal> reversals(JsonNode line, long back) {
    List<Reversal> reversals = new ArrayList<>();
    long left = back;
    for (Map.Entry<Instant, Long> one :
        dated.getOrDefault(said(line.path("id")), new TreeMap<>()).entrySet()) {
      long part = Math.min(left, one.getValue());
      if (part > 0) {
        reversals.add(new Reversal(one.getKey(), part));
        left -= part;
      }
    }
    return reversals;
  }

  /// @throws BadRowException if something is wrong with it
  OrderLine line(JsonNode line) {
    String sku = ExportValues.code("sku", said(line.path("sku")));
    int quantity = OrderAmounts.quantity("quantity", said(line.path("quantity")));
    LineAmounts all = amounts(line, quantity);
    return new OrderLine(
        id(line, "id"),
        null,
        id(line, "product_id"),
        id(line, "variant_id"),
        sku.isEmpty() ? null : sku,
        title(line),
        quantity,
        all,
        line.path("gift_card").asBoolean(),
        reversals(line, all.refunded()));
  }

  private static String title(JsonNode line) {
    String name = said(line.path("name")).strip();
    String title = said(line.path("title")).strip();
    String variant = said(line.path("variant_title")).strip();
    String full = variant.isEmpty() ? title : title + " - " + variant;
    String best = ExportValues.text("name", name.isEmpty() ? full : name, CsvOrder.MAX_TITLE);
    if (best.isEmpty()) {
      throw new BadRowException("A line has neither name nor title.");
    }
    return best;
  }

  private LineAmounts amounts(JsonNode line, int quantity) {
    if (said(line.path("price")).isBlank()) {
      throw new BadRowException("The price of a line is missing.");
    }
    long gross = amounts.product("price", quantity, amount("price", line));
    long allocated = sum("amount", line.path("discount_allocations"));
    long discount = allocated > 0 ? allocated : amount("total_discount", line);
    if (discount > gross) {
      throw new BadRowException(
          "The discounts of a line are more than it comes to: %s."
              .formatted(ExportValues.shown(said(line.path("name")))));
    }
    long tax = taxesIncluded ? Math.min(sum("price", line.path("tax_lines")), gross - discount) : 0;
    long back = refunded.getOrDefault(said(line.path("id")), 0L);
    return new LineAmounts(gross, discount, tax, Math.min(back, gross - discount - tax));
  }

  private long sum(String field, JsonNode parts) {
    return parts.valueStream().mapToLong(part -> amount(field, part)).sum();
  }

  private long amount(String field, JsonNode object) {
    return amounts.amount(field, said(object.path(field)));
  }
}
