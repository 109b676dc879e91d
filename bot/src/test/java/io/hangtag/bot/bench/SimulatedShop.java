package io.hangtag.bot.bench;

import static java.util.stream.Collectors.toMap;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ShopHistory;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Half a year of a made-up shop and its team, which posts at hours and weekdays of its own, more
/// when demand is high, and rather what sells well; of what posts do, the truth is known.
final class SimulatedShop {
  private static final int DAYS = SimulatedDemand.DAYS;
  private static final int WINDOW_HOURS = 72;
  private static final int DAY_HOURS = 24;
  private static final int LEAD_DAYS = 4;
  private static final int CATEGORIES = 4;
  private static final double SECOND_PRODUCT = 0.3;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate START = LocalDate.of(2026, 1, 5);

  private final Truth truth;
  private final Chance chance;
  private final SimulatedDemand demand;
  private final double postsPerDay;
  private final double[] weekdays = new double[7];
  private final int favouriteHour;
  private final int specialWeekday;
  private final double[][] ratios;
  private final List<Posting> posts = new ArrayList<>();

  /// What is true of a shop.
  ///
  /// @param ratio how many times as often products sell in the 72 hours after a post
  /// @param weekdayRatio beside that, in the day after posts of one weekday
  /// @param chasing how far the team follows each day's own demand, which nobody can foresee
  record Truth(double ratio, double weekdayRatio, double chasing) {}

  private SimulatedShop(long seed, Truth truth) {
    this.truth = truth;
    this.chance = new Chance(seed);
    this.demand = new SimulatedDemand(chance);
    this.postsPerDay = chance.scaleBetween(0.3, 4);
    for (int weekday = 0; weekday < weekdays.length; weekday++) {
      weekdays[weekday] = chance.factor(2);
    }
    this.favouriteHour = 8 + chance.below(13);
    this.specialWeekday = chance.below(weekdays.length);
    this.ratios = new double[demand.products()][DAYS * DAY_HOURS];
    for (double[] ofProduct : ratios) {
      java.util.Arrays.fill(ofProduct, 1);
    }
  }

  static ShopHistory history(long seed, Truth truth) {
    SimulatedShop shop = new SimulatedShop(seed, truth);
    shop.post();
    return new ShopHistory(
        ZONE,
        START,
        START.plusDays(DAYS),
        Duration.ofHours(WINDOW_HOURS),
        shop.posts,
        shop.sell(),
        shop.categories());
  }

  private void post() {
    for (int day = -LEAD_DAYS; day < DAYS; day++) {
      double mean =
          postsPerDay
              * demand.outlook(day)
              * Math.pow(demand.shock(day), truth.chasing())
              * weekdays[Math.floorMod(day, weekdays.length)];
      for (int left = chance.count(mean); left > 0; left--) {
        post(day, Math.floorMod((int) Math.round(favouriteHour + 3 * chance.normal()), DAY_HOURS));
      }
    }
  }

  private void post(int day, int hour) {
    double[] appeal = demand.appeal(day);
    int first = chance.choose(appeal);
    int second = chance.between(0, 1) < SECOND_PRODUCT ? chance.choose(appeal) : first;
    List<Integer> shown = IntStream.of(first, second).distinct().boxed().toList();
    int minute = chance.below(60);
    posts.add(
        new Posting(at(day, hour, minute), shown.stream().map(SimulatedShop::product).toList()));
    int from = day * DAY_HOURS + hour + (minute < 30 ? 0 : 1);
    boolean isSpecial = Math.floorMod(day, weekdays.length) == specialWeekday;
    for (int product : shown) {
      for (int cell = Math.max(0, from);
          cell < Math.min(from + WINDOW_HOURS, DAYS * DAY_HOURS);
          cell++) {
        double extra = isSpecial && cell < from + DAY_HOURS ? truth.weekdayRatio() : 1;
        ratios[product][cell] = truth.ratio() * extra;
      }
    }
  }

  private List<Sales> sell() {
    List<Sales> sales = new ArrayList<>();
    for (int product = 0; product < demand.products(); product++) {
      for (int cell = 0; cell < DAYS * DAY_HOURS; cell++) {
        int day = cell / DAY_HOURS;
        int hour = cell % DAY_HOURS;
        int orders = chance.count(demand.rate(product, day, hour) * ratios[product][cell]);
        if (orders > 0) {
          sales.add(new Sales(product(product), at(day, hour, 30), orders));
        }
      }
    }
    return sales;
  }

  private Map<ProductId, String> categories() {
    return IntStream.range(0, demand.products())
        .boxed()
        .collect(toMap(SimulatedShop::product, place -> "kind " + place % CATEGORIES));
  }

  private static ProductId product(int place) {
    return new ProductId(place + 1L);
  }

  private static Instant at(int day, int hour, int minute) {
    return START.plusDays(day).atTime(hour, minute).atZone(ZONE).toInstant();
  }
}
