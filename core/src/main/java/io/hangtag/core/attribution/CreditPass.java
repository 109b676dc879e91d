package io.hangtag.core.attribution;

import io.hangtag.core.attribution.Narrowing.Chosen;
import io.hangtag.core.money.Split;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds in one pass the touches of each line and gives each its share.
///
/// Lines and touches are sorted by product and time; two places walk along the touches of a
/// product, the first and the last of the window before the line (rules R2 to R10).
final class CreditPass {
  private final Lines lines;
  private final Touches touches;
  private final Rules rules;
  private final Map<Long, Integer> proven;
  private final @Nullable Narrowing narrowing;

  CreditPass(Lines lines, Touches touches, Rules rules, Exceptions exceptions) {
    this.lines = lines;
    this.touches = touches;
    this.rules = rules;
    this.proven = exceptions.proven;
    this.narrowing = exceptions.narrowing;
  }

  void run(CreditSink sink) {
    int first = 0;
    int end = 0;
    for (int line = 0; line < lines.size(); line++) {
      if (line == 0 || !lines.sameGroup(line - 1, line)) {
        first = firstTouchOf(lines.product(line), line, end);
        end = first;
      }
      first = passed(first, lines.product(line), lines.micros(line) - rules.window().micros());
      end = passed(Math.max(first, end), lines.product(line), lines.micros(line));
      decide(line, first, end, sink);
    }
  }

  // Products rise with the lines, but begin anew with each currency.
  private int firstTouchOf(long product, int line, int from) {
    boolean anew = line > 0 && lines.product(line - 1) >= product;
    int touch = anew ? 0 : from;
    while (touch < touches.size() && touches.product(touch) < product) {
      touch++;
    }
    return touch;
  }

  private int passed(int from, long product, long micros) {
    int touch = from;
    while (touch < touches.size()
        && touches.product(touch) == product
        && touches.micros(touch) <= micros) {
      touch++;
    }
    return touch;
  }

  private void decide(int line, int first, int end, CreditSink sink) {
    Reason without = withoutCredit(line);
    Integer named = proven.get(lines.order(line));
    if (without != null) {
      sink.none(line, without);
    } else if (named != null) {
      sink.credit(line, named, lines.net(line), lines.millionths(line));
    } else if (first == end) {
      sink.untouched(line);
    } else if (narrowing != null) {
      shareNarrowly(line, narrowing.of(first, end, lines.micros(line)), sink);
    } else {
      share(line, first, end, sink);
    }
  }

  private @Nullable Reason withoutCredit(int line) {
    Reason exclusion = lines.exclusion(line);
    return exclusion == null && lines.product(line) == 0 ? Reason.UNKNOWN_PRODUCT : exclusion;
  }

  private void share(int line, int first, int end, CreditSink sink) {
    switch (rules.model()) {
      case EQUAL, HYBRID -> shareEqually(line, first, end, sink);
      case LAST -> show(line, end - 1, lines.net(line), lines.millionths(line), sink);
      case FIRST -> show(line, first, lines.net(line), lines.millionths(line), sink);
      case DECAY, POSITION -> shareByWeight(line, first, end, sink);
    }
  }

  private void shareEqually(int line, int first, int end, CreditSink sink) {
    int count = end - first;
    long net = lines.net(line) / count;
    long netRest = lines.net(line) % count;
    int millionths = lines.millionths(line) / count;
    int millionthsRest = lines.millionths(line) % count;
    for (int rank = 0; rank < count; rank++) {
      show(
          line,
          first + rank,
          rank < netRest ? net + 1 : net,
          rank < millionthsRest ? millionths + 1 : millionths,
          sink);
    }
  }

  private void shareByWeight(int line, int first, int end, CreditSink sink) {
    long[] micros = new long[end - first];
    for (int rank = 0; rank < micros.length; rank++) {
      micros[rank] = touches.micros(first + rank);
    }
    long[] weights = rules.model().weights(micros, lines.micros(line));
    long[] nets = Split.byWeights(lines.net(line), weights);
    long[] millionths = Split.byWeights(lines.millionths(line), weights);
    for (int rank = 0; rank < micros.length; rank++) {
      show(line, first + rank, nets[rank], (int) millionths[rank], sink);
    }
  }

  /// Whoever is asked about here is not kept, and may take longer.
  private void shareNarrowly(int line, List<Chosen> chosen, CreditSink sink) {
    if (chosen.isEmpty()) {
      sink.none(line, Reason.NO_CONFIRMED_LINK);
      return;
    }
    long[] micros = chosen.stream().mapToLong(it -> touches.micros(it.touch())).toArray();
    long[] weights = rules.model().weights(micros, lines.micros(line));
    long[] nets = Split.byWeights(lines.net(line), weights);
    long[] millionths = Split.byWeights(lines.millionths(line), weights);
    for (int rank = 0; rank < weights.length; rank++) {
      if (weights[rank] > 0) {
        show(line, chosen.get(rank).showings(), nets[rank], (int) millionths[rank], sink);
      }
    }
  }

  private static void show(
      int line, List<Integer> showings, long net, int millionths, CreditSink sink) {
    long[] nets = Split.equally(net, showings.size());
    long[] parts = Split.equally(millionths, showings.size());
    for (int rank = 0; rank < nets.length; rank++) {
      sink.credit(line, showings.get(rank), nets[rank], (int) parts[rank]);
    }
  }

  /// A touch's share goes in equal parts to the media that show the product.
  private void show(int line, int touch, long net, int millionths, CreditSink sink) {
    int first = touches.firstShowing(touch);
    int count = touches.firstShowing(touch + 1) - first;
    if (count == 1) {
      sink.credit(line, first, net, millionths);
      return;
    }
    for (int rank = 0; rank < count; rank++) {
      sink.credit(
          line,
          first + rank,
          net / count + (rank < net % count ? 1 : 0),
          millionths / count + (rank < millionths % count ? 1 : 0));
    }
  }

  /// @param proven of orders whose own tags name a link, the showing they name
  /// @param narrowing null: every touch of the window counts
  record Exceptions(Map<Long, Integer> proven, @Nullable Narrowing narrowing) {}
}
