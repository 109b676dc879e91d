package io.hangtag.core.suggestion;

import java.util.ArrayList;
import java.util.List;

/// Lets, of one in sixteen media, something less likely be answered too.
final class Exploration {
  private static final long ONE_IN = 16;
  // Fibonacci hashing: neighbouring numbers fall far apart.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private Exploration() {}

  /// The first of these, but perhaps the last of them replaced by the one behind it; the same
  /// each time.
  static List<Suggestion> of(List<Suggestion> likeliestFirst, int limit) {
    if (likeliestFirst.size() <= limit || limit < 2 || !explores(likeliestFirst.getFirst())) {
      return likeliestFirst.stream().limit(limit).toList();
    }
    List<Suggestion> shown = new ArrayList<>(likeliestFirst.subList(0, limit - 1));
    shown.add(likeliestFirst.get(limit));
    return List.copyOf(shown);
  }

  static boolean explores(Suggestion first) {
    return Long.remainderUnsigned((first.media().value() * SPREAD) >>> 32, ONE_IN) == 0;
  }
}
