package io.hangtag.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SplitTest {
  @Test
  void gives_the_units_left_over_to_the_first_of_equal_parts() {
    assertThat(Split.equally(1000, 3)).containsExactly(334, 333, 333);
    assertThat(Split.equally(2, 3)).containsExactly(1, 1, 0);
    assertThat(Split.equally(0, 2)).containsExactly(0, 0);
    assertThat(Split.equally(7, 1)).containsExactly(7);
  }

  @Test
  void gives_the_units_left_over_to_the_largest_remainders() {
    assertThat(Split.byWeights(3, new long[] {1, 3, 3})).containsExactly(1, 1, 1);
    assertThat(Split.byWeights(4, new long[] {1, 3, 3})).containsExactly(0, 2, 2);
    assertThat(Split.byWeights(100, new long[] {40, 10, 10, 40})).containsExactly(40, 10, 10, 40);
  }

  @Test
  void gives_the_unit_to_the_earlier_of_equal_remainders() {
    assertThat(Split.byWeights(1, new long[] {5, 5})).containsExactly(1, 0);
    assertThat(Split.byWeights(10, new long[] {0, 7, 7, 7})).containsExactly(0, 4, 3, 3);
  }

  @Test
  void gives_nothing_to_a_weight_of_nothing_unless_all_are() {
    assertThat(Split.byWeights(5, new long[] {0, 1})).containsExactly(0, 5);
    assertThat(Split.byWeights(5, new long[] {0, 0})).containsExactly(3, 2);
  }

  @Test
  void splits_a_negative_amount_like_a_positive_one() {
    assertThat(Split.equally(-1000, 3)).containsExactly(-334, -333, -333);
    assertThat(Split.byWeights(-4, new long[] {1, 3, 3})).containsExactly(0, -2, -2);
  }

  @Test
  void is_exact_where_products_and_sums_leave_a_long() {
    long most = Long.MAX_VALUE;

    assertThat(Split.byWeights(most, new long[] {most, most, most}))
        .containsExactly(most / 3 + 1, most / 3, most / 3);
    assertThat(Split.byWeights(7, new long[] {most, most - 1})).containsExactly(4, 3);
    assertThat(Split.equally(-most, 2)).containsExactly(-(most / 2 + 1), -(most / 2));
  }

  @Test
  void keeps_every_sum_and_stays_within_a_unit_of_the_exact_share() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      long amount = random.nextLong() >> random.nextInt(64);
      amount = amount == Long.MIN_VALUE ? amount + 1 : amount;
      int size = 1 + random.nextInt(63);
      long[] weights =
          random
              .longs(1 + random.nextInt(8))
              .map(weight -> (weight & Long.MAX_VALUE) >> size)
              .toArray();
      String inputs = "seed %d: %d over %s".formatted(seed, amount, Arrays.toString(weights));

      long[] parts = Split.byWeights(amount, weights);

      assertThat(LongStream.of(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger::add))
          .as(inputs)
          .contains(BigInteger.valueOf(amount));
      BigDecimal total =
          LongStream.of(weights)
              .mapToObj(BigDecimal::valueOf)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      for (int i = 0; i < parts.length && total.signum() > 0; i++) {
        BigDecimal exact =
            BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(weights[i]))
                .divide(total, MathContext.DECIMAL128);
        assertThat(BigDecimal.valueOf(parts[i]).subtract(exact).abs())
            .as(inputs)
            .isLessThan(BigDecimal.ONE);
      }
    }
  }

  @Test
  void refuses_what_cannot_be_split() {
    assertThatThrownBy(() -> Split.equally(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parts must be at least 1, is 0");
    assertThatThrownBy(() -> Split.byWeights(1, new long[] {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Split.byWeights(1, new long[] {1, -2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2");
    assertThatThrownBy(() -> Split.equally(Long.MIN_VALUE, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
