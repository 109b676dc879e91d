package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.History;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Post;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.CalculateOutcome.Calculated;
import io.hangtag.core.insight.CalculateOutcome.TooManyPeriods;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PerformanceTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Performance performance = test.core().performance();
  private final History history = new History(test.sql(), team);
  private final ProductId hoodie = team.product("Hoodie");
  private final MediaId photo = team.photo();

  private static DayRange days(String from, String to) {
    return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
  }

  private void ordered(String at, String currency, long net) {
    String _ = history.order(Instant.parse(at), currency, List.of(new Sold(hoodie, net, null)));
  }

  private void posted(String at) {
    Post _ = history.post(Instant.parse(at), photo);
  }

  private List<ProductPeriod> calculated(PeriodType type) {
    CalculateOutcome _ = performance.calculate(team.id(), type, Optional.empty(), Optional.empty());
    return performance.show(team.id(), type, Optional.empty(), Optional.empty());
  }

  @Test
  void fills_weeks_without_sales_with_zeros_and_no_ratios() {
    Link _ = history.link(photo, hoodie);
    posted("2026-03-02T10:00:00Z");
    ordered("2026-03-03T10:00:00Z", "USD", 1_000);
    ordered("2026-03-17T10:00:00Z", "USD", 501);
    ordered("2026-03-17T11:00:00Z", "USD", 500);

    List<ProductPeriod> weeks = calculated(PeriodType.WEEKLY);

    assertThat(weeks)
        .extracting(week -> week.days().from(), week -> week.days().to())
        .containsExactly(
            tuple(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08")),
            tuple(LocalDate.parse("2026-03-09"), LocalDate.parse("2026-03-15")),
            tuple(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-22")));
    assertThat(weeks.getFirst().attributed().rate()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(weeks.getFirst().attributed().revenuePerPost()).hasToString("10.00 USD");
    assertThat(weeks.getFirst().attributed().ordersPerEngagement()).isNull();
    ProductPeriod empty = weeks.get(1);
    assertThat(empty.sales()).isEqualTo(new ProductPeriod.Sales(0, zero(empty), null));
    assertThat(empty.attributed())
        .isEqualTo(new ProductPeriod.Attributed(0, zero(empty), null, null, null));
    assertThat(weeks.getLast().sales().average()).hasToString("5.01 USD");
    assertThat(weeks.getLast().attributed().rate()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  private static Money zero(ProductPeriod row) {
    return new Money(0, row.sales().revenue().currency());
  }

  @Test
  void has_a_week_that_lies_in_two_years() {
    ordered("2026-12-31T10:00:00Z", "USD", 1_000);
    ordered("2027-01-03T23:59:59.999999Z", "USD", 500);

    List<ProductPeriod> weeks = calculated(PeriodType.WEEKLY);

    assertThat(weeks).hasSize(1);
    assertThat(weeks.getFirst().days()).isEqualTo(days("2026-12-28", "2027-01-03"));
    assertThat(weeks.getFirst().sales().revenue().minor()).isEqualTo(1_500);
    assertThat(calculated(PeriodType.MONTHLY))
        .extracting(month -> month.sales().revenue().minor())
        .containsExactly(1_000L, 500L);
  }

  @Test
  void counts_the_hours_of_a_change_of_the_clocks_to_their_day() {
    test.sql()
        .update(WORKSPACES)
        .set(WORKSPACES.TIMEZONE, "Europe/Berlin")
        .where(WORKSPACES.ID.eq(team.id().value()))
        .execute();
    ordered("2026-03-28T23:00:00Z", "USD", 1);
    ordered("2026-03-29T21:59:59.999999Z", "USD", 10);
    ordered("2026-03-29T22:00:00Z", "USD", 100);

    assertThat(calculated(PeriodType.DAILY))
        .extracting(day -> day.days().from(), day -> day.sales().revenue().minor())
        .containsExactly(
            tuple(LocalDate.parse("2026-03-29"), 11L), tuple(LocalDate.parse("2026-03-30"), 100L));
  }

  @Test
  void keeps_currencies_apart() {
    Link _ = history.link(photo, hoodie);
    posted("2026-03-02T10:00:00Z");
    ordered("2026-03-03T10:00:00Z", "USD", 1_000);
    ordered("2026-03-03T10:00:00Z", "EUR", 700);

    List<ProductPeriod> rows = calculated(PeriodType.MONTHLY);

    assertThat(rows)
        .extracting(row -> row.sales().revenue().toString())
        .containsExactly("10.00 USD", "7.00 EUR");
    assertThat(rows)
        .extracting(row -> row.attributed().revenue().toString())
        .containsExactly("10.00 USD", "7.00 EUR");
    assertThat(rows).allMatch(row -> row.posts().withProduct() == 1);
  }

  @Test
  void calculates_only_what_is_asked_for() {
    ProductId mug = team.product("Mug");
    ordered("2026-03-03T10:00:00Z", "USD", 1_000);

    CalculateOutcome outcome =
        performance.calculate(
            team.id(),
            PeriodType.MONTHLY,
            Optional.of(mug),
            Optional.of(days("2026-01-15", "2026-02-01")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Calculated.class,
            done -> {
              assertThat(done.days()).contains(days("2026-01-01", "2026-02-28"));
              assertThat(done.rows()).isEqualTo(2);
            });
    assertThat(performance.show(team.id(), PeriodType.MONTHLY, Optional.empty(), Optional.empty()))
        .hasSize(2)
        .allMatch(row -> row.product().equals(mug) && row.sales().orders() == 0);
    assertThat(performance.show(team.id(), PeriodType.WEEKLY, Optional.empty(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void forgets_what_is_no_longer_so() {
    ordered("2026-03-03T10:00:00Z", "EUR", 1_000);
    assertThat(calculated(PeriodType.MONTHLY)).hasSize(2);
    history.refund(history.lines.getFirst(), 1_000);

    List<ProductPeriod> rows = calculated(PeriodType.MONTHLY);

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().sales().revenue()).hasToString("0.00 USD");
  }

  @Test
  void has_nothing_for_a_team_without_posts_and_orders() {
    assertThat(
            performance.calculate(team.id(), PeriodType.DAILY, Optional.empty(), Optional.empty()))
        .isInstanceOfSatisfying(
            Calculated.class,
            done -> {
              assertThat(done.days()).isEmpty();
              assertThat(done.rows()).isZero();
            });
  }

  @Test
  void refuses_more_days_than_anybody_wants() {
    assertThat(
            performance.calculate(
                team.id(),
                PeriodType.DAILY,
                Optional.empty(),
                Optional.of(days("0001-01-01", "9999-12-31"))))
        .isEqualTo(new TooManyPeriods(days("0001-01-01", "9999-12-31"), 4_000));
  }

  @Test
  void sees_nothing_of_another_team() {
    SampleTeam others = test.team();
    ordered("2026-03-03T10:00:00Z", "USD", 1_000);
    CalculateOutcome _ =
        performance.calculate(others.id(), PeriodType.DAILY, Optional.empty(), Optional.empty());
    CalculateOutcome _ =
        performance.calculate(
            others.id(),
            PeriodType.DAILY,
            Optional.of(hoodie),
            Optional.of(days("2026-03-01", "2026-03-05")));

    assertThat(performance.show(others.id(), PeriodType.DAILY, Optional.empty(), Optional.empty()))
        .isEmpty();
  }
}
