package io.hangtag.core.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Consumer;

/// Reads orders as Shopify's Admin API gives them: `{"orders":[...]}`, `{"order":{...}}` or the
/// bare array.
///
/// Holds one order at a time.
final class OrdersJson implements JsonObjects.Taker {
  private final Shop shop;
  private final ImportTally tally;
  private final Consumer<ExportedOrder> orders;

  /// @param orders gets every good order
  OrdersJson(Shop shop, ImportTally tally, Consumer<ExportedOrder> orders) {
    this.shop = shop;
    this.tally = tally;
    this.orders = orders;
  }

  /// @throws RefusedFileException if there are no orders in the file
  void read(ExportText text) throws IOException {
    new JsonObjects(text, "orders", "order").read(this);
  }

  @Override
  public void take(int number, JsonNode object) {
    tally.read();
    try {
      orders.accept(new ExportedOrder(number, new JsonOrder(object, shop).read()));
    } catch (BadRowException e) {
      tally.reject(number, e.reason());
    }
  }

  @Override
  public void reject(int number, String reason) {
    tally.reject(number, reason);
  }
}
