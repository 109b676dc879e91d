package io.hangtag.core.attribution;

import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// Adds up the stretches of a report.
final class ReportTally {
  private static final int MILLIONTH = 6;

  private final Map<String, Sums> sums = new HashMap<>();
  private final Map<Long, MediaSums> media = new HashMap<>();
  private final Map<Long, DaySums> days = new HashMap<>();
  private final Map<AdSale, Long> adSales = new HashMap<>();
  private final Map<String, Integer> adOrders = new HashMap<>();
  private final Map<Long, Long> late = new HashMap<>();
  private final Map<Customer, CustomerSums> customers = new EnumMap<>(Customer.class);

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

  void addAdSale(AdSale sale, long minor) {
    adSales.merge(sale, minor, Long::sum);
  }

  Map<AdSale, Long> adSales() {
    return adSales;
  }

  void addAdOrder(String campaign, String currency) {
    adOrders.merge(campaign + " " + currency, 1, Integer::sum);
  }

  int adOrders(String campaign, String currency) {
    return adOrders.getOrDefault(campaign + " " + currency, 0);
  }

  /// Takes a link that was made after a sale it is credited with.
  void addLate(long link, long medium) {
    late.put(link, medium);
  }

  int lateLinks(LongPredicate media) {
    return (int) late.values().stream().filter(media::test).count();
  }

  CustomerSums customer(Customer customer) {
    return customers.computeIfAbsent(customer, _ -> new CustomerSums());
  }

  Map<MediaId, Money> provenOfMedia(Currency currency) {
    Map<MediaId, Money> proven = new HashMap<>();
    media.forEach(
        (id, of) -> {
          if (of.proven != 0) {
            proven.put(new MediaId(id), new Money(of.proven, currency));
          }
        });
    return proven;
  }

  /// Media with any figure but 0.
  Set<Long> mediaWithFigures() {
    return media.entrySet().stream()
        .filter(
            it ->
                it.getValue().revenue != 0
                    || it.getValue().orders != 0
                    || it.getValue().proven != 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
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
    long halo;
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
    long proven;
  }

  /// Of new or returning customers, in the team's currency.
  static final class CustomerSums {
    long orders;
    long net;
    long attributed;
  }

  /// What an ad is proven to have sold.
  record AdSale(String campaign, long media, long product, String currency) {}

  /// Of one day, in the team's currency.
  static final class DaySums {
    long net;
    long attributed;
  }
}
