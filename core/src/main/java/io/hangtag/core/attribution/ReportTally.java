package io.hangtag.core.attribution;

import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Adds up the stretches of a report.
final class ReportTally {
  private static final int MILLIONTH = 6;

  private final Map<String, Sums> sums = new HashMap<>();
  private final Map<Long, MediaSums> media = new HashMap<>();
  private final Map<Long, DaySums> days = new HashMap<>();

  Sums sums(String currency) {
    return sums.computeIfAbsent(currency, _ -> new Sums());
  }

  MediaSums media(long id) {
    return media.computeIfAbsent(id, _ -> new MediaSums());
  }

  /// @param epochDay days since 1970-01-01
  DaySums day(long epochDay) {
    return days.computeIfAbsent(epochDay, _ -> new DaySums());
  }

  Set<String> currencies() {
    return sums.keySet();
  }

  Totals totals(Currency currency) {
    Sums of = sums.getOrDefault(currency.getCurrencyCode(), new Sums());
    Map<Reason, Money> reasons = new EnumMap<>(Reason.class);
    of.reasons.forEach((reason, minor) -> reasons.put(reason, new Money(minor, currency)));
    return new Totals(
        new Money(of.net, currency),
        new Money(of.attributed, currency),
        reasons,
        of.orders,
        of.influenced,
        BigDecimal.valueOf(of.millionths, MILLIONTH),
        new Money(of.proven, currency));
  }

  /// Of one currency, in minor units.
  static final class Sums {
    long net;
    long attributed;
    long proven;
    long orders;
    long influenced;
    long millionths;
    final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);

    void without(Reason reason, long minor) {
      reasons.merge(reason, minor, Long::sum);
    }
  }

  /// Of one media item, in the team's currency.
  static final class MediaSums {
    long revenue;
    long orders;
  }

  /// Of one day, in the team's currency.
  static final class DaySums {
    long net;
    long attributed;
  }
}
