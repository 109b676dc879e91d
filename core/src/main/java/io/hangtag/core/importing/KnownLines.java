package io.hangtag.core.importing;

import io.hangtag.core.sales.OrderLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lines of a known order, to know them again in another export: by the shop's number, else by
/// SKU, title and price, the first of the same as the first, the second as the second.
final class KnownLines {
  private final Map<String, OrderLine> numbered = new HashMap<>();
  private final Map<Look, Deque<OrderLine>> others = new HashMap<>();

  private KnownLines(List<OrderLine> known, Set<String> numbers) {
    for (OrderLine line : known) {
      String number = line.externalId();
      if (number != null && numbers.contains(number)) {
        numbered.put(number, line);
      } else {
        others.computeIfAbsent(Look.of(line), _ -> new ArrayDeque<>()).add(line);
      }
    }
  }

  /// What the newer lines of an order are now. Those that it has no more are in the order no more:
  /// the shop has edited it.
  static List<OrderLine> now(List<OrderLine> known, List<OrderLine> newer) {
    Set<String> numbers =
        newer.stream()
            .map(OrderLine::externalId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    KnownLines lines = new KnownLines(known, numbers);
    List<OrderLine> now = new ArrayList<>();
    for (OrderLine line : newer) {
      now.add(lines.find(line).map(it -> it.now(line)).orElse(line));
    }
    return now;
  }

  private Optional<OrderLine> find(OrderLine line) {
    String number = line.externalId();
    if (number != null && numbered.containsKey(number)) {
      return Optional.of(numbered.get(number));
    }
    Deque<OrderLine> same = others.getOrDefault(Look.of(line), new ArrayDeque<>());
    // Two numbers are two lines, however alike they look.
    boolean other = number != null && !same.isEmpty() && same.getFirst().externalId() != null;
    return other ? Optional.empty() : Optional.ofNullable(same.poll());
  }

  /// By what lines without a number are told apart.
  private record Look(@Nullable String sku, String title, long piecePrice) {
    static Look of(OrderLine line) {
      return new Look(line.sku(), line.title(), line.piecePrice());
    }
  }
}
