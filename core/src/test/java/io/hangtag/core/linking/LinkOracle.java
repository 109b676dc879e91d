package io.hangtag.core.linking;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What links come to, as simply as it can be said: each row is a stack of what was done to it.
final class LinkOracle {
  private final List<Row> rows = new ArrayList<>();

  record Pair(MediaId media, ProductId product) {}

  /// @param unlinked null: active
  private record State(LinkType type, @Nullable UnlinkReason unlinked) {}

  /// Something done to a row.
  ///
  /// @param before null: it was not there
  private record Step(BatchId batch, @Nullable State before) {}

  private static final class Row {
    Pair pair;
    final Deque<Step> steps = new ArrayDeque<>();
    State state;

    /// The row that stands for it since their products turned out to be one; null: stands itself.
    @Nullable Row behind;

    Row(Pair pair, State state) {
      this.pair = pair;
      this.state = state;
    }

    boolean active() {
      return state.unlinked() == null && behind == null;
    }

    boolean lastIn(BatchId batch) {
      return !steps.isEmpty() && steps.getFirst().batch().equals(batch);
    }

    void become(BatchId batch, State next) {
      if (!lastIn(batch)) {
        steps.push(new Step(batch, state));
      }
      state = next;
    }
  }

  Map<Pair, LinkType> active() {
    Map<Pair, LinkType> active = new HashMap<>();
    rows.stream().filter(Row::active).forEach(row -> active.put(row.pair, row.state.type()));
    return active;
  }

  int link(BatchId batch, List<MediaId> media, LinkRequest request) {
    int changed = 0;
    for (MediaId item : media) {
      Pair pair = new Pair(item, request.product());
      Optional<Row> active = active(pair);
      if (active.isEmpty()) {
        Row row = new Row(pair, new State(request.type(), null));
        row.steps.push(new Step(batch, null));
        rows.add(row);
        changed++;
      } else if (active.get().state.type() != request.type()) {
        active.get().become(batch, new State(request.type(), null));
        changed++;
      }
    }
    return changed;
  }

  int unlink(BatchId batch, List<MediaId> media, ProductId product) {
    List<Row> gone =
        media.stream().flatMap(item -> active(new Pair(item, product)).stream()).toList();
    gone.forEach(row -> row.become(batch, new State(row.state.type(), UnlinkReason.WRONG)));
    return gone.size();
  }

  int retype(BatchId batch, LinkType type) {
    Predicate<Row> retyped = row -> row.active() && row.state.type() != type;
    List<Row> changed = rows.stream().filter(row -> row.lastIn(batch)).filter(retyped).toList();
    changed.forEach(row -> row.become(batch, new State(type, null)));
    return changed.size();
  }

  int end(BatchId batch) {
    List<Row> wrong =
        rows.stream()
            .filter(row -> row.lastIn(batch) && row.state.unlinked() == UnlinkReason.WRONG)
            .toList();
    wrong.forEach(row -> row.become(batch, new State(row.state.type(), UnlinkReason.ENDED)));
    return wrong.size();
  }

  int undo(BatchId batch) {
    List<Row> undone =
        rows.stream()
            .filter(row -> row.lastIn(batch) && mayReturn(row))
            .filter(row -> !Objects.equals(row.state, target(row)))
            .toList();
    List<Row> gone = undone.stream().filter(Row::active).toList();
    for (Row row : undone) {
      row.state = target(row);
      row.steps.pop();
      row.behind = row.state.unlinked() == null ? row.behind : null;
    }
    gone.stream().filter(row -> !row.active()).forEach(this::makeWay);
    return undone.size();
  }

  private static State target(Row row) {
    State before = row.steps.getFirst().before();
    return before == null ? new State(row.state.type(), UnlinkReason.WRONG) : before;
  }

  private boolean mayReturn(Row row) {
    return row.behind == null ? row.active() || active(row.pair).isEmpty() : row.behind.active();
  }

  private void makeWay(Row gone) {
    List<Row> waiting =
        rows.stream().filter(row -> row.behind == gone).sorted(byStrength()).toList();
    waiting.forEach(row -> row.behind = row == waiting.getFirst() ? null : waiting.getFirst());
  }

  /// Lets all rows of one product be the other's.
  void merge(ProductId kept, ProductId merged) {
    for (Row row : List.copyOf(rows)) {
      Optional<Row> other = active(new Pair(row.pair.media(), kept));
      if (row.active() && row.pair.product().equals(merged) && other.isPresent()) {
        List<Row> both = Stream.of(other.get(), row).sorted(byStrength()).toList();
        rows.stream()
            .filter(it -> it == both.getLast() || it.behind == both.getLast())
            .forEach(it -> it.behind = both.getFirst());
      }
    }
    rows.stream()
        .filter(row -> row.pair.product().equals(merged))
        .forEach(row -> row.pair = new Pair(row.pair.media(), kept));
  }

  private Comparator<Row> byStrength() {
    return Comparator.<Row, LinkType>comparing(row -> row.state.type())
        .thenComparingInt(rows::indexOf);
  }

  private Optional<Row> active(Pair pair) {
    return rows.stream().filter(row -> row.pair.equals(pair) && row.active()).findAny();
  }
}
