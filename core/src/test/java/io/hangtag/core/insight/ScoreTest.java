package io.hangtag.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.insight.Score.Earnings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ScoreTest {
  private static Earnings earned(long id, double... posts) {
    return new Earnings(
        id,
        posts.length,
        DoubleStream.of(posts).sum(),
        DoubleStream.of(posts).map(post -> post * post).sum());
  }

  private static double score(Map<Long, BigDecimal> scores, long id) {
    return Objects.requireNonNull(scores.get(id)).doubleValue();
  }

  @Test
  void pools_by_the_formula_of_the_documents() {
    // Means 2 and 6, overall 4, within 2, between 16 on 4 posts: (16 - 2) / 2 = 7; k is at least 1.
    Map<Long, BigDecimal> scores = Score.scores(List.of(earned(1, 1, 3), earned(2, 5, 7)));

    assertThat(score(scores, 1)).isEqualTo(40); // (2 * 2 + 4) / 3 = 8/3; 8/3 of 8/3 + 4
    assertThat(score(scores, 2)).isEqualTo(57.142857); // 16/3 of 16/3 + 4
  }

  @Test
  void lets_no_single_lucky_post_win() {
    List<Earnings> all = new ArrayList<>();
    for (int id = 1; id <= 10; id++) {
      all.add(earned(id, 8, 12, 10, 9, 11));
    }
    all.add(earned(11, 30, 32, 28, 31, 29, 30, 30, 30));
    all.add(earned(12, 60));

    Map<Long, BigDecimal> scores = Score.scores(all);

    assertThat(score(scores, 11)).isGreaterThan(60);
    all.set(10, earned(11, 10, 10, 10, 10, 10, 10));
    all.set(11, earned(12, 0, 0, 60));
    Map<Long, BigDecimal> lucky = Score.scores(all);
    assertThat(lucky.values()).allMatch(score -> score.doubleValue() == 50);
  }

  @Test
  void tells_nothing_apart_where_each_has_one_post() {
    assertThat(Score.scores(List.of(earned(1, 10), earned(2, 90))).values())
        .allMatch(score -> score.doubleValue() == 50);
    assertThat(Score.scores(List.of(earned(1, 10, 20))).values())
        .allMatch(score -> score.doubleValue() == 50);
  }

  @Test
  void gives_no_score_where_nothing_was_earned() {
    assertThat(Score.scores(List.of())).isEmpty();
    assertThat(Score.scores(List.of(earned(1, 0, 0), earned(2, 0)))).isEmpty();
  }

  @Test
  void is_always_between_0_and_100() {
    Map<Long, BigDecimal> scores =
        Score.scores(List.of(earned(1, 0, 0, 0, 0), earned(2, 1e12, 1e12, 1e12)));

    assertThat(score(scores, 1)).isBetween(0.0, 49.0);
    assertThat(score(scores, 2)).isBetween(51.0, 100.0);
  }
}
