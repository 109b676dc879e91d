package io.hangtag.core.importing;

import io.hangtag.core.money.Money;
import java.time.LocalDate;

/// What a campaign cost on a day, as a file has it.
///
/// @param line where the row begins
record ExportedSpend(long line, String campaign, LocalDate day, Money spend) {
  /// What tells it apart: a campaign may be paid in several currencies.
  Key key() {
    return new Key(campaign, day, spend.currency().getCurrencyCode());
  }

  record Key(String campaign, LocalDate day, String currency) {}
}
