package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExperienceTest {
  private static final Experience NONE = Experience.of(List.of());

  private static BigDecimal hundredths(String text) {
    return new BigDecimal(text);
  }

  @Test
  void starts_with_what_reasons_are_worth() {
    assertThat(NONE.confidence(Map.of(Reason.SKU_NAMED, 1.0))).isEqualTo(hundredths("0.97"));
    assertThat(NONE.confidence(Map.of(Reason.FILE_PATTERN, 1.0))).isEqualTo(hundredths("0.95"));
    assertThat(NONE.confidence(Map.of(Reason.TITLE_NAMED, 1.0))).isEqualTo(hundredths("0.90"));
    assertThat(NONE.confidence(Map.of(Reason.SHORT_SKU_NAMED, 1.0))).isEqualTo(hundredths("0.60"));
    assertThat(NONE.confidence(Map.of(Reason.WORD_MATCH, 1.0))).isEqualTo(hundredths("0.30"));
    assertThat(NONE.confidence(Map.of())).isEqualTo(hundredths("0.00"));
  }

  @Test
  void combines_reasons_to_a_tenth_above_the_surest_at_most() {
    assertThat(NONE.confidence(Map.of(Reason.SAME_ALBUM, 0.5, Reason.SAME_DAY, 0.5)))
        .isEqualTo(hundredths("0.50"));
    assertThat(NONE.confidence(Map.of(Reason.SAME_ALBUM, 0.5, Reason.OFTEN_LINKED, 0.02)))
        .isEqualTo(hundredths("0.41"));
    assertThat(NONE.confidence(Map.of(Reason.SKU_NAMED, 1.0, Reason.TITLE_NAMED, 1.0)))
        .isEqualTo(hundredths("0.99"));
  }

  @Test
  void learns_that_a_reason_is_worth_less() {
    List<Decision> refused =
        Collections.nCopies(60, new Decision(Map.of(Reason.SAME_ALBUM, 0.8), false));

    Experience experience = Experience.of(refused);

    assertThat(experience.exactly(Map.of(Reason.SAME_ALBUM, 0.8))).isLessThan(0.2);
    assertThat(experience.alone(Reason.SAME_DAY, 0.8)).isCloseTo(0.48, within(1e-9));
  }

  @Test
  void lets_words_that_name_nothing_say_little_until_much_is_known() {
    Decision right = new Decision(Map.of(Reason.WORD_MATCH, 1.0), true);

    assertThat(Experience.of(Collections.nCopies(100, right)).alone(Reason.WORD_MATCH, 1))
        .isEqualTo(0.3);
    assertThat(Experience.of(Collections.nCopies(400, right)).alone(Reason.WORD_MATCH, 1))
        .isGreaterThan(0.8);
  }

  /// However far the team is from what is expected at first: after some hundred answers what is
  /// said is what comes.
  @ParameterizedTest
  @EnumSource
  void comes_to_say_how_often_it_is_right(Truth truth) {
    double after200 =
        IntStream.range(0, 20).mapToDouble(seed -> error(truth, seed, 200)).average().orElseThrow();
    double after800 =
        IntStream.range(0, 20).mapToDouble(seed -> error(truth, seed, 800)).average().orElseThrow();

    assertThat(after200).isLessThan(0.05);
    assertThat(after800).isLessThan(0.03);
  }

  /// The expected calibration error in ten bands, against the true chances.
  private static double error(Truth truth, int seed, int decisions) {
    SplittableRandom random = new SplittableRandom(seed);
    Experience experience =
        Experience.of(
            IntStream.range(0, decisions).mapToObj(_ -> decision(truth, random)).toList());
    double[] said = new double[10];
    double[] came = new double[10];
    int suggestions = 4_000;
    for (int i = 0; i < suggestions; i++) {
      Map<Reason, Double> scores = scores(random);
      double confidence = experience.exactly(scores);
      int band = (int) Math.min(9, confidence * 10);
      said[band] += confidence;
      came[band] += truth.chance(scores);
    }
    return DoubleStream.iterate(0, band -> band < 10, band -> band + 1)
            .map(band -> Math.abs(said[(int) band] - came[(int) band]))
            .sum()
        / suggestions;
  }

  private static Decision decision(Truth truth, SplittableRandom random) {
    Map<Reason, Double> scores = scores(random);
    return new Decision(scores, random.nextDouble() < truth.chance(scores));
  }

  private static Map<Reason, Double> scores(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of(Reason.SKU_PART_NAMED, random.nextBoolean() ? 1.0 : 0.5);
      case 1 -> Map.of(Reason.SAME_ALBUM, random.nextDouble());
      case 2 -> Map.of(Reason.SIMILAR_MEDIA, random.nextDouble(), Reason.OFTEN_LINKED, 0.1);
      default ->
          Map.of(Reason.WORD_MATCH, random.nextDouble(), Reason.SAME_DAY, random.nextDouble());
    };
  }

  /// How things really are.
  enum Truth {
    AS_EXPECTED,
    HALF_OF_IT,
    WORSE_WHERE_UNSURE;

    double chance(Map<Reason, Double> scores) {
      double best =
          scores.entrySet().stream()
              .mapToDouble(score -> score.getKey().expected(score.getValue()))
              .max()
              .orElseThrow();
      return switch (this) {
        case AS_EXPECTED -> best;
        case HALF_OF_IT -> best / 2;
        case WORSE_WHERE_UNSURE -> best * best;
      };
    }
  }
}
