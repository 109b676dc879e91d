package io.hangtag.core.attribution;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The order lines of a stretch of time, the touches that may have a part in them, and the rules.
final class Stretch {
  private final Lines lines;
  private final Touches touches;
  private final Rules rules;
  private final @Nullable Ledger ledger;
  private final Lazily lazily;
  private final Map<Long, Integer> proven;
  private @Nullable Circumstances circumstances;
  private @Nullable Background background;
  private @Nullable Map<Long, Boolean> repeats;

  Stretch(Rules rules, Lines lines, Touches touches, Lazily lazily) {
    this(rules, new Entries(lines, null), touches, lazily);
  }

  /// With what became of the lines later.
  Stretch(Rules rules, Ledger ledger, Touches touches, Lazily lazily) {
    this(rules, new Entries(ledger.lines(), ledger), touches, lazily);
  }

  private Stretch(Rules rules, Entries entries, Touches touches, Lazily lazily) {
    this.rules = rules;
    this.lines = entries.lines;
    this.ledger = entries.ledger;
    this.touches = touches;
    this.lazily = lazily;
    this.proven =
        rules.model() == AttributionModel.HYBRID ? touches.find(background().proofs()) : Map.of();
  }

  Lines lines() {
    return lines;
  }

  Touches touches() {
    return touches;
  }

  /// When a line counts, in microseconds since 1970.
  long dated(int line) {
    return ledger == null ? lines.micros(line) : ledger.micros(line);
  }

  /// 1, or -1 of a line that takes back.
  int sign(int line) {
    return ledger == null ? 1 : ledger.sign(line);
  }

  /// Whether it is a line itself and not what became of one later.
  boolean isSale(int line) {
    return ledger == null || ledger.isSale(line);
  }

  boolean hasEvents() {
    return ledger != null;
  }

  void run(CreditSink sink) {
    Narrowing narrowing =
        rules.areNarrow() ? new Narrowing(touches, rules, background().recorded()) : null;
    new CreditPass(lines, touches, rules, new CreditPass.Exceptions(proven, narrowing)).run(sink);
  }

  /// Why a line that counts has no touch.
  Reason reasonUntouched(int line) {
    Circumstances known = circumstances;
    if (known == null) {
      known = lazily.circumstances.get();
      circumstances = known;
    }
    return known.reason(lines.product(line), lines.micros(line), rules.window());
  }

  Background background() {
    Background known = background;
    if (known == null) {
      known = lazily.background.get();
      background = known;
    }
    return known;
  }

  Customer customerOf(long order) {
    Map<Long, Boolean> known = repeats;
    if (known == null) {
      known = lazily.repeats.get();
      repeats = known;
    }
    Boolean repeat = known.get(order);
    return repeat == null ? Customer.UNKNOWN : repeat ? Customer.RETURNING : Customer.NEW;
  }

  /// What is read when it is first asked for.
  ///
  /// @param repeats by order, whether its customer had ordered before, where the shop says
  record Lazily(
      Supplier<Circumstances> circumstances,
      Supplier<Background> background,
      Supplier<Map<Long, Boolean>> repeats) {}

  /// @param ledger null: every line counts when it was ordered
  private record Entries(Lines lines, @Nullable Ledger ledger) {}
}
