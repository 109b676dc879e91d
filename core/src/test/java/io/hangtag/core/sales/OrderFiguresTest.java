package io.hangtag.core.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderFiguresTest {
  @Test
  void shares_a_discount_in_proportion_to_what_the_lines_cost() {
    List<LineAmounts> lines = new OrderFigures(500, 0, 0).over(priced(3000, 1000, 1000));

    assertThat(of(lines, LineAmounts::discount)).containsExactly(300L, 100L, 100L);
    assertThat(of(lines, LineAmounts::net)).containsExactly(2700L, 900L, 900L);
  }

  @Test
  void gives_the_cent_left_over_to_the_largest_remainder_and_then_to_the_earlier_line() {
    assertThat(of(new OrderFigures(100, 0, 0).over(priced(200, 100, 100)), LineAmounts::discount))
        .containsExactly(50L, 25L, 25L);
    assertThat(of(new OrderFigures(1, 0, 0).over(priced(300, 300)), LineAmounts::discount))
        .containsExactly(1L, 0L);
    assertThat(of(new OrderFigures(2, 0, 0).over(priced(100, 300, 300)), LineAmounts::discount))
        .containsExactly(0L, 1L, 1L);
  }

  @Test
  void adds_to_what_the_lines_have_lost_already() {
    List<LineAmounts> lines =
        new OrderFigures(300, 0, 0)
            .over(List.of(new LineAmounts(2000, 1000, 0, 0), new LineAmounts(2000, 0, 0, 0)));

    assertThat(of(lines, LineAmounts::discount)).containsExactly(1100L, 200L);
  }

  @Test
  void takes_what_is_more_than_the_lines_come_to_for_shipping() {
    List<LineAmounts> lines = new OrderFigures(0, 0, 2495).over(priced(1500, 500));

    assertThat(of(lines, LineAmounts::refunded)).containsExactly(1500L, 500L);
    assertThat(lines).allMatch(LineAmounts::isRefunded);
  }

  @Test
  void takes_included_tax_off_in_the_same_proportion() {
    List<LineAmounts> lines = new OrderFigures(0, 400, 0).over(priced(1800, 600));

    assertThat(of(lines, LineAmounts::tax)).containsExactly(300L, 100L);
    assertThat(of(lines, LineAmounts::net)).containsExactly(1500L, 500L);
  }

  @Test
  void gives_the_tax_in_it_back_with_half_of_a_price() {
    List<LineAmounts> half = new OrderFigures(0, 200, 600).over(priced(1200));
    List<LineAmounts> all = new OrderFigures(0, 200, 1200).over(priced(1200));

    assertThat(half).containsExactly(new LineAmounts(1200, 0, 200, 500));
    assertThat(of(half, LineAmounts::net)).containsExactly(500L);
    assertThat(of(all, LineAmounts::net)).containsExactly(0L);
  }

  @Test
  void loses_no_cent_of_any_order() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      long[] prices =
          IntStream.range(0, random.nextInt(6)).mapToLong(_ -> random.nextInt(2_000)).toArray();
      long total = Arrays.stream(prices).sum();
      long discount = random.nextInt(3_000);
      long tax = random.nextInt(500);
      long refunded = random.nextInt(5_000);

      List<LineAmounts> lines = new OrderFigures(discount, tax, refunded).over(priced(prices));

      long left = total - Math.min(discount, total);
      assertThat(sum(lines, LineAmounts::discount))
          .as("seed %d", seed)
          .isEqualTo(Math.min(discount, total));
      assertThat(sum(lines, LineAmounts::tax)).as("seed %d", seed).isEqualTo(Math.min(tax, left));
      assertThat(sum(lines, LineAmounts::net))
          .as("seed %d", seed)
          .isBetween(0L, Math.max(0, left - Math.min(tax, left)));
      if (refunded >= left) {
        assertThat(sum(lines, LineAmounts::net)).as("seed %d", seed).isZero();
      }
    }
  }

  @Test
  void refuses_amounts_below_zero() {
    assertThatThrownBy(() -> new OrderFigures(0, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LineAmounts(100, 50, 0, 51))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<LineAmounts> priced(long... prices) {
    return Arrays.stream(prices).mapToObj(price -> new LineAmounts(price, 0, 0, 0)).toList();
  }

  private static List<Long> of(List<LineAmounts> lines, ToLongFunction<LineAmounts> amount) {
    return lines.stream().map(amount::applyAsLong).toList();
  }

  private static long sum(List<LineAmounts> lines, ToLongFunction<LineAmounts> amount) {
    return lines.stream().mapToLong(amount).sum();
  }
}
