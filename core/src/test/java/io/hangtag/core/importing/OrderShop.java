package io.hangtag.core.importing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.db.Database;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/// A team into which a test imports orders, and what is in it afterwards.
final class OrderShop {
  private final DSLContext db;
  private final ImportShop shop;

  private OrderShop(DSLContext db, ImportShop shop) {
    this.db = db;
    this.shop = shop;
  }

  static OrderShop in(Database database) {
    return new OrderShop(database.dsl(), ImportShop.in(database));
  }

  ImportShop catalogue() {
    return shop;
  }

  /// Imports a file of these lines.
  @CanIgnoreReturnValue
  ImportReport sells(String... lines) {
    return sells(String.join("\n", lines) + "\n");
  }

  @CanIgnoreReturnValue
  ImportReport sells(String file) {
    return sells(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  @CanIgnoreReturnValue
  ImportReport sells(InputStream file) {
    return new OrderImport(db, Clock.fixed(ImportShop.NOON, ZoneOffset.UTC))
        .importShopify(shop.workspace(), file, _ -> {});
  }

  /// Columns of all orders, by number.
  List<String> orders(String columns) {
    return shop.strings("row(%s)::text".formatted(columns), "orders", "id");
  }

  /// Columns of all lines, in the order of their orders and in their own.
  List<String> lines(String columns) {
    return shop.strings("row(%s)::text".formatted(columns), "order_lines", "order_id, position");
  }

  /// Titles of products by their lines, in the order of lines; `-` for what is not known.
  List<String> products() {
    return shop.strings(
        "coalesce((select p.title from products p where p.workspace_id = order_lines.workspace_id"
            + " and p.id = order_lines.product_id), '-')",
        "order_lines",
        "order_id, position");
  }

  /// Everything that is stored, to see whether it changes.
  List<String> rows() {
    return shop.strings(
        "to_jsonb(orders)::text || (select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]')"
            + "::text from order_lines l where l.workspace_id = orders.workspace_id"
            + " and l.order_id = orders.id)",
        "orders",
        "id");
  }
}
