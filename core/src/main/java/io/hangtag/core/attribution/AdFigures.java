package io.hangtag.core.attribution;

import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// What ads cost and what the tags of orders prove that they sold, both in one currency and by the
/// day: of the spend, and of the order.
///
/// @param hasForeign whether something was spent in another currency too
public record AdFigures(Money spend, Money revenue, boolean hasForeign) {

  /// Revenue for each unit spent, not rounded; empty if nothing was spent, or not all of it in this
  /// currency.
  public Optional<BigDecimal> roas() {
    return spend.minor() == 0 || hasForeign
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(revenue.minor())
                .divide(BigDecimal.valueOf(spend.minor()), MathContext.DECIMAL64));
  }
}
