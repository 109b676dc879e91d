package io.hangtag.core.importing;

import io.hangtag.core.sales.LineAmounts;
import io.hangtag.core.sales.Order;
import io.hangtag.core.sales.OrderFigures;
import io.hangtag.core.sales.OrderLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An order of Shopify's CSV: its first row has what belongs to the order, each row a line.
final class CsvOrder {
  static final int MAX_TITLE = 1_000;
  // The payment provider of test orders; the export has no other word for them.
  private static final String TEST_PAYMENT = "bogus";

  private final OrderRow first;
  private final Shop shop;
  private final OrderAmounts amounts;
  private final OrderLines lines;

  /// @throws BadRowException if the currency is none
  CsvOrder(OrderRow first, Shop shop) {
    this.first = first;
    this.shop = shop;
    this.amounts = shop.amounts(OrderColumn.CURRENCY.title(), first.value(OrderColumn.CURRENCY));
    this.lines = new OrderLines(amounts);
  }

  /// Takes the row's line, if it has one.
  ///
  /// @throws BadRowException if something is wrong with it
  void add(OrderRow row) {
    if (row.hasLine()) {
      lines.add(line(row));
    }
  }

  private OrderLine line(OrderRow row) {
    String title =
        ExportValues.text(
            OrderColumn.LINE_NAME.title(), row.value(OrderColumn.LINE_NAME), MAX_TITLE);
    if (title.isEmpty()) {
      throw new BadRowException(OrderColumn.LINE_NAME.title() + " is missing.");
    }
    String sku = ExportValues.code(OrderColumn.LINE_SKU.title(), row.value(OrderColumn.LINE_SKU));
    int quantity =
        OrderAmounts.quantity(
            OrderColumn.LINE_QUANTITY.title(), row.value(OrderColumn.LINE_QUANTITY));
    return new OrderLine(
        null,
        null,
        null,
        null,
        sku.isEmpty() ? null : sku,
        title,
        quantity,
        amounts(row, quantity),
        false);
  }

  private LineAmounts amounts(OrderRow row, int quantity) {
    if (!row.has(OrderColumn.LINE_PRICE)) {
      throw new BadRowException(OrderColumn.LINE_PRICE.title() + " is missing.");
    }
    long price = row.amount(OrderColumn.LINE_PRICE, amounts);
    long gross = amounts.product(OrderColumn.LINE_PRICE.title(), quantity, price);
    long discount = row.amount(OrderColumn.LINE_DISCOUNT, amounts);
    if (discount > gross) {
      throw new BadRowException(
          "%s %s is more than the line comes to."
              .formatted(
                  OrderColumn.LINE_DISCOUNT.title(),
                  ExportValues.shown(row.value(OrderColumn.LINE_DISCOUNT))));
    }
    return new LineAmounts(gross, discount, 0, 0);
  }

  /// The order with the lines taken so far.
  ///
  /// @throws BadRowException if something of the order itself is wrong
  Order finish() {
    List<OrderLine> all = lines.sharing(figures());
    return new Order(
        id(),
        ExportValues.text(
            OrderColumn.NAME.title(), first.value(OrderColumn.NAME), ExportValues.MAX_NAME),
        null,
        shop.past(OrderColumn.CREATED_AT.title(), first.value(OrderColumn.CREATED_AT)),
        amounts.currency(),
        said(OrderColumn.FINANCIAL_STATUS, Locale.ROOT),
        first.has(OrderColumn.CANCELLED_AT)
            ? shop.past(OrderColumn.CANCELLED_AT.title(), first.value(OrderColumn.CANCELLED_AT))
            : null,
        first.value(OrderColumn.PAYMENT_METHOD).equalsIgnoreCase(TEST_PAYMENT),
        visit().origin(first.value(OrderColumn.SOURCE), null),
        codes(),
        hasSubtotal() ? OrderLines.gap(amount(OrderColumn.SUBTOTAL), all) : null,
        all);
  }

  /// Whether the subtotal proves that no line is missing.
  boolean isComplete() {
    return hasSubtotal()
        && OrderLines.gap(amount(OrderColumn.SUBTOTAL), lines.sharing(figures())) == null;
  }

  private boolean hasSubtotal() {
    return first.has(OrderColumn.SUBTOTAL);
  }

  private OrderFigures figures() {
    return new OrderFigures(
        Math.max(0, amount(OrderColumn.DISCOUNT) - lines.discount()),
        pricesIncludeTax() ? amount(OrderColumn.TAXES) : 0,
        amount(OrderColumn.REFUNDED));
  }

  private boolean pricesIncludeTax() {
    return first.has(OrderColumn.TOTAL)
        && hasSubtotal()
        && amount(OrderColumn.TOTAL) == amount(OrderColumn.SUBTOTAL) + amount(OrderColumn.SHIPPING);
  }

  private long amount(OrderColumn column) {
    return first.amount(column, amounts);
  }

  private @Nullable String id() {
    String id = ExportValues.code(OrderColumn.ID.title(), first.value(OrderColumn.ID));
    return id.isEmpty() ? null : OrderIds.digits(OrderColumn.ID.title(), id);
  }

  private @Nullable String said(OrderColumn column, Locale locale) {
    String value = ExportValues.text(column.title(), first.value(column), ExportValues.MAX_NAME);
    return value.isEmpty() ? null : value.toLowerCase(locale);
  }

  private List<String> codes() {
    String all =
        ExportValues.text(
            OrderColumn.DISCOUNT_CODE.title(),
            first.value(OrderColumn.DISCOUNT_CODE),
            ExportValues.MAX_URL);
    return Arrays.stream(all.split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  /// Notes are kept nowhere; of their attributes, each `name: value` on a line, those that say
  /// where the visitor came from.
  private Visit visit() {
    Map<String, String> attributes =
        first
            .value(OrderColumn.NOTE_ATTRIBUTES)
            .lines()
            .map(line -> line.split(":", 2))
            .filter(parts -> parts.length == 2)
            .collect(
                Collectors.toMap(parts -> parts[0], parts -> parts[1], (earlier, _) -> earlier));
    return Visit.of("", "", attributes);
  }
}
