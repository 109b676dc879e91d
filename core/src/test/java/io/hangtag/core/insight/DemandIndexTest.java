package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemandIndexTest {
  private static final int BUSY = 30;

  @Test
  void knows_a_day_that_was_good_for_all_products() {
    DemandIndex index = DemandIndex.of(panel(20, 3), 1);

    assertThat(index.of(0, BUSY) / index.of(0, BUSY + 7)).isCloseTo(3, within(0.5));
    assertThat(index.of(0, BUSY + 1) / index.of(0, BUSY + 8)).isCloseTo(1, within(0.2));
  }

  @Test
  void does_not_explain_a_products_good_day_by_itself() {
    DemandIndex index = DemandIndex.of(panel(1, 3), 1);

    assertThat(index.of(0, BUSY) / index.of(0, BUSY + 7)).isCloseTo(1, within(0.2));
  }

  @Test
  void does_not_take_a_products_own_good_day_for_one_of_all() {
    Recipe shop = Recipe.weeks(12);
    List<Sales> sales = new ArrayList<>();
    for (int day = 0; day < 12 * 7; day++) {
      for (int product = 0; product < 10; product++) {
        int orders = day % 5 == 0 ? 20 : 10;
        sales.add(shop.sold(day * 24 + 12, product, day == BUSY && product == 0 ? 100 : orders));
      }
    }
    DemandIndex index =
        DemandIndex.of(
            Panel.of(Recipe.of(ZoneOffset.UTC, 12, List.of(), sales, Map.of()), _ -> true), 1);

    assertThat(index.of(0, BUSY) / index.of(0, BUSY + 7)).isCloseTo(2, within(0.2));
    assertThat(index.of(1, BUSY) / index.of(1, BUSY + 7)).isGreaterThan(2.3);
  }

  @Test
  void follows_the_slow_trend_of_a_shop_that_grows() {
    Recipe shop = Recipe.weeks(16);
    List<Sales> sales = new ArrayList<>();
    for (int day = 0; day < 16 * 7; day++) {
      sales.add(shop.sold(day * 24 + 12, 0, 100 + day));
    }

    DemandIndex index =
        DemandIndex.of(
            Panel.of(Recipe.of(ZoneOffset.UTC, 16, List.of(), sales, Map.of()), _ -> true), 1);

    assertThat(index.trend(80) / index.trend(30)).isCloseTo(180 / 130.0, within(0.02));
  }

  @Test
  void takes_out_what_posts_brought() {
    ShopHistory history = Recipe.weeks(16).products(1).ordersPerDay(8).ratio(3).history();
    Panel panel = Panel.of(history, _ -> true);

    double plain = spread(DemandIndex.of(panel, 1));

    assertThat(spread(DemandIndex.of(panel, 3))).isLessThan(plain);
  }

  private static double spread(DemandIndex index) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int day = 21; day < 91; day++) {
      least = Math.min(least, index.trend(day));
      most = Math.max(most, index.trend(day));
    }
    return most / least;
  }

  /// Products that sell twelve a day, a few more or less, and on one day a multiple.
  private static Panel panel(int products, int times) {
    Recipe shop = Recipe.weeks(12);
    List<Sales> sales = new ArrayList<>();
    for (int product = 0; product < products; product++) {
      for (int day = 0; day < 12 * 7; day++) {
        int orders = (12 + (product * 7 + day * 3) % 5) * (day == BUSY ? times : 1);
        sales.add(shop.sold(day * 24 + 12, product, orders));
      }
    }
    return Panel.of(Recipe.of(ZoneOffset.UTC, 12, List.of(), sales, Map.of()), _ -> true);
  }
}
