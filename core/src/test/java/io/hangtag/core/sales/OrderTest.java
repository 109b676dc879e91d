package io.hangtag.core.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final LineAmounts NOTHING_LEFT = new LineAmounts(1000, 0, 0, 1000);

  @Test
  void is_one_order_shared_by_net_amount() {
    assertThat(order(line(1000), line(1000), line(1000)).millionths())
        .containsExactly(333_334, 333_333, 333_333);
    assertThat(order(line(3000), line(1000)).millionths()).containsExactly(750_000, 250_000);
  }

  @Test
  void is_one_order_shared_equally_if_it_cost_nothing() {
    assertThat(order(line(0), line(0)).millionths()).containsExactly(500_000, 500_000);
  }

  @Test
  void gives_lines_that_do_not_count_nothing_of_the_order() {
    assertThat(order(line(1000), line(NOTHING_LEFT), giftCard(5000)).millionths())
        .containsExactly(1_000_000, 0, 0);
    assertThat(order(line(NOTHING_LEFT)).millionths()).containsExactly(0);
    assertThat(order().millionths()).isEmpty();
  }

  @Test
  void counts_a_line_that_cost_nothing_and_one_that_was_given_back_in_part() {
    Order order = order(line(0), line(new LineAmounts(1000, 0, 0, 999)));

    assertThat(order.lines()).allMatch(line -> order.exclusionOf(line).isEmpty());
  }

  @Test
  void does_not_take_a_line_for_given_back_that_discounts_made_free() {
    Order order = order(line(new LineAmounts(1000, 1000, 0, 0)));

    assertThat(order.exclusionOf(order.lines().getFirst())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          true,  true,  voided,  CANCELLED
          false, true,  voided,  TEST
          false, false, voided,  VOIDED
          false, false, refunded,REFUNDED
          false, false, ,        REFUNDED
          """)
  void tells_the_first_reason_why_a_line_does_not_count(
      boolean cancelled, boolean test, @Nullable String status, Exclusion reason) {
    OrderLine line = new OrderLine(null, null, null, null, null, "Card", 1, NOTHING_LEFT, true);
    Order order = order(cancelled, test, status, line);

    assertThat(order.exclusionOf(line)).contains(reason);
    assertThat(order.millionths()).containsExactly(0);
  }

  @Test
  void counts_an_order_that_is_not_paid_yet() {
    Order order = order(false, false, "pending", line(1000));

    assertThat(order.exclusionOf(order.lines().getFirst())).isEmpty();
  }

  @Test
  void does_not_count_gift_cards() {
    Order order = order(giftCard(1000));

    assertThat(order.exclusionOf(order.lines().getFirst())).contains(Exclusion.GIFT_CARD);
  }

  private static Order order(OrderLine... lines) {
    return order(false, false, null, lines);
  }

  private static Order order(
      boolean cancelled, boolean test, @Nullable String status, OrderLine... lines) {
    return new Order(
        null,
        "#1001",
        null,
        NOON,
        Currency.getInstance("USD"),
        status,
        cancelled ? NOON : null,
        test,
        new Origin(null, null, null, Utm.NONE, null),
        List.of(),
        null,
        Arrays.asList(lines));
  }

  private static OrderLine line(long price) {
    return line(new LineAmounts(price, 0, 0, 0));
  }

  private static OrderLine line(LineAmounts amounts) {
    return new OrderLine(null, null, null, null, null, "Mug", 1, amounts, false);
  }

  private static OrderLine giftCard(long price) {
    return new OrderLine(
        null, null, null, null, null, "Card", 1, new LineAmounts(price, 0, 0, 0), true);
  }
}
