package io.hangtag.core.suggestion;

import java.util.Map;

/// What people said of a suggestion.
///
/// @param scores what had spoken for it, and how much
public record Decision(Map<Reason, Double> scores, boolean confirmed) {
  public Decision {
    scores = Map.copyOf(scores);
  }
}
