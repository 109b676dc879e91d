package io.hangtag.core.suggestion;

import io.hangtag.core.suggestion.Curve.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a team's answers taught: how sure evidence makes.
///
/// Each reason has a curve of its own, learnt from the decisions in which it spoke loudest. Several
/// reasons are combined as if they were independent, but to no more than a tenth above the surest,
/// for they are not. What comes out is learnt once more as a whole: first how much it is to be
/// bent, then its form.
public final class Experience {
  private static final double MORE_THAN_THE_SUREST = 0.1;
  private static final double SUREST = 0.99;

  private final Map<Reason, Curve> curves;
  private final Bend bend;
  private final Curve whole;

  private Experience(Map<Reason, Curve> curves, Bend bend, Curve whole) {
    this.curves = curves;
    this.bend = bend;
    this.whole = whole;
  }

  /// Of a team that has decided so far.
  public static Experience of(List<Decision> decisions) {
    Map<Reason, List<Answer>> answers = new EnumMap<>(Reason.class);
    for (Decision decision : decisions) {
      decision.scores().entrySet().stream()
          .max(Comparator.comparingDouble(Experience::expected).thenComparing(Map.Entry::getKey))
          .ifPresent(
              loudest ->
                  answers
                      .computeIfAbsent(loudest.getKey(), _ -> new ArrayList<>())
                      .add(new Answer(expected(loudest), decision.confirmed())));
    }
    Map<Reason, Curve> curves = new EnumMap<>(Reason.class);
    answers.forEach((reason, given) -> curves.put(reason, Curve.of(given, Curve.OF_ONE)));
    return new Experience(curves, Bend.NONE, Curve.of(List.of(), Curve.OF_ALL))
        .learningTheWhole(decisions);
  }

  private Experience learningTheWhole(List<Decision> decisions) {
    Bend bent =
        Bend.of(
            decisions.stream()
                .map(it -> new Answer(combined(it.scores()), it.confirmed()))
                .toList());
    List<Answer> answers =
        decisions.stream()
            .map(it -> new Answer(bent.at(combined(it.scores())), it.confirmed()))
            .toList();
    return new Experience(curves, bent, Curve.of(answers, Curve.OF_ALL));
  }

  /// How sure this evidence makes, 0.00 to 0.99.
  ///
  /// @param scores how much speaks for it, 0 to 1 by reason
  public BigDecimal confidence(Map<Reason, Double> scores) {
    return BigDecimal.valueOf(exactly(scores)).setScale(2, RoundingMode.HALF_UP);
  }

  double exactly(Map<Reason, Double> scores) {
    return scores.isEmpty() ? 0 : Math.clamp(whole.at(bend.at(combined(scores))), 0, SUREST);
  }

  /// How sure one reason makes.
  double alone(Reason reason, double score) {
    double expected = reason.expected(score);
    Curve curve = curves.get(reason);
    if (curve == null) {
      return Math.min(expected, reason.ceiling());
    }
    double learnt = curve.at(expected);
    return curve.steps().isEmpty() ? Math.min(learnt, reason.ceiling()) : learnt;
  }

  private double combined(Map<Reason, Double> scores) {
    double surest = 0;
    double none = 1;
    for (Map.Entry<Reason, Double> score : new EnumMap<>(scores).entrySet()) {
      double alone = alone(score.getKey(), score.getValue());
      surest = Math.max(surest, alone);
      none *= 1 - alone;
    }
    return Math.min(Math.min(1 - none, surest + MORE_THAN_THE_SUREST), SUREST);
  }

  private static double expected(Map.Entry<Reason, Double> score) {
    return score.getKey().expected(score.getValue());
  }
}
