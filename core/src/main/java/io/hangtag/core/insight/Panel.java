package io.hangtag.core.insight;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A shop's history on the grid of its weeks.
///
/// @param products all that were sold, by number
/// @param targets places of those that the question is about
/// @param categories of products, by place; empty: none
/// @param posts cells of the posts that show a product asked about, rising
/// @param windowHours how long after a post sales count as after it
/// @param seed of all that is drawn by lot; follows from the data alone
record Panel(
    Weeks weeks,
    List<ProductHours> products,
    List<Integer> targets,
    List<String> categories,
    List<Integer> posts,
    int windowHours,
    long seed) {

  /// @param asked which products the question is about
  static Panel of(ShopHistory history, Predicate<ProductId> asked) {
    return new Reading(history, asked).panel();
  }

  long orders() {
    return targets.stream().mapToLong(target -> products.get(target).totalOrders()).sum();
  }

  /// How many of the posts are within the weeks.
  int postCount() {
    return (int) posts.stream().filter(weeks::contains).count();
  }

  /// Orders of the products asked about by day.
  double[] ordersByDay() {
    double[] orders = new double[weeks.days()];
    for (int target : targets) {
      ProductHours hours = products.get(target);
      for (int sale = 0; sale < hours.sales(); sale++) {
        orders[Weeks.dayOf(hours.saleCell(sale))] += hours.orders(sale);
      }
    }
    return orders;
  }

  /// Sorts a history by product and cell.
  private static final class Reading {
    private final ShopHistory history;
    private final Predicate<ProductId> asked;
    private final Weeks weeks;
    private final NavigableMap<ProductId, NavigableMap<Integer, Integer>> sales =
        new TreeMap<>(Comparator.comparingLong(ProductId::value));
    private final NavigableMap<ProductId, List<Integer>> posts =
        new TreeMap<>(Comparator.comparingLong(ProductId::value));
    private final List<Integer> askedPosts = new ArrayList<>();
    private long seed;

    Reading(ShopHistory history, Predicate<ProductId> asked) {
      this.history = history;
      this.asked = asked;
      this.weeks = Weeks.of(history.zone(), history.from(), history.to());
      history.sales().forEach(this::add);
      history.posts().forEach(this::add);
      askedPosts.sort(null);
    }

    private void add(Sales sold) {
      int cell = weeks.cellOf(sold.hour());
      if (weeks.contains(cell)) {
        sales
            .computeIfAbsent(sold.product(), _ -> new TreeMap<>())
            .merge(cell, sold.orders(), Integer::sum);
        seed += sold.orders() * mixed(sold.product().value() * 31 + cell);
      }
    }

    private void add(Posting post) {
      int cell = weeks.nearestCell(post.at());
      for (ProductId product : post.products()) {
        posts.computeIfAbsent(product, _ -> new ArrayList<>()).add(cell);
        seed += mixed(~(product.value() * 31 + cell));
      }
      if (post.products().stream().anyMatch(asked)) {
        askedPosts.add(cell);
      }
    }

    /// Spreads a number over all bits, as SplitMix64 does.
    private static long mixed(long value) {
      long bits = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
      bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
      return bits ^ (bits >>> 31);
    }

    Panel panel() {
      List<ProductHours> products = new ArrayList<>();
      List<Integer> targets = new ArrayList<>();
      List<String> categories = new ArrayList<>();
      for (ProductId product : sales.keySet()) {
        if (asked.test(product)) {
          targets.add(products.size());
        }
        categories.add(history.categories().getOrDefault(product, ""));
        products.add(hours(product));
      }
      int windowHours = (int) history.window().toHours();
      return new Panel(
          weeks, products, targets, categories, List.copyOf(askedPosts), windowHours, seed);
    }

    private ProductHours hours(ProductId product) {
      NavigableMap<Integer, Integer> sold = sales.getOrDefault(product, new TreeMap<>());
      return new ProductHours(
          sold.keySet().stream().mapToInt(cell -> cell).toArray(),
          sold.values().stream().mapToInt(orders -> orders).toArray(),
          posts.getOrDefault(product, List.of()).stream()
              .mapToInt(cell -> cell)
              .sorted()
              .toArray());
    }
  }
}
