package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.core.insight.InsightReport.Period;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class InsightReportTest {
  @Test
  void says_not_enough_data_of_an_empty_shop() {
    for (int weeks : new int[] {0, 1, 4, 26}) {
      InsightReport report =
          InsightReport.of(Recipe.of(ZoneOffset.UTC, weeks, List.of(), List.of(), Map.of()));

      assertThat(report.findings())
          .allSatisfy(
              finding -> {
                assertThat(finding.evidence().verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
                assertThat(finding.evidence().grade()).isEqualTo(Grade.D);
                assertThat(finding.evidence().p()).isNull();
                assertThat(finding.evidence().estimate()).isNull();
                assertThat(finding.evidence().sentence()).startsWith("Not enough data");
              });
    }
  }

  @Test
  void maps_the_week_and_leaves_out_ratios_of_few_posts() {
    InsightReport report =
        InsightReport.of(Recipe.weeks(52).ratio(2).seed(2).postsPerWeek(4).history());

    List<Slot> map = report.map();

    assertThat(map).hasSize(42);
    assertThat(map.getFirst().name()).isEqualTo("monday 00-04");
    assertThat(map.getLast().name()).isEqualTo("sunday 20-24");
    for (int day = 0; day < 7; day++) {
      List<Slot> parts = map.subList(6 * day, 6 * day + 6);
      Slot whole = report.bestDays().details().slots().get(day);
      assertThat(parts.stream().mapToLong(Slot::posts).sum()).isEqualTo(whole.posts());
      assertThat(parts.stream().mapToDouble(Slot::orderShare).sum())
          .isCloseTo(whole.orderShare(), within(1e-9));
    }
    assertThat(map).filteredOn(slot -> slot.posts() < 5).allMatch(slot -> slot.ratio() == null);
    assertThat(map).filteredOn(slot -> slot.ratio() != null).isNotEmpty();
  }

  @Test
  void says_about_how_many_posts_it_would_take() {
    Recipe shop = Recipe.weeks(26).products(1).ordersPerDay(0.1).postsPerWeek(0.5);

    InsightReport report = InsightReport.of(shop.history());

    assertThat(report.lift().evidence().sentence())
        .matches("Not enough data .* \\(would need about \\d+ posts\\)\\.");
  }

  @Test
  void says_how_many_weeks_it_takes() {
    InsightReport report = InsightReport.of(Recipe.weeks(5).history());

    assertThat(report.lift().evidence().sentence()).endsWith("(there are 5 weeks; it takes 8).");
  }

  @Test
  void finds_that_products_sell_more_after_posts() {
    InsightReport report = InsightReport.of(Recipe.weeks(26).ratio(2).seed(2).history());

    Evidence lift = report.lift().evidence();
    assertThat(lift.verdict()).isEqualTo(Verdict.DIFFERENCE);
    assertThat(lift.grade()).isEqualTo(Grade.B);
    assertThat(Objects.requireNonNull(lift.estimate()).value()).isCloseTo(2, within(0.25));
    assertThat(Objects.requireNonNull(lift.estimate()).contains(2)).isTrue();
    assertThat(lift.sentence())
        .startsWith("In the 72 hours after a post products sold ")
        .contains("90 % interval")
        .contains("by chance");
    assertThat(report.categories().claims()).isTrue();
    assertThat(report.categories().evidence().sentence()).contains("Hoodies").contains("Mugs");
    assertThat(Objects.requireNonNull(report.lift().details().placebo()).contains(1)).isTrue();
  }

  @Test
  void stays_silent_in_nine_of_ten_shops_where_posts_do_nothing() {
    List<InsightReport> reports =
        LongStream.range(0, 40)
            .mapToObj(seed -> InsightReport.of(Recipe.weeks(26).seed(seed).history()))
            .toList();

    assertThat(reports.stream().filter(InsightReportTest::claimsAnything).count())
        .isLessThanOrEqualTo(4);
    assertThat(reports.getFirst().bestDays().evidence().sentence())
        .startsWith("No weekday stands out among ");
    assertThat(reports.getFirst().bestHours().evidence().sentence())
        .startsWith("No time of day stands out among ");
  }

  private static boolean claimsAnything(InsightReport report) {
    return report.findings().stream().anyMatch(Finding::claims);
  }

  @Test
  void knows_what_share_of_orders_comes_after_posts_by_chance() {
    Lift lift = InsightReport.of(Recipe.weeks(26).seed(3).history()).lift().details();

    assertThat(lift.coverage()).isCloseTo(lift.chanceCoverage(), within(0.03));
    assertThat(lift.chanceCoverage()).isBetween(0.2, 0.6);
  }

  @Test
  void finds_the_weekday_whose_posts_sell_more() {
    InsightReport report = InsightReport.of(withGoodTuesdays());

    assertThat(report.bestDays().claims()).isTrue();
    assertThat(report.bestDays().evidence().sentence()).startsWith("Posts on Tuesdays stand out");
    assertThat(report.bestDays().details().slots())
        .extracting(Slot::name)
        .containsExactly(
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  }

  private static ShopHistory withGoodTuesdays() {
    Recipe shop = Recipe.weeks(26).ordersPerDay(5).postsPerWeek(21);
    ShopHistory plain = shop.history();
    Random random = new Random(1);
    List<Sales> sales = new ArrayList<>(plain.sales());
    for (Posting post : plain.posts()) {
      if (post.at().atZone(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.TUESDAY) {
        for (int hour = 0; hour < 24; hour++) {
          if (random.nextDouble() < 10 / 24.0) {
            sales.add(
                new Sales(post.products().getFirst(), post.at().plusSeconds(3600L * hour), 1));
          }
        }
      }
    }
    return Recipe.of(ZoneOffset.UTC, 26, plain.posts(), sales, plain.categories());
  }

  @Test
  void does_not_trust_sales_that_were_up_before_the_posts_already() {
    InsightReport report = InsightReport.of(chasing());

    Evidence lift = report.lift().evidence();
    assertThat(lift.p()).isLessThan(0.05);
    assertThat(lift.grade()).isEqualTo(Grade.C);
    assertThat(lift.sentence()).contains("posting seems to follow sales");
    assertThat(report.lift().claims()).isFalse();
  }

  /// Each product has good weeks, and is posted in the middle of them.
  private static ShopHistory chasing() {
    Recipe shop = Recipe.weeks(26).postsPerWeek(0);
    List<Sales> sales = new ArrayList<>(shop.history().sales());
    List<Posting> posts = new ArrayList<>();
    Random random = new Random(1);
    for (int product = 0; product < 10; product++) {
      for (int start = 100; start < 4200; start += 700 + random.nextInt(200)) {
        posts.add(shop.post(start + 72, product));
        for (int hour = start; hour < Math.min(4368, start + 144); hour++) {
          if (random.nextDouble() < 0.15) {
            sales.add(shop.sold(hour, product, 1));
          }
        }
      }
    }
    return Recipe.of(ZoneOffset.UTC, 26, posts, sales, Map.of());
  }

  @Test
  void tells_the_same_of_the_same_history_in_any_order() {
    ShopHistory history = Recipe.weeks(20).ratio(1.5).history();
    List<Posting> posts = new ArrayList<>(history.posts());
    List<Sales> sales = new ArrayList<>(history.sales());
    Collections.shuffle(posts, new Random(7));
    Collections.shuffle(sales, new Random(7));

    InsightReport other =
        InsightReport.of(Recipe.of(history.zone(), 20, posts, sales, history.categories()));

    assertThat(other).isEqualTo(InsightReport.of(history));
  }

  @Test
  void adds_up_sales_of_one_hour() {
    Recipe shop = Recipe.weeks(12);
    List<Posting> posts = shop.history().posts();
    List<Sales> single = new ArrayList<>();
    List<Sales> several = new ArrayList<>();
    for (int day = 0; day < 84; day++) {
      several.add(shop.sold(day * 24 + 9, 0, 3));
      IntStream.range(0, 3).forEach(_ -> single.add(several.getLast()));
    }
    single.replaceAll(sold -> new Sales(sold.product(), sold.hour(), 1));

    assertThat(InsightReport.of(Recipe.of(shop.zone(), 12, posts, single, Map.of())))
        .isEqualTo(InsightReport.of(Recipe.of(shop.zone(), 12, posts, several, Map.of())));
  }

  @Test
  void tells_of_one_product_beside_the_days_of_the_others() {
    ShopHistory history = Recipe.weeks(26).ordersPerDay(8).ratio(2).history();

    InsightReport report = InsightReport.about(Recipe.id(3), history);

    long posts =
        history.posts().stream().filter(post -> post.products().contains(Recipe.id(3))).count();
    assertThat(report.lift().details().posts()).isEqualTo(posts);
    assertThat(report.lift().claims()).isTrue();
    assertThat(report.categories().details().categories())
        .extracting(Categories.Category::name)
        .containsExactly("Mugs");
  }

  @Test
  void tells_of_a_shop_with_one_product() {
    InsightReport report =
        InsightReport.of(
            Recipe.weeks(26).products(1).ordersPerDay(10).postsPerWeek(1).ratio(2).history());

    assertThat(report.lift().claims()).isTrue();
    assertThat(Objects.requireNonNull(report.lift().evidence().estimate()).value())
        .isCloseTo(2, within(0.4));
  }

  @Test
  void tells_nothing_of_a_product_that_was_never_sold_or_posted() {
    InsightReport report = InsightReport.about(Recipe.id(99), Recipe.weeks(26).history());

    assertThat(report.findings()).allSatisfy(finding -> assertThat(finding.claims()).isFalse());
    assertThat(report.lift().evidence().verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
  }

  @Test
  void compares_the_same_hours_of_the_wall_clock_across_a_change_of_clocks() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ShopHistory history = Recipe.weeks(26).zone(berlin).ratio(2).history();

    InsightReport report = InsightReport.of(history);

    assertThat(report.lift().claims()).isTrue();
    assertThat(report.period())
        .isEqualTo(new Period(Recipe.START, Recipe.START.plusWeeks(26).minusDays(1), 26, 72));
  }

  @Test
  void never_says_because() {
    List<ShopHistory> histories =
        List.of(
            Recipe.weeks(3).history(),
            Recipe.weeks(26).history(),
            Recipe.weeks(26).ratio(3).history(),
            withGoodTuesdays(),
            chasing());

    assertThat(histories)
        .flatExtracting(history -> InsightReport.of(history).findings())
        .allSatisfy(
            finding ->
                assertThat(finding.evidence().sentence())
                    .endsWith(".")
                    .doesNotContainIgnoringCase("because")
                    .doesNotContain("null"));
  }
}
