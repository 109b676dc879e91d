package io.hangtag.core.insight;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether posts in some slots sell more than in others.
///
/// @param slots in their natural order
/// @param postsNeeded about how many it takes to see half as much again in one slot; 0: not to be
///     told
public record Slots(List<Slot> slots, long postsNeeded) {
  public Slots {
    slots = List.copyOf(slots);
  }

  /// The slot whose posts sell most clearly otherwise than the others'; null: no data.
  @Nullable Slot mostUnusual() {
    return slots.stream()
        .filter(slot -> slot.p() != null)
        .min(Comparator.comparingDouble(Slots::p))
        .orElse(null);
  }

  private static double p(Slot slot) {
    return slot.p() == null ? 1 : slot.p();
  }
}
