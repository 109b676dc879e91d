package io.hangtag.core.attribution;

import io.hangtag.core.attribution.Lines.Line;
import io.hangtag.core.attribution.NameQueries.LineKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Order lines as they were when they were ordered, and what became of them on later days.
///
/// Each later event takes back what the line was and books what it is from then on, both with the
/// touches of the order: so that after it credits are those of what is left (rule R15). Such
/// entries have positions below 0.
final class Ledger {
  private final Lines lines = new Lines();
  private final List<Entry> entries = new ArrayList<>();

  private Ledger() {}

  /// @param restated the lines as they are now
  /// @param cancelled by order, when it was cancelled
  /// @param reversals by line, what was given back, oldest first
  static Ledger of(
      Lines restated, Map<Long, Long> cancelled, Map<LineKey, List<Reversal>> reversals) {
    Ledger ledger = new Ledger();
    for (int line = 0; line < restated.size(); line++) {
      long order = restated.order(line);
      List<Reversal> given =
          reversals.getOrDefault(new LineKey(order, restated.position(line)), List.of());
      ledger.book(restated, line, given, cancelled.get(order));
    }
    ledger.lines.sort();
    return ledger;
  }

  private void book(
      Lines restated, int line, List<Reversal> given, @Nullable Long cancelledMicros) {
    long net = restated.net(line) + given.stream().mapToLong(Reversal::minor).sum();
    Reason before = before(restated.exclusion(line), given, cancelledMicros);
    add(restated, line, net, before, restated.position(line));
    Long cancelled = before == Reason.CANCELLED ? null : cancelledMicros;
    Reason reason = before;
    for (Reversal reversal : given) {
      if (cancelled != null && cancelled <= reversal.micros()) {
        entry(restated, line, cancelled, new Change(net, reason, net, Reason.CANCELLED));
        reason = Reason.CANCELLED;
        cancelled = null;
      }
      long left = net - reversal.minor();
      entry(restated, line, reversal.micros(), new Change(net, reason, left, reason));
      net = left;
    }
    if (cancelled != null) {
      entry(restated, line, cancelled, new Change(net, reason, net, Reason.CANCELLED));
    }
  }

  /// Why the line counted for nothing before anything happened; null: it counted.
  private static @Nullable Reason before(
      @Nullable Reason now, List<Reversal> given, @Nullable Long cancelled) {
    boolean later =
        (now == Reason.CANCELLED && cancelled != null)
            || (now == Reason.REFUNDED && !given.isEmpty());
    return later ? null : now;
  }

  private void entry(Lines restated, int line, long micros, Change change) {
    long at = Math.max(micros, restated.micros(line));
    if (change.net != 0) {
      entries.add(new Entry(at, -1));
      add(restated, line, change.net, change.reason, -entries.size());
    }
    if (change.left != 0) {
      entries.add(new Entry(at, 1));
      add(restated, line, change.left, change.now, -entries.size());
    }
  }

  private void add(Lines restated, int line, long net, @Nullable Reason reason, int position) {
    lines.add(
        new Line(
            restated.product(line),
            restated.micros(line),
            restated.order(line),
            position,
            net,
            restated.millionths(line),
            reason,
            restated.currency(line)));
  }

  Lines lines() {
    return lines;
  }

  /// When a line or entry counts, in microseconds since 1970.
  long micros(int line) {
    return isSale(line) ? lines.micros(line) : entryOf(line).micros;
  }

  /// 1, or -1 of an entry that takes back.
  int sign(int line) {
    return isSale(line) ? 1 : entryOf(line).sign;
  }

  /// Whether it is the line itself and not a later entry.
  boolean isSale(int line) {
    return lines.position(line) > 0;
  }

  private Entry entryOf(int line) {
    return Objects.requireNonNull(entries.get(-lines.position(line) - 1));
  }

  private record Entry(long micros, int sign) {}

  /// @param reason null: it counted
  /// @param now null: it counts
  private record Change(long net, @Nullable Reason reason, long left, @Nullable Reason now) {}

  /// Money that was given back.
  record Reversal(long micros, long minor) {}
}
