package io.hangtag.core.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Leaves out touches of a window that the options of the rules do not let count.
///
/// @param recorded links that were made or confirmed late, with when, in microseconds
record Narrowing(Touches touches, Rules rules, Map<Long, Long> recorded) {

  /// What is left of the touches from `first` until before `end`, oldest first.
  List<Chosen> of(int first, int end, long orderMicros) {
    BitSet showings = new BitSet();
    showings.set(touches.firstShowing(first), touches.firstShowing(end));
    if (rules.has(RuleOption.STRICT_AS_OF)) {
      leaveOutLate(showings, orderMicros);
    }
    if (rules.has(RuleOption.COLLAPSE_REPEATS)) {
      leaveOutEarlier(showings);
    }
    List<Chosen> chosen = new ArrayList<>();
    for (int touch = first; touch < end; touch++) {
      List<Integer> left = left(showings, touch);
      if (!left.isEmpty()) {
        chosen.add(new Chosen(touch, left));
      }
    }
    return chosen;
  }

  private List<Integer> left(BitSet showings, int touch) {
    return showings.get(touches.firstShowing(touch), touches.firstShowing(touch + 1)).stream()
        .mapToObj(showing -> showing + touches.firstShowing(touch))
        .toList();
  }

  private void leaveOutLate(BitSet showings, long orderMicros) {
    for (int showing = showings.nextSetBit(0);
        showing >= 0;
        showing = showings.nextSetBit(showing + 1)) {
      if (recorded.getOrDefault(touches.link(showing), Long.MIN_VALUE) > orderMicros) {
        showings.clear(showing);
      }
    }
  }

  private void leaveOutEarlier(BitSet showings) {
    Set<Long> media = new HashSet<>();
    for (int showing = showings.length() - 1;
        showing >= 0;
        showing = showings.previousSetBit(showing - 1)) {
      if (!media.add(touches.media(showing))) {
        showings.clear(showing);
      }
    }
  }

  /// A touch and those of its showings that count.
  record Chosen(int touch, List<Integer> showings) {
    Chosen {
      showings = List.copyOf(showings);
    }
  }
}
