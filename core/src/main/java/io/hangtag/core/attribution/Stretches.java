package io.hangtag.core.attribution;

import io.hangtag.core.attribution.Stretch.Lazily;
import io.hangtag.core.media.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Reads a team's history in stretches of whole days, so that memory does not grow with it.
final class Stretches {
  /// So many lines a stretch is meant to have.
  private static final int WANTED = 250_000;

  private static final int MAX_DAYS = 4_000;
  private static final int FIRST_DAYS = 7;

  private final Sources sources;
  private final Settings settings;
  private final Dating dating;

  /// @param settings with the rules to go by
  Stretches(Sources sources, Settings settings, Dating dating) {
    this.sources = sources;
    this.settings = settings;
    this.dating = dating;
  }

  /// The days of the orders; empty if there are none.
  Optional<DayRange> days() {
    return sources.lines.span().map(span -> new DayRange(dayOf(span.first()), dayOf(span.last())));
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
    Lines lines = sources.lines.between(start, end, products);
    Touches touches = sources.touches.between(start.minus(window()), end, products);
    return switch (dating) {
      case ORDER_DATE -> new Stretch(settings.rules(), lines, touches, lazily(start, end));
      case EVENT_DATE ->
          new Stretch(
              settings.rules(),
              Ledger.of(
                  lines,
                  sources.ledger.cancelled(start, end),
                  sources.ledger.reversals(start, end)),
              touches,
              lazily(start, end));
    };
  }

  /// The lines of one order.
  Stretch of(long order, Instant orderedAt) {
    Instant end = orderedAt.plus(Duration.ofNanos(1_000));
    return new Stretch(
        settings.rules(),
        sources.lines.of(order),
        sources.touches.between(orderedAt.minus(window()), end, List.of()),
        lazily(orderedAt, end));
  }

  private Duration window() {
    return Duration.ofHours(settings.rules().window().hours());
  }

  private Lazily lazily(Instant start, Instant end) {
    Instant after = start.minus(window());
    return new Lazily(
        () ->
            new Circumstances(
                sources.touches.untagged(after, end), sources.touches.suggested(after, end)),
        () -> new Background(proofs(start, end), sources.proofs.recordedAfter(start)),
        () -> sources.proofs.repeats(start, end));
  }

  private Map<Long, Proof> proofs(Instant start, Instant end) {
    boolean strictly = settings.rules().has(RuleOption.STRICT_AS_OF);
    return sources.proofs.between(start, end, strictly).stream()
        .collect(Collectors.toMap(Proof::order, proof -> proof));
  }

  /// The products of orders that name this media item by their tags.
  Set<Long> provenProducts(MediaId media, PostSpan span) {
    return sources.proofs.productsOf(
        proofs(span.start(), span.end()).values().stream()
            .filter(proof -> proof.media() == media.value())
            .map(Proof::order)
            .toList());
  }

  /// From the first order that a report of this span needs: by event, one to which something
  /// happened then.
  PostSpan reaching(PostSpan span) {
    Instant first =
        dating == Dating.ORDER_DATE
            ? span.start()
            : sources.ledger.firstOrder(span.start(), span.end()).orElse(span.start());
    return first.isBefore(span.start()) ? new PostSpan(first, span.end()) : span;
  }

  /// When something last happened to an order after it was made; empty if nothing did, or it does
  /// not matter.
  Optional<Instant> lastEvent() {
    return dating == Dating.ORDER_DATE ? Optional.empty() : sources.ledger.last();
  }

  /// Where a team's history is read.
  record Sources(
      LineQueries lines, TouchQueries touches, ProofQueries proofs, LedgerQueries ledger) {}
}
