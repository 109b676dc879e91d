package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.History;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Post;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RankingsTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Rankings rankings = test.core().rankings();
  private final History history = new History(test.sql(), team);
  private final Instant now = test.clock().instant();

  private Instant daysAgo(int days) {
    return now.minus(Duration.ofDays(days));
  }

  /// A photo of a product of its own that earned so much with one post.
  private MediaId earned(long minor) {
    MediaId photo = team.photo();
    ProductId product = team.product("Product");
    Link _ = history.link(photo, product);
    Post _ = history.post(daysAgo(10), photo);
    String _ = history.order(daysAgo(9), product, minor);
    return photo;
  }

  private void ordersAreKnownUpToNow() {
    String _ = history.order(now, "USD", List.of(new Sold(null, 1, null)));
  }

  private Ranking media(Metric metric, int limit) {
    return rankings.media(team.id(), metric, RankingPeriod.LAST_30_DAYS, limit);
  }

  private Ranking products(Metric metric) {
    return rankings.products(team.id(), metric, RankingPeriod.LAST_30_DAYS, 10);
  }

  @Test
  void gives_the_same_rank_to_the_same_value() {
    MediaId first = earned(1_000);
    MediaId second = earned(1_000);
    MediaId third = earned(500);
    MediaId fourth = earned(2_000);
    ordersAreKnownUpToNow();

    Ranking ranking = media(Metric.ATTRIBUTED_REVENUE, 10);

    assertThat(ranking.top())
        .extracting(Standing::rank, Standing::id, it -> it.value().longValueExact())
        .containsExactly(
            tuple(1, fourth.value(), 2_000L),
            tuple(2, first.value(), 1_000L),
            tuple(2, second.value(), 1_000L),
            tuple(4, third.value(), 500L));
    assertThat(media(Metric.ATTRIBUTED_REVENUE, 2).top()).isEqualTo(ranking.top().subList(0, 2));
  }

  @Test
  void leaves_out_posts_whose_window_is_not_over() {
    MediaId old = earned(1_000);
    MediaId young = team.photo();
    ProductId product = team.product("New");
    Link _ = history.link(young, product);
    Post _ = history.post(now.minus(Duration.ofDays(3)), old);
    Post _ = history.post(now.minus(Duration.ofDays(3)).plusNanos(1_000), young);
    String _ = history.order(now, product, 9_000);

    Ranking ranking = media(Metric.ATTRIBUTED_REVENUE, 10);

    assertThat(ranking.maturing()).isEqualTo(1);
    assertThat(ranking.top()).extracting(Standing::id).containsExactly(old.value());
    assertThat(ranking.top().getFirst().figures().posts()).isEqualTo(2);
    assertThat(products(Metric.ATTRIBUTED_REVENUE).top())
        .filteredOn(it -> it.id() == product.value())
        .singleElement()
        .satisfies(it -> assertThat(it.value()).isZero());
  }

  @Test
  void goes_by_the_order_for_products_and_by_the_post_for_media() {
    MediaId photo = team.photo();
    ProductId product = team.product("Mug");
    Link _ = history.link(photo, product);
    Instant lastBefore = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(29));
    Post _ = history.post(lastBefore.minusNanos(1_000), photo);
    String _ = history.order(lastBefore, product, 700);
    ordersAreKnownUpToNow();

    assertThat(media(Metric.ATTRIBUTED_REVENUE, 10).top()).isEmpty();
    assertThat(products(Metric.ATTRIBUTED_REVENUE).top())
        .singleElement()
        .satisfies(it -> assertThat(it.value()).isEqualByComparingTo("700"));
  }

  @Test
  void does_not_list_what_the_metric_says_nothing_about() {
    ProductId unposted = team.product("Unposted");
    String _ = history.order(daysAgo(9), unposted, 700);
    ordersAreKnownUpToNow();

    assertThat(products(Metric.REVENUE_PER_POST).top()).isEmpty();
    assertThat(products(Metric.ENGAGEMENT_TO_SALE_RATE).top()).isEmpty();
    assertThat(products(Metric.SCORE).top()).isEmpty();
    assertThat(products(Metric.ATTRIBUTION_RATE).top())
        .singleElement()
        .satisfies(it -> assertThat(it.value()).isZero());
    assertThat(products(Metric.TOTAL_REVENUE).top())
        .singleElement()
        .satisfies(it -> assertThat(it.value()).isEqualByComparingTo("700"));
  }

  @Test
  void counts_the_own_currency_only() {
    MediaId photo = earned(1_000);
    String _ =
        history.order(
            daysAgo(9), "EUR", List.of(new Sold(history.lines.getFirst().product(), 300, null)));
    ordersAreKnownUpToNow();

    assertThat(media(Metric.ATTRIBUTED_ORDERS, 10).top())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo(photo.value());
              assertThat(it.value()).isEqualByComparingTo("1");
              assertThat(it.figures().attributedRevenue()).hasToString("10.00 USD");
            });
    assertThat(products(Metric.TOTAL_REVENUE).top().getFirst().value())
        .isEqualByComparingTo("1000");
  }

  @Test
  void knows_nothing_before_there_are_orders() {
    Post _ = history.post(daysAgo(20), team.photo());

    Ranking ranking = media(Metric.ATTRIBUTED_REVENUE, 10);

    assertThat(ranking.top()).isEmpty();
    assertThat(ranking.maturing()).isEqualTo(1);
    assertThat(ranking.newestOrder()).isEmpty();
  }

  @Test
  void sees_nothing_of_another_team() {
    MediaId _ = earned(1_000);
    ordersAreKnownUpToNow();
    SampleTeam others = test.team();

    assertThat(rankings.media(others.id(), Metric.REACH, RankingPeriod.LAST_90_DAYS, 10).top())
        .isEmpty();
    assertThat(rankings.products(others.id(), Metric.REACH, RankingPeriod.LAST_90_DAYS, 10).top())
        .isEmpty();
  }

  @Test
  void needs_a_place_to_fill() {
    assertThatThrownBy(() -> media(Metric.REACH, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be at least 1, not 0");
  }

  @ParameterizedTest
  @CsvSource({
    "LAST_7_DAYS, 2026-02-23, 2026-03-01",
    "LAST_30_DAYS, 2026-01-31, 2026-03-01",
    "LAST_90_DAYS, 2025-12-02, 2026-03-01",
    "THIS_MONTH, 2026-03-01, 2026-03-01",
    "LAST_MONTH, 2026-02-01, 2026-02-28"
  })
  void names_days(RankingPeriod period, LocalDate from, LocalDate to) {
    assertThat(period.days(LocalDate.parse("2026-03-01"))).isEqualTo(new DayRange(from, to));
  }
}
