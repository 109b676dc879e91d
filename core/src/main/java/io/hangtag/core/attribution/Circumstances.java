package io.hangtag.core.attribution;

import java.util.Arrays;
import java.util.Map;

/// What is known of a stretch beside lines and touches; it takes longer to read and is not always
/// asked for.
final class Circumstances {
  private static final long[] NEVER = {};

  private final long[] untagged;
  private final Map<Long, long[]> suggested;

  /// @param untagged times of posts with media in which no product is confirmed, in microseconds,
  ///     in order
  /// @param suggested by product, times of posts for whose media it is only suggested
  Circumstances(long[] untagged, Map<Long, long[]> suggested) {
    this.untagged = untagged;
    this.suggested = suggested;
  }

  /// Why a line of this product, ordered then, has no touch.
  Reason reason(long product, long orderMicros, Window window) {
    boolean waiting =
        any(untagged, orderMicros, window)
            || any(suggested.getOrDefault(product, NEVER), orderMicros, window);
    return waiting ? Reason.NO_CONFIRMED_LINK : Reason.NO_POST_IN_WINDOW;
  }

  private static boolean any(long[] micros, long orderMicros, Window window) {
    int place = Arrays.binarySearch(micros, orderMicros);
    int last = place >= 0 ? place : -place - 2;
    return last >= 0 && micros[last] > orderMicros - window.micros();
  }
}
