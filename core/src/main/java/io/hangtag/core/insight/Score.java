package io.hangtag.core.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How much posts earn, pooled: the less is known of one, the closer it is to the average of all.
///
/// With `n` posts that earned `mean` each, and `overall` by post of all, `pooled` is `(n * mean + k
/// * overall) / (n + k)` and the score `100 * pooled / (pooled + overall)`. What one post earns by
/// luck decides on `k`: the variance between posts of the same, divided by the variance between the
/// means that is more than those explain; at least 1, and without end if nothing is left.
final class Score {
  private static final double MIN_POOLING = 1;
  private static final int DECIMALS = 6;

  private final double posts;
  private final double overall;
  private final double pooling;

  private Score(List<Earnings> all) {
    posts = all.stream().mapToLong(Earnings::posts).sum();
    overall = all.stream().mapToDouble(Earnings::sum).sum() / posts;
    pooling = pooling(all);
  }

  /// Scores by id; none if there are no posts or none of them earned anything.
  static Map<Long, BigDecimal> scores(List<Earnings> all) {
    Score score = new Score(all);
    return score.overall > 0
        ? all.stream().collect(Collectors.toMap(Earnings::id, score::of))
        : Map.of();
  }

  private double pooling(List<Earnings> all) {
    double within = all.stream().mapToDouble(Earnings::squaresAround).sum() / (posts - all.size());
    double between =
        all.stream().mapToDouble(one -> one.posts() * Math.pow(one.mean() - overall, 2)).sum();
    double sizes = all.stream().mapToDouble(one -> Math.pow((double) one.posts(), 2)).sum() / posts;
    double real = (between - (all.size() - 1) * within) / (posts - sizes);
    // Not a number if each has one post or there is only one: nothing can be told apart.
    return real > 0 ? Math.max(MIN_POOLING, within / real) : Double.POSITIVE_INFINITY;
  }

  private BigDecimal of(Earnings one) {
    double pooled =
        Double.isInfinite(pooling)
            ? overall
            : (one.sum() + pooling * overall) / (one.posts() + pooling);
    return BigDecimal.valueOf(100 * pooled / (pooled + overall))
        .setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /// What the posts of one earned.
  ///
  /// @param posts at least 1
  /// @param squares of what each post earned, added up
  record Earnings(long id, long posts, double sum, double squares) {
    double mean() {
      return sum / posts;
    }

    double squaresAround() {
      return Math.max(0, squares - sum * sum / posts);
    }
  }
}
