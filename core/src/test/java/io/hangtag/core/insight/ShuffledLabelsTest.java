package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShuffledLabelsTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 5);

  @Test
  void moves_weeks_within_their_block_only() {
    Weeks weeks = weeks(26);
    WeekShuffle shuffle = WeekShuffle.of(weeks, 1);

    for (int round = 0; round < shuffle.count(); round++) {
      int each = round;
      for (int block = 0; block < weeks.blocks(); block++) {
        assertThat(
                IntStream.range(weeks.firstWeek(block), weeks.firstWeek(block + 1))
                    .map(week -> shuffle.standIn(each, week)))
            .containsExactlyInAnyOrderElementsOf(
                IntStream.range(weeks.firstWeek(block), weeks.firstWeek(block + 1))
                    .boxed()
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void comes_close_to_the_share_of_all_shuffles(long seed) {
    Weeks weeks = weeks(4);
    Random random = new Random(seed);
    double[][] scores = new double[4][4];
    for (double[] row : scores) {
      for (int week = 0; week < row.length; week++) {
        row[week] = random.nextGaussian();
      }
    }
    ShuffledLabels.Scores added = new ShuffledLabels.Scores(1, WeekShuffle.of(weeks, seed));
    for (int posts = 0; posts < 4; posts++) {
      added.addAll(0, posts, 0, scores[posts]);
    }

    double p = added.test().p();

    assertThat(p).as("seed %d", seed).isCloseTo(shareOfAll(scores), within(0.04));
    assertThat(added.test().single().of(0)).isEqualTo(p);
    assertThat(added.test().adjusted().of(0)).isEqualTo(p);
  }

  /// How many of the 24 orders of four weeks come to as much.
  private static double shareOfAll(double[][] scores) {
    List<List<Integer>> orders = new ArrayList<>();
    permute(new ArrayList<>(List.of(0, 1, 2, 3)), 0, orders);
    double seen = Math.abs(sum(scores, List.of(0, 1, 2, 3)));
    long reaching =
        orders.stream().filter(order -> Math.abs(sum(scores, order)) >= seen - 1e-9).count();
    return reaching / (double) orders.size();
  }

  private static void permute(List<Integer> order, int from, List<List<Integer>> all) {
    if (from == order.size()) {
      all.add(List.copyOf(order));
    }
    for (int place = from; place < order.size(); place++) {
      Collections.swap(order, from, place);
      permute(order, from + 1, all);
      Collections.swap(order, from, place);
    }
  }

  private static double sum(double[][] scores, List<Integer> order) {
    return IntStream.range(0, 4).mapToDouble(week -> scores[order.get(week)][week]).sum();
  }

  @Test
  void finds_nothing_unusual_where_nothing_was_sold() {
    ShuffledLabels test = new ShuffledLabels.Scores(2, WeekShuffle.of(weeks(8), 1)).test();

    assertThat(test.p()).isEqualTo(1);
    assertThat(test.adjusted().of(1)).isEqualTo(1);
  }

  @Test
  void does_not_take_what_all_labels_share_for_a_difference() {
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(2, WeekShuffle.of(weeks(24), 1));
    Random random = new Random(1);
    for (int week = 0; week < 24; week++) {
      scores.add(0, week, week, 10 + random.nextGaussian());
      scores.add(1, week, week, 10 + random.nextGaussian());
    }

    assertThat(scores.test().p()).isLessThan(0.01);
    assertThat(scores.test(0.5, 0.5).p()).isGreaterThan(0.05);
  }

  @Test
  void adjusts_for_all_labels_that_were_looked_at() {
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(6, WeekShuffle.of(weeks(24), 1));
    Random random = new Random(3);
    for (int label = 0; label < 6; label++) {
      for (int cell = 0; cell < 24 * 4; cell++) {
        int week = cell / 4;
        scores.add(label, week, week / 4 * 4 + cell % 4, random.nextGaussian());
      }
    }

    ShuffledLabels test = scores.test();

    assertThat(IntStream.range(0, 6))
        .allSatisfy(
            label ->
                assertThat(test.adjusted().of(label))
                    .isGreaterThanOrEqualTo(test.single().of(label)));
  }

  private static Weeks weeks(int count) {
    return Weeks.of(ZoneOffset.UTC, START, START.plusWeeks(count));
  }
}
