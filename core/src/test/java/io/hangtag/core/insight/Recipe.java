package io.hangtag.core.insight;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A made-up shop whose products sell by chance, each hour alike, but after posts.
///
/// @param ordersPerDay of each product
/// @param postsPerWeek of the whole team
/// @param ratio how many times as often a product sells in the 72 hours after a post
record Recipe(
    ZoneId zone,
    int weeks,
    int products,
    double ordersPerDay,
    double postsPerWeek,
    double ratio,
    long seed) {
  static final LocalDate START = LocalDate.of(2026, 1, 5);
  static final int WINDOW_HOURS = 72;

  static Recipe weeks(int weeks) {
    return new Recipe(ZoneOffset.UTC, weeks, 10, 2, 14, 1, 1);
  }

  Recipe products(int count) {
    return new Recipe(zone, weeks, count, ordersPerDay, postsPerWeek, ratio, seed);
  }

  Recipe ordersPerDay(double orders) {
    return new Recipe(zone, weeks, products, orders, postsPerWeek, ratio, seed);
  }

  Recipe postsPerWeek(double posts) {
    return new Recipe(zone, weeks, products, ordersPerDay, posts, ratio, seed);
  }

  Recipe ratio(double times) {
    return new Recipe(zone, weeks, products, ordersPerDay, postsPerWeek, times, seed);
  }

  Recipe seed(long number) {
    return new Recipe(zone, weeks, products, ordersPerDay, postsPerWeek, ratio, number);
  }

  Recipe zone(ZoneId id) {
    return new Recipe(id, weeks, products, ordersPerDay, postsPerWeek, ratio, seed);
  }

  ShopHistory history() {
    Random random = new Random(seed);
    int hours = weeks * Weeks.SLOTS;
    boolean[][] after = new boolean[products][hours];
    List<Posting> posts = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      if (random.nextDouble() < postsPerWeek / Weeks.SLOTS) {
        int product = random.nextInt(products);
        posts.add(post(hour, product));
        for (int cell = hour; cell < Math.min(hours, hour + WINDOW_HOURS); cell++) {
          after[product][cell] = true;
        }
      }
    }
    return of(zone, weeks, posts, sales(random, after), categories());
  }

  private List<Sales> sales(Random random, boolean[][] after) {
    List<Sales> sales = new ArrayList<>();
    for (int product = 0; product < products; product++) {
      for (int hour = 0; hour < after[product].length; hour++) {
        double rate = ordersPerDay / 24 * (after[product][hour] ? ratio : 1);
        if (random.nextDouble() < rate) {
          sales.add(sold(hour, product, 1));
        }
      }
    }
    return sales;
  }

  private Map<ProductId, String> categories() {
    Map<ProductId, String> categories = new HashMap<>();
    for (int product = 0; product < products; product++) {
      categories.put(id(product), product % 2 == 0 ? "Hoodies" : "Mugs");
    }
    return categories;
  }

  Posting post(int hour, int product) {
    return new Posting(at(hour).atZone(zone).toInstant(), List.of(id(product)));
  }

  Sales sold(int hour, int product, int orders) {
    return new Sales(id(product), at(hour).atZone(zone).toInstant(), orders);
  }

  private static LocalDateTime at(int hour) {
    return START.atStartOfDay().plusHours(hour);
  }

  static ProductId id(int product) {
    return new ProductId(product + 1L);
  }

  static ShopHistory of(
      ZoneId zone,
      int weeks,
      List<Posting> posts,
      List<Sales> sales,
      Map<ProductId, String> categories) {
    return new ShopHistory(
        zone,
        START,
        START.plusWeeks(weeks),
        Duration.ofHours(WINDOW_HOURS),
        posts,
        sales,
        categories);
  }
}
