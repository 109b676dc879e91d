package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.core.suggestion.Curve.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CurveTest {
  private static List<Answer> answers(double expected, int right, int wrong) {
    return IntStream.range(0, right + wrong)
        .mapToObj(i -> new Answer(expected, i < right))
        .toList();
  }

  @Test
  void says_what_was_expected_before_anybody_answered() {
    assertThat(Curve.of(List.of(), Curve.OF_ONE).at(0.4)).isEqualTo(0.4);
    assertThat(Curve.of(List.of(), Curve.OF_ONE).at(0)).isEqualTo(0.01);
    assertThat(Curve.of(List.of(), Curve.OF_ONE).at(1)).isEqualTo(0.99);
  }

  @Test
  void is_the_mean_of_a_beta_prior_and_the_answers() {
    Curve curve = Curve.of(answers(0.6, 3, 9), Curve.OF_ONE);

    assertThat(curve.at(0.6)).isCloseTo((30 * 0.6 + 3) / (30 + 12), within(1e-9));
  }

  @Test
  void moves_little_for_one_answer() {
    assertThat(Curve.of(answers(0.6, 0, 1), Curve.OF_ONE).at(0.6)).isBetween(0.5, 0.6);
    assertThat(Curve.of(answers(0.6, 1, 0), Curve.OF_ONE).at(0.6)).isBetween(0.6, 0.7);
  }

  @Test
  void learns_the_form_from_many_answers() {
    List<Answer> answers = new ArrayList<>();
    answers.addAll(answers(0.2, 0, 300));
    answers.addAll(answers(0.8, 300, 0));

    Curve curve = Curve.of(answers, Curve.OF_ONE);

    assertThat(curve.at(0.2)).isLessThan(0.05);
    assertThat(curve.at(0.8)).isGreaterThan(0.95);
    assertThat(curve.at(0.5)).isBetween(curve.at(0.2), curve.at(0.8));
  }

  @Test
  void never_falls() {
    SplittableRandom random = new SplittableRandom(7);
    List<Answer> answers =
        IntStream.range(0, 700)
            .mapToObj(
                _ -> {
                  double expected = random.nextDouble();
                  return new Answer(expected, random.nextDouble() < 0.8 - 0.5 * expected);
                })
            .toList();

    Curve curve = Curve.of(answers, Curve.OF_ONE);

    for (int i = 1; i <= 100; i++) {
      assertThat(curve.at(i / 100.0)).isGreaterThanOrEqualTo(curve.at((i - 1) / 100.0));
    }
  }

  @Test
  void does_not_depend_on_the_order_of_answers() {
    List<Answer> answers = new ArrayList<>(answers(0.3, 60, 80));
    answers.addAll(answers(0.7, 90, 20));
    Curve before = Curve.of(answers, Curve.OF_ONE);
    Collections.shuffle(answers, new Random(3));

    assertThat(Curve.of(answers, Curve.OF_ONE).at(0.5)).isCloseTo(before.at(0.5), within(1e-12));
    assertThat(Curve.of(answers, Curve.OF_ONE).at(0.3)).isCloseTo(before.at(0.3), within(1e-12));
  }
}
