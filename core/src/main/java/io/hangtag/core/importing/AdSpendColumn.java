package io.hangtag.core.importing;

import java.util.List;
import java.util.Locale;

/// A column of a list of what ads cost.
enum AdSpendColumn {
  CAMPAIGN,
  DATE,
  SPEND,
  CURRENCY;

  static final List<AdSpendColumn> REQUIRED = List.of(CAMPAIGN, DATE, SPEND);

  /// As the header writes it, in any case.
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
