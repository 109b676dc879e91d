package io.hangtag.core.importing;

import io.hangtag.core.importing.OrderQueries.KnownOrder;
import io.hangtag.core.importing.OrderQueries.StoredOrder;
import io.hangtag.core.sales.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Brings a file's orders into a team's: which of them are new, which changed.
///
/// Runs in the import's transaction, on one thread.
final class OrderUpdate {
  private static final int BATCH_ORDERS = 500;
  private static final int BATCH_LINES = 2_000;
  private static final int FIRST_STATISTICS_AFTER = 2_000;

  private final OrderQueries queries;
  private final OrderLineQueries lineQueries;
  private final Instant now;
  private final ImportTally tally;
  private final OrdersSeen seen = new OrdersSeen();
  private final Set<Currency> currencies = new HashSet<>();
  private final List<ExportedOrder> batch = new ArrayList<>();
  private int batchLines;
  private int linesWritten;
  private int nextStatisticsAfter = FIRST_STATISTICS_AFTER;

  OrderUpdate(OrderQueries queries, OrderLineQueries lineQueries, Instant now, ImportTally tally) {
    this.queries = queries;
    this.lineQueries = lineQueries;
    this.now = now;
    this.tally = tally;
  }

  void take(ExportedOrder order) {
    batch.add(order);
    batchLines += order.order().lines().size();
    currencies.add(order.order().currency());
    if (batch.size() >= BATCH_ORDERS || batchLines >= BATCH_LINES) {
      flush();
    }
  }

  /// In which currencies the file's orders are.
  Set<Currency> currencies() {
    return Set.copyOf(currencies);
  }

  /// Stores what was taken so far and is not stored yet.
  void finish() {
    flush();
    // The planner is asked to find the products of all these lines.
    if (linesWritten >= FIRST_STATISTICS_AFTER) {
      queries.refreshStatistics();
    }
  }

  private void flush() {
    Known known = known();
    List<Target> fresh = new ArrayList<>();
    List<Target> told = new ArrayList<>();
    for (ExportedOrder order : batch) {
      try {
        Optional<KnownOrder> target = decide(order, known);
        (target.isEmpty() ? fresh : told)
            .add(new Target(order.order(), Fingerprint.of(order.order()), target));
      } catch (BadRowException e) {
        tally.reject(order.line(), e.reason());
      }
    }
    batch.clear();
    batchLines = 0;
    List<StoredOrder> changes = changes(told);
    tally.unchanged(told.size() - changes.size());
    store(fresh, changes);
  }

  private Known known() {
    List<String> ids =
        batch.stream().map(it -> it.order().externalId()).filter(Objects::nonNull).toList();
    List<String> names = batch.stream().map(it -> it.order().name()).toList();
    return new Known(
        ids.isEmpty() ? Map.of() : queries.ordersByExternalId(ids),
        names.isEmpty() ? Map.of() : queries.ordersByName(names));
  }

  /// The known order that is meant; empty if it is new.
  ///
  /// @throws BadRowException if the file told of it before, or it could be several
  private Optional<KnownOrder> decide(ExportedOrder order, Known known) {
    refuseRepeat(order, seen.lineOf(order.order()));
    Optional<KnownOrder> target = known.target(order.order());
    target.ifPresent(it -> refuseRepeat(order, seen.lineOfStored(it.id())));
    seen.add(order);
    target.ifPresent(it -> seen.addStored(it.id(), order.line()));
    return target;
  }

  private static void refuseRepeat(ExportedOrder order, Optional<Long> line) {
    line.ifPresent(
        first -> {
          throw new BadRowException(
              "Order %s is in the file already, from line %d on; the rows of an order must stand together."
                  .formatted(ExportValues.shown(order.order().name()), first));
        });
  }

  /// Of the known orders those that are not just as they were.
  private List<StoredOrder> changes(List<Target> told) {
    List<Target> other = told.stream().filter(target -> !target.isUnchanged()).toList();
    if (other.isEmpty()) {
      return List.of();
    }
    List<Long> ids = other.stream().map(Target::id).toList();
    Map<Long, Order> stored = queries.orders(ids, lineQueries.linesOf(ids));
    List<StoredOrder> changes = new ArrayList<>();
    for (Target target : other) {
      Order before = Objects.requireNonNull(stored.get(target.id()));
      Order after =
          before.now(target.order(), KnownLines.now(before.lines(), target.order().lines()));
      if (!after.equals(before)) {
        changes.add(new StoredOrder(target.id(), after, target.fingerprint()));
      }
    }
    return changes;
  }

  private void store(List<Target> fresh, List<StoredOrder> changes) {
    List<StoredOrder> stored = new ArrayList<>(changes);
    if (!changes.isEmpty()) {
      queries.update(changes, now);
      lineQueries.delete(changes.stream().map(StoredOrder::id).toList());
    }
    if (!fresh.isEmpty()) {
      List<StoredOrder> added = fresh.stream().map(Target::added).toList();
      List<Long> ids = queries.insert(added, now);
      for (StoredOrder order : added) {
        stored.add(order.withId(ids.get(stored.size() - changes.size())));
      }
    }
    lineQueries.insert(stored);
    tally.created(fresh.size());
    tally.updated(changes.size());
    refreshStatistics(stored.stream().mapToInt(it -> it.order().lines().size()).sum());
  }

  private void refreshStatistics(int lines) {
    linesWritten += lines;
    if (linesWritten >= nextStatisticsAfter) {
      queries.refreshStatistics();
      nextStatisticsAfter = linesWritten * 4;
    }
  }

  /// An order of the file and which known one it is.
  ///
  /// @param known empty: none
  private record Target(Order order, String fingerprint, Optional<KnownOrder> known) {
    long id() {
      return known.orElseThrow().id();
    }

    boolean isUnchanged() {
      return known.filter(it -> it.fingerprint().equals(fingerprint)).isPresent();
    }

    StoredOrder added() {
      return new StoredOrder(0, order, fingerprint);
    }
  }

  /// The stored orders that a batch may mean.
  private record Known(Map<String, KnownOrder> byId, Map<String, List<KnownOrder>> byName) {

    /// The order with the same id. Else the one that has the name and no id yet; for one without
    /// an id, also the only one that has.
    Optional<KnownOrder> target(Order order) {
      String id = order.externalId();
      if (id != null) {
        return Optional.ofNullable(byId.get(id)).or(() -> nameless(order));
      }
      return nameless(order).or(() -> onlyOne(order));
    }

    private Optional<KnownOrder> nameless(Order order) {
      return named(order).stream().filter(known -> known.externalId() == null).findFirst();
    }

    private Optional<KnownOrder> onlyOne(Order order) {
      List<KnownOrder> named = named(order);
      if (named.size() > 1) {
        throw new BadRowException(
            "Order %s could be %d known ones: export it with its Id."
                .formatted(ExportValues.shown(order.name()), named.size()));
      }
      return named.stream().findFirst();
    }

    private List<KnownOrder> named(Order order) {
      return byName.getOrDefault(order.name(), List.of());
    }
  }
}
