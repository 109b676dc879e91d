package io.hangtag.bot.bench;

import io.hangtag.core.suggestion.Decision;
import io.hangtag.core.suggestion.Experience;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Whether of what is said to be so sure just that part is right: the expected calibration error in
/// ten bands of equal width, and the Brier score.
final class SuggestCalibration {
  private static final int BANDS = 10;
  private static final int RUNS = 20;

  private SuggestCalibration() {}

  /// Learns from so many of the decisions, chosen by lot, and is asked about all others; the means
  /// of twenty such runs.
  static Map<String, Object> measure(List<Decision> decisions, int learnt, long seed) {
    double error = 0;
    double brier = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Decision> shuffled = new ArrayList<>(decisions);
      Collections.shuffle(shuffled, new Random(seed * 1_000 + run));
      Experience experience = Experience.of(shuffled.subList(0, learnt));
      List<Decision> others = shuffled.subList(learnt, shuffled.size());
      error += error(experience, others);
      brier += brier(experience, others);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("decisions", learnt);
    figures.put("ece", RankScore.rounded(error / RUNS));
    figures.put("brier", RankScore.rounded(brier / RUNS));
    figures.put("asked", decisions.size() - learnt);
    return figures;
  }

  static double error(Experience experience, List<Decision> decisions) {
    double[] said = new double[BANDS];
    double[] came = new double[BANDS];
    for (Decision decision : decisions) {
      double confidence = experience.confidence(decision.scores()).doubleValue();
      int band = (int) Math.min(BANDS - 1, Math.floor(confidence * BANDS));
      said[band] += confidence;
      came[band] += decision.confirmed() ? 1 : 0;
    }
    double error = 0;
    for (int band = 0; band < BANDS; band++) {
      error += Math.abs(said[band] - came[band]);
    }
    return error / decisions.size();
  }

  private static double brier(Experience experience, List<Decision> decisions) {
    return decisions.stream()
        .mapToDouble(
            it ->
                Math.pow(
                    experience.confidence(it.scores()).doubleValue() - (it.confirmed() ? 1 : 0), 2))
        .average()
        .orElse(0);
  }
}
