package io.hangtag.core.suggestion;

import java.util.List;

/// How often something was right, over how often it was expected to be.
///
/// What was expected is scaled by what was seen, as a Beta prior is by its counts: few answers move
/// it little. From a number of answers on, the most likely rising steps through the answers
/// (isotonic regression by pooling adjacent violators) take over, the more there are.
///
/// @param steps none: there are not enough answers for them
record Curve(double ratio, List<Isotonic.Step> steps, int answers, Patience patience) {
  /// Of the decisions in which one reason spoke loudest.
  static final Patience OF_ONE = new Patience(200, 50);

  /// Of all decisions.
  static final Patience OF_ALL = new Patience(100, 200);

  private static final double MIN = 0.01;
  private static final double MAX = 0.99;
  private static final double PRIOR_ANSWERS = 30;
  private static final double ANSWERS_OF_A_STEP = 6;

  /// What was expected, 0 to 1, and what came.
  record Answer(double expected, boolean right) {}

  /// How soon the form of a curve is learnt.
  ///
  /// @param enough from how many answers on
  /// @param halfWay with how many answers it counts as much as what was expected
  record Patience(int enough, double halfWay) {}

  static Curve of(List<Answer> answers, Patience patience) {
    if (answers.isEmpty()) {
      return new Curve(1, List.of(), 0, patience);
    }
    double expected = answers.stream().mapToDouble(Answer::expected).sum();
    double right = answers.stream().filter(Answer::right).count();
    double prior = PRIOR_ANSWERS * expected / answers.size();
    double ratio = (prior + right) / (prior + expected);
    List<Isotonic.Step> steps =
        answers.size() < patience.enough()
            ? List.of()
            : Isotonic.steps(answers, ANSWERS_OF_A_STEP, it -> scaled(it, ratio));
    return new Curve(ratio, steps, answers.size(), patience);
  }

  /// How often it is right where so much was expected.
  double at(double expected) {
    double scaled = scaled(expected, ratio);
    if (steps.isEmpty()) {
      return scaled;
    }
    double learnt = answers / (answers + patience.halfWay());
    return learnt * Isotonic.at(steps, expected) + (1 - learnt) * scaled;
  }

  private static double scaled(double expected, double ratio) {
    return Math.clamp(expected * ratio, MIN, MAX);
  }
}
