package io.hangtag.bot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far up the right answer stands, over many questions.
final class RankScore {
  /// How far down answers are looked at.
  static final int DEPTH = 50;

  private int questions;
  private int first;
  private int inFive;
  private double reciprocal;

  /// @param answers best first
  void add(List<String> answers, String right) {
    questions++;
    int place = answers.subList(0, Math.min(answers.size(), DEPTH)).indexOf(right);
    if (place >= 0) {
      first += place == 0 ? 1 : 0;
      inFive += place < 5 ? 1 : 0;
      reciprocal += 1.0 / (place + 1);
    }
  }

  /// For a JSON document.
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("n", questions);
    figures.put("hit_at_1", rounded((double) first / questions));
    figures.put("hit_at_5", rounded((double) inFive / questions));
    figures.put("mrr", rounded(reciprocal / questions));
    return figures;
  }

  static double rounded(double figure) {
    return Math.round(figure * 1e4) / 1e4;
  }
}
