package io.hangtag.core.attribution;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The order lines of a stretch of time, the touches that may have a part in them, and the rules.
final class Stretch {
  private final Lines lines;
  private final Touches touches;
  private final Map<Long, Integer> proven;
  private final Rules rules;
  private final Supplier<Circumstances> reading;
  private @Nullable Circumstances circumstances;

  /// @param proven of orders whose own tags name a post, the showing they name, if that decides
  /// @param reading reads what is known beside them, when it is first asked for
  Stretch(
      Lines lines,
      Touches touches,
      Map<Long, Integer> proven,
      Rules rules,
      Supplier<Circumstances> reading) {
    this.lines = lines;
    this.touches = touches;
    this.proven = proven;
    this.rules = rules;
    this.reading = reading;
  }

  Lines lines() {
    return lines;
  }

  Touches touches() {
    return touches;
  }

  /// Whether the line's order names a post by its own tags.
  boolean proven(int line) {
    return circumstances().proven().contains(lines.order(line));
  }

  void run(CreditSink sink) {
    new CreditPass(lines, touches, rules, proven).run(sink);
  }

  /// Why a line that counts has no touch.
  Reason reasonUntouched(int line) {
    return circumstances().reason(lines.product(line), lines.micros(line), rules.window());
  }

  private Circumstances circumstances() {
    Circumstances known = circumstances;
    if (known == null) {
      known = reading.get();
      circumstances = known;
    }
    return known;
  }
}
