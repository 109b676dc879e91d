package io.hangtag.core.attribution;

import io.hangtag.core.attribution.TouchQueries.Proof;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Reads a team's history in stretches of whole days, so that memory does not grow with it.
final class Stretches {
  /// So many lines a stretch is meant to have.
  private static final int WANTED = 250_000;

  private static final int MAX_DAYS = 4_000;
  private static final int FIRST_DAYS = 7;

  private final LineQueries lines;
  private final TouchQueries touches;
  private final Settings settings;

  /// @param settings with the rules to go by
  Stretches(LineQueries lines, TouchQueries touches, Settings settings) {
    this.lines = lines;
    this.touches = touches;
    this.settings = settings;
  }

  /// The days of the orders; empty if there are none.
  Optional<DayRange> days() {
    return lines.span().map(span -> new DayRange(dayOf(span.first()), dayOf(span.last())));
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(settings.zone()).toLocalDate();
  }

  /// Goes through the days of the range that have orders.
  ///
  /// @param products only lines of these; empty: of all
  void each(DayRange range, Collection<Long> products, BiConsumer<DayRange, Stretch> work) {
    days().flatMap(range::within).ifPresent(days -> eachOf(days, products, work));
  }

  private void eachOf(
      DayRange days, Collection<Long> products, BiConsumer<DayRange, Stretch> work) {
    LocalDate from = days.from();
    long length = FIRST_DAYS;
    while (!from.isAfter(days.to())) {
      DayRange piece = days.within(new DayRange(from, from.plusDays(length - 1))).orElseThrow();
      Stretch stretch = between(piece.start(settings.zone()), piece.end(settings.zone()), products);
      work.accept(piece, stretch);
      length = next(length, stretch.lines().size());
      from = piece.to().plusDays(1);
    }
  }

  /// Stretches get longer or shorter with what the last one had, at most four times longer.
  private static long next(long length, int lines) {
    long fitting = lines == 0 ? MAX_DAYS : length * WANTED / lines;
    return Math.clamp(fitting, 1, Math.min(MAX_DAYS, length * 4));
  }

  /// The lines from `start` until before `end`.
  ///
  /// @param products only lines of these; empty: of all
  Stretch between(Instant start, Instant end, Collection<Long> products) {
    return of(lines.between(start, end, products), start, end, products);
  }

  /// The lines of one order.
  Stretch of(long order, Instant orderedAt) {
    return of(lines.of(order), orderedAt, orderedAt.plus(Duration.ofNanos(1_000)), List.of());
  }

  private Stretch of(Lines read, Instant start, Instant end, Collection<Long> products) {
    Instant after = start.minus(Duration.ofHours(settings.rules().window().hours()));
    Touches found = touches.between(after, end, products);
    Map<Long, Integer> proven = new HashMap<>();
    if (settings.rules().model() == AttributionModel.HYBRID) {
      for (Proof proof : touches.proofs(start, end)) {
        proven.put(
            proof.order(),
            found.addApart(proof.postedMicros(), proof.post(), proof.media(), proof.link()));
      }
    }
    return new Stretch(
        read, found, proven, settings.rules(), () -> circumstances(after, start, end));
  }

  private Circumstances circumstances(Instant after, Instant start, Instant end) {
    return new Circumstances(
        touches.untagged(after, end),
        touches.suggested(after, end),
        touches.proofs(start, end).stream().map(Proof::order).collect(Collectors.toSet()));
  }
}
