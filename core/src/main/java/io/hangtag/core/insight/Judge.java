package io.hangtag.core.insight;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Grades insights that were looked at together.
record Judge(List<Double> ps, List<Double> adjusted) {
  private static final double CERTAIN = 0.05;
  private static final double SUGGESTIVE = 0.10;

  /// @param ps of all that were tested
  static Judge of(List<Double> ps) {
    return new Judge(ps, Multiplicity.holm(ps));
  }

  <T> Finding<T> finding(Result<T> result, BiFunction<Result<T>, Verdict, String> sentence) {
    Double p = result.p();
    Double adjustedP = p == null ? null : adjusted.get(ps.indexOf(p));
    Grade grade = grade(p, adjustedP, result.isClean());
    Verdict verdict = verdict(p, grade);
    boolean isShown = verdict == Verdict.DIFFERENCE || !result.isPicked();
    return new Finding<>(
        result.details(),
        new Evidence(
            verdict,
            result.n(),
            isShown ? result.estimate() : null,
            p,
            adjustedP,
            grade,
            sentence.apply(result, verdict)));
  }

  private static Grade grade(@Nullable Double p, @Nullable Double adjustedP, boolean isClean) {
    if (p == null || adjustedP == null || p >= SUGGESTIVE) {
      return Grade.D;
    }
    return adjustedP < CERTAIN && isClean ? Grade.B : Grade.C;
  }

  private static Verdict verdict(@Nullable Double p, Grade grade) {
    if (p == null) {
      return Verdict.NOT_ENOUGH_DATA;
    }
    return grade == Grade.A || grade == Grade.B ? Verdict.DIFFERENCE : Verdict.NONE_STANDS_OUT;
  }
}
