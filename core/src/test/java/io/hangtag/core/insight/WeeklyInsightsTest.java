package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.core.insight.Correlation.Strength;
import io.hangtag.core.insight.Frequency.Bin;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is told from weeks and days as wholes: how often to post, and what goes together.
final class WeeklyInsightsTest {
  private static final int WEEKS = 24;
  private static final int[] POSTS = {0, 1, 2, 5};

  @Test
  void finds_that_weeks_with_more_posts_sell_more() {
    Finding<Frequency> frequency = InsightReport.of(shop(10, 1)).frequency();

    assertThat(frequency.claims()).isTrue();
    assertThat(frequency.details().bins())
        .extracting(Bin::from, Bin::to, Bin::weeks)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 0, 6),
            org.assertj.core.groups.Tuple.tuple(1, 1, 6),
            org.assertj.core.groups.Tuple.tuple(2, 3, 6),
            org.assertj.core.groups.Tuple.tuple(4, 6, 6));
    assertThat(frequency.details().bins().getFirst().ratio()).isNull();
    assertThat(Objects.requireNonNull(frequency.details().bins().getLast().ratio()).value())
        .isCloseTo(100 / 50.0, within(0.2));
    assertThat(frequency.evidence().sentence()).startsWith("Weeks with 4 to 6 posts sold ");
  }

  @Test
  void sees_no_difference_where_there_is_none() {
    Finding<Frequency> frequency = InsightReport.of(shop(0, 2)).frequency();

    assertThat(frequency.claims()).isFalse();
    assertThat(frequency.evidence().sentence())
        .isEqualTo("Between 0 and 6 posts a week we see no difference.");
  }

  @Test
  void cannot_tell_how_often_where_all_weeks_are_alike() {
    Finding<Frequency> frequency =
        InsightReport.of(Recipe.weeks(26).postsPerWeek(60).history()).frequency();

    assertThat(frequency.evidence().verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
  }

  @Test
  void finds_that_days_after_posts_have_more_orders() {
    Finding<Correlation> correlation = InsightReport.of(days(30, 0)).correlation();

    assertThat(correlation.claims()).isTrue();
    assertThat(correlation.details().strength())
        .isIn(Strength.WEAK, Strength.MODERATE, Strength.STRONG);
    assertThat(correlation.evidence().sentence()).startsWith("Days after more posts had more");
    assertThat(correlation.details().lags()).hasSize(4);
  }

  @Test
  void sees_when_posts_come_only_after_the_orders() {
    Finding<Correlation> correlation = InsightReport.of(days(30, 3)).correlation();

    assertThat(correlation.claims()).isFalse();
    assertThat(Math.abs(correlation.details().placebo())).isGreaterThan(0.3);
  }

  @Test
  void says_how_strong_a_correlation_is_by_the_end_nearest_to_none() {
    assertThat(Strength.of(null)).isEqualTo(Strength.NONE);
    assertThat(Strength.of(new Estimate(0.3, -0.1, 0.6))).isEqualTo(Strength.NONE);
    assertThat(Strength.of(new Estimate(0.3, 0.05, 0.6))).isEqualTo(Strength.NONE);
    assertThat(Strength.of(new Estimate(0.3, 0.1, 0.6))).isEqualTo(Strength.WEAK);
    assertThat(Strength.of(new Estimate(-0.5, -0.7, -0.3))).isEqualTo(Strength.MODERATE);
    assertThat(Strength.of(new Estimate(0.8, 0.5, 0.9))).isEqualTo(Strength.STRONG);
  }

  /// Weeks of 50 orders, and so many more for each post, in changing order.
  private static ShopHistory shop(int ordersPerPost, long seed) {
    Recipe shop = Recipe.weeks(WEEKS);
    Random random = new Random(seed);
    List<Posting> posts = new ArrayList<>();
    List<Sales> sales = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      int count = POSTS[(week + week / 4) % 4];
      for (int post = 0; post < count; post++) {
        posts.add(shop.post(week * Weeks.SLOTS + 10 + post, 0));
      }
      int orders = 47 + random.nextInt(7) + count * ordersPerPost;
      for (int order = 0; order < orders; order++) {
        sales.add(shop.sold(week * Weeks.SLOTS + random.nextInt(Weeks.SLOTS), 0, 1));
      }
    }
    return Recipe.of(ZoneOffset.UTC, WEEKS, posts, sales, Map.of());
  }

  /// Days of about 20 orders; every now and then a post, with so many more on a day.
  private static ShopHistory days(int more, int daysBefore) {
    Recipe shop = Recipe.weeks(WEEKS);
    Random random = new Random(5);
    List<Posting> posts = new ArrayList<>();
    int[] orders = new int[WEEKS * 7];
    for (int day = 0; day < orders.length; day++) {
      orders[day] += 17 + random.nextInt(7);
      if (day >= daysBefore && random.nextInt(5) == 0) {
        posts.add(shop.post(day * 24, 0));
        orders[day - daysBefore] += more;
      }
    }
    List<Sales> sales = new ArrayList<>();
    for (int day = 0; day < orders.length; day++) {
      sales.add(shop.sold(day * 24 + 12, 0, orders[day]));
    }
    return Recipe.of(ZoneOffset.UTC, WEEKS, posts, sales, Map.of());
  }
}
