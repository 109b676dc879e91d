package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateRatioTest {
  private static final Contrast WINDOW = Contrast.window(Recipe.WINDOW_HOURS);
  private static final int TUESDAY_TEN = 24 + 10;

  /// Four weeks: Tuesdays at ten sell 6, 1, 2, 3; only the first came after a post.
  /// Mantel and Haenszel: (6 * 3 / 4) / (6 * 1 / 4) = 3.
  @Test
  void compares_an_hour_with_the_same_hour_of_other_weeks() {
    Recipe shop = Recipe.weeks(4);
    List<Sales> sales = new ArrayList<>();
    int[] orders = {6, 1, 2, 3};
    for (int week = 0; week < orders.length; week++) {
      sales.add(shop.sold(week * Weeks.SLOTS + TUESDAY_TEN, 0, orders[week]));
    }

    RateRatio ratio = plain(shop, List.of(shop.post(TUESDAY_TEN - 5, 0)), sales);

    assertThat(ratio.ratio()).isCloseTo(3, within(1e-12));
    assertThat(ratio.after()).isEqualTo(6);
    assertThat(ratio.byChance()).isCloseTo(12 / 4.0, within(1e-12));
  }

  @Test
  void learns_nothing_where_all_weeks_came_after_a_post() {
    Recipe shop = Recipe.weeks(4);
    List<Sales> sales = new ArrayList<>();
    List<Posting> posts = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      sales.add(shop.sold(week * Weeks.SLOTS + TUESDAY_TEN, 0, 5));
      posts.add(shop.post(week * Weeks.SLOTS + TUESDAY_TEN, 0));
    }

    RateRatio ratio = plain(shop, posts, sales);

    assertThat(ratio.weight()).isZero();
    assertThat(ratio.isKnown()).isFalse();
    assertThat(ratio.byChance()).isEqualTo(20);
  }

  @Test
  void counts_the_hour_of_the_post_and_not_the_one_at_the_end_of_the_window() {
    Recipe shop = Recipe.weeks(4);
    int end = TUESDAY_TEN + Recipe.WINDOW_HOURS;

    RateRatio ratio =
        plain(
            shop,
            List.of(shop.post(TUESDAY_TEN, 0)),
            List.of(
                shop.sold(TUESDAY_TEN - 1, 0, 1),
                shop.sold(TUESDAY_TEN, 0, 10),
                shop.sold(end - 1, 0, 100),
                shop.sold(end, 0, 1000)));

    assertThat(ratio.after()).isEqualTo(110);
  }

  @Test
  void takes_a_post_to_the_closest_full_hour() {
    Recipe shop = Recipe.weeks(4);
    Instant half = shop.post(TUESDAY_TEN, 0).at().plus(Duration.ofMinutes(30));

    RateRatio ratio =
        plain(
            shop,
            List.of(new Posting(half, List.of(Recipe.id(0)))),
            List.of(shop.sold(TUESDAY_TEN, 0, 1), shop.sold(TUESDAY_TEN + 1, 0, 10)));

    assertThat(ratio.after()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agrees_with_a_count_over_the_raw_history(long seed) {
    ShopHistory history =
        Recipe.weeks(9).products(3).ordersPerDay(6).ratio(1.7).seed(seed).history();
    NaiveRatio naive = new NaiveRatio(history);

    RateRatio ratio = plain(history);

    assertThat(ratio.ratio()).as("seed %d", seed).isCloseTo(naive.ratio(-1), within(1e-9));
    assertThat(ratio.error()).as("seed %d", seed).isCloseTo(naive.error(), within(1e-9));
  }

  private static RateRatio plain(Recipe shop, List<Posting> posts, List<Sales> sales) {
    return plain(Recipe.of(ZoneOffset.UTC, shop.weeks(), posts, sales, Map.of()));
  }

  /// Without any index of demand: each hour is as busy as the other.
  private static RateRatio plain(ShopHistory history) {
    Panel panel = Panel.of(history, _ -> true);
    return RateRatio.of(Stratum.of(panel), panel.weeks(), WINDOW);
  }
}
