package io.hangtag.core.suggestion;

import io.hangtag.core.suggestion.Curve.Answer;
import java.util.List;

/// How odds that were expected become those that came: shifted, and made steeper or flatter.
///
/// A logistic regression with a prior that nothing has to be changed, so that few answers bend
/// little (Platt scaling).
///
/// @param shift of the logarithm of the odds
/// @param slope 1: as steep as expected
record Bend(double shift, double slope) {
  static final Bend NONE = new Bend(0, 1);

  private static final int ROUNDS = 25;
  private static final double MIN_SLOPE = 0.05;
  // How far from nothing shift and slope may be guessed to be: inverse variances.
  private static final double PRIOR_OF_SHIFT = 2;
  private static final double PRIOR_OF_SLOPE = 4;

  static Bend of(List<Answer> answers) {
    Bend bend = NONE;
    for (int round = 0; round < ROUNDS && !answers.isEmpty(); round++) {
      bend = bend.better(answers);
    }
    return bend;
  }

  /// One step of Newton's method.
  private Bend better(List<Answer> answers) {
    double pullShift = -PRIOR_OF_SHIFT * shift;
    double pullSlope = -PRIOR_OF_SLOPE * (slope - 1);
    double shiftShift = PRIOR_OF_SHIFT;
    double shiftSlope = 0;
    double slopeSlope = PRIOR_OF_SLOPE;
    for (Answer answer : answers) {
      double odds = logarithmOfOdds(answer.expected());
      double said = at(answer.expected());
      double missed = (answer.right() ? 1 : 0) - said;
      double weight = said * (1 - said);
      pullShift += missed;
      pullSlope += missed * odds;
      shiftShift += weight;
      shiftSlope += weight * odds;
      slopeSlope += weight * odds * odds;
    }
    double determinant = shiftShift * slopeSlope - shiftSlope * shiftSlope;
    double moreShift = (slopeSlope * pullShift - shiftSlope * pullSlope) / determinant;
    double moreSlope = (shiftShift * pullSlope - shiftSlope * pullShift) / determinant;
    return new Bend(
        shift + Math.clamp(moreShift, -1, 1),
        Math.max(MIN_SLOPE, slope + Math.clamp(moreSlope, -1, 1)));
  }

  double at(double expected) {
    return 1 / (1 + Math.exp(-shift - slope * logarithmOfOdds(expected)));
  }

  private static double logarithmOfOdds(double chance) {
    double inside = Math.clamp(chance, 0.005, 0.995);
    return Math.log(inside / (1 - inside));
  }
}
