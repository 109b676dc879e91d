package io.hangtag.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.core.suggestion.Decision;
import io.hangtag.core.suggestion.Experience;
import io.hangtag.core.suggestion.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SuggestCalibrationTest {
  @Test
  void makes_up_the_same_teams_from_the_same_seed() {
    List<Decision> made = SimulatedDecisions.AS_EXPECTED.of(50, 3);

    List<Decision> again = SimulatedDecisions.AS_EXPECTED.of(50, 3);

    assertThat(again).isEqualTo(made).isNotEqualTo(SimulatedDecisions.AS_EXPECTED.of(50, 4));
  }

  @Test
  void measures_how_far_confidence_is_from_what_came() {
    Experience none = Experience.of(List.of());
    Decision wrong = new Decision(Map.of(Reason.SHORT_SKU_NAMED, 1.0), false);

    assertThat(SuggestCalibration.error(none, Collections.nCopies(10, wrong)))
        .isCloseTo(0.6, within(1e-9));
  }

  @Test
  void shows_that_answers_teach() {
    List<Decision> decisions = SimulatedDecisions.HALF_AS_OFTEN.of(3_000, 1);

    double before = SuggestCalibration.error(Experience.of(List.of()), decisions);
    double after =
        SuggestCalibration.error(
            Experience.of(decisions.subList(0, 400)), decisions.subList(400, decisions.size()));

    assertThat(before).isGreaterThan(0.2);
    assertThat(after).isLessThan(0.06);
  }

  @Test
  void scores_places() {
    RankScore score = new RankScore();
    score.add(List.of("a", "b"), "a");
    score.add(List.of("a", "b"), "b");
    score.add(List.of("a", "b"), "c");
    score.add(List.of(), "c");

    assertThat(score.figures())
        .containsEntry("n", 4)
        .containsEntry("hit_at_1", 0.25)
        .containsEntry("hit_at_5", 0.5)
        .containsEntry("mrr", 0.375);
  }
}
