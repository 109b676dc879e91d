package io.hangtag.core.suggestion;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.SuggestedLinks.Pairing;
import io.hangtag.core.media.MediaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All evidence that was found, by media and product, and how sure it makes.
final class Weighing {
  private final Experience experience;
  private final Map<Key, Weighed> found = new LinkedHashMap<>();

  Weighing(Experience experience) {
    this.experience = experience;
  }

  void add(Evidence evidence) {
    found
        .computeIfAbsent(
            new Key(evidence.media(), evidence.product()),
            key -> new Weighed(key.media(), key.product(), experience, new ArrayList<>()))
        .evidence()
        .add(evidence);
  }

  Collection<Weighed> all() {
    return List.copyOf(found.values());
  }

  private record Key(MediaId media, ProductId product) {}

  /// What is known of a pair already; null: nothing.
  interface Pairings {
    @Nullable Pairing of(Weighed pair);
  }

  /// A pair and what speaks for it.
  record Weighed(MediaId media, ProductId product, Experience experience, List<Evidence> evidence) {
    Suggestion suggestion(Product shown, @Nullable Pairing pairing) {
      Map<Reason, Double> scores = scores();
      Evidence main =
          evidence.stream()
              .max(
                  Comparator.comparingDouble(this::alone)
                      .thenComparing(Evidence::reason, Comparator.reverseOrder()))
              .orElseThrow();
      return new Suggestion(
          media,
          shown,
          experience.confidence(scores),
          main.reason(),
          main.words(),
          scores,
          linkOf(pairing));
    }

    // Rounded, so that the same evidence is the same number when it is counted again.
    private Map<Reason, Double> scores() {
      Map<Reason, Double> scores = new EnumMap<>(Reason.class);
      evidence.forEach(
          it -> scores.merge(it.reason(), Math.round(it.score() * 1e4) / 1e4, Math::max));
      return scores;
    }

    private double alone(Evidence it) {
      return experience.alone(it.reason(), it.score());
    }

    private static @Nullable LinkId linkOf(@Nullable Pairing pairing) {
      return pairing instanceof Pairing.Open(LinkId link) ? link : null;
    }
  }
}
