package io.hangtag.core.importing;

import io.hangtag.core.sales.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The orders that a file has told of so far.
final class OrdersSeen {
  private final Map<String, Long> byId = new HashMap<>();
  private final Map<String, Long> byName = new HashMap<>();
  private final Map<String, Long> nameless = new HashMap<>();
  private final Map<Long, Long> stored = new HashMap<>();

  /// Where the file told of the order before.
  Optional<Long> lineOf(Order order) {
    String id = order.externalId();
    return Optional.ofNullable(
        id == null ? byName.get(order.name()) : byId.getOrDefault(id, nameless.get(order.name())));
  }

  /// Where the file told of a stored order before.
  Optional<Long> lineOfStored(long order) {
    return Optional.ofNullable(stored.get(order));
  }

  void add(ExportedOrder order) {
    String id = order.order().externalId();
    byName.putIfAbsent(order.order().name(), order.line());
    if (id == null) {
      nameless.put(order.order().name(), order.line());
    } else {
      byId.put(id, order.line());
    }
  }

  void addStored(long order, long line) {
    stored.put(order, line);
  }
}
