package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// The updates the bot has not acknowledged yet. Safe for use by many threads.
public final class UpdateQueue {

  /// What the bot is not told of unless it asks by name.
  private static final Set<String> NOT_BY_DEFAULT =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private record Pending(long id, ObjectNode update, Instant expires) {}

  private final Monitor monitor;
  private final InstantSource clock;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final List<ObjectNode> acknowledged = new ArrayList<>();
  private final List<ObjectNode> again = new ArrayList<>();
  private Set<String> allowed = Set.of();
  private long nextId = 700_000_001L;

  UpdateQueue(Monitor monitor, InstantSource clock) {
    this.monitor = monitor;
    this.clock = clock;
  }

  /// Puts an update into the queue as it is, be it one no library understands. Without an update_id
  /// it gets the next one.
  public void inject(ObjectNode update) {
    monitor.run(
        () -> {
          ObjectNode kept = update.deepCopy();
          if (!kept.has("update_id")) {
            kept.put("update_id", nextId++);
          }
          long id = kept.path("update_id").asLong();
          pending.add(new Pending(id, kept, clock.instant().plus(Delivery.RETENTION)));
        });
  }

  /// Numbers the updates from here on anew, also lower, as Telegram does after an idle week.
  ///
  /// @throws IllegalStateException when there are unacknowledged updates
  public void restartAt(long updateId) {
    monitor.run(
        () -> {
          if (!pending.isEmpty()) {
            throw new IllegalStateException(pending.size() + " updates are not acknowledged yet");
          }
          nextId = updateId;
        });
  }

  /// Sends the last updates the bot has acknowledged once more, whatever offset it asks for.
  public void redeliver(int count) {
    monitor.run(
        () -> {
          int from = Math.max(0, acknowledged.size() - count);
          again.addAll(acknowledged.subList(from, acknowledged.size()));
        });
  }

  /// True when the bot has acknowledged everything.
  public boolean isEmpty() {
    return size() == 0;
  }

  /// How many updates the bot has not acknowledged.
  public int size() {
    return monitor.within(() -> unexpired().size() + again.size());
  }

  void publish(String kind, JsonNode payload, Duration retention) {
    boolean isAllowed = allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : allowed.contains(kind);
    if (isAllowed) {
      ObjectNode update = Json.object().put("update_id", nextId);
      update.set(kind, payload);
      pending.add(new Pending(nextId, update, clock.instant().plus(retention)));
      nextId++;
    }
  }

  /// An empty set means the default.
  void allow(Set<String> kinds) {
    allowed = Set.copyOf(kinds);
  }

  Set<String> allowed() {
    return allowed;
  }

  /// Forgets what the offset acknowledges. An offset outside of the queue acknowledges nothing; a
  /// negative one leaves so many.
  void acknowledge(long offset) {
    long first = offset < 0 ? Math.max(0, pending.size() + offset) : 0;
    for (long i = 0; i < first; i++) {
      acknowledged.add(pending.remove().update());
    }
    if (offset > 0 && offset <= end()) {
      pending.stream().filter(each -> each.id() < offset).forEach(this::remember);
      pending.removeIf(each -> each.id() < offset);
    }
  }

  private void remember(Pending each) {
    acknowledged.add(each.update());
  }

  /// The offset that acknowledges everything.
  private long end() {
    return Math.max(nextId, pending.stream().mapToLong(Pending::id).max().orElse(0) + 1);
  }

  boolean hasNext() {
    return !again.isEmpty() || !unexpired().isEmpty();
  }

  List<ObjectNode> next(int limit) {
    List<ObjectNode> repeated = again.subList(0, Math.min(again.size(), limit));
    List<ObjectNode> batch = new ArrayList<>(repeated);
    repeated.clear();
    int left = limit - batch.size();
    unexpired().stream().map(Pending::update).limit(left).forEach(batch::add);
    return batch;
  }

  void clear() {
    pending.clear();
    again.clear();
  }

  private Deque<Pending> unexpired() {
    Instant now = clock.instant();
    pending.removeIf(each -> each.expires().isBefore(now));
    return pending;
  }
}
