package io.hangtag.core.attribution;

import java.util.Arrays;
import java.util.Locale;

/// How a line's amount is split over the touches of its window.
public enum AttributionModel {
  /// Every touch gets the same.
  EQUAL,
  /// The last touch gets everything.
  LAST,
  /// The first touch gets everything.
  FIRST,
  /// A touch gets half of what one a day later gets.
  DECAY,
  /// The first and the last get 40 % each, those between share 20 %; two get half each.
  POSITION,
  /// The post that the order's own tags prove gets everything; without such proof as [#EQUAL].
  HYBRID;

  private static final long DAY_MICROS = 86_400_000_000L;
  // Older by more days than this, a touch weighs no less: 1 : 2^30.
  private static final int MAX_HALVINGS = 30;

  /// As the command line, JSON and the database write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The model with this code, in any case.
  ///
  /// @throws IllegalArgumentException if there is none
  public static AttributionModel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whole numbers in the proportion of the shares of touches at these times, oldest first.
  ///
  /// @param touchMicros when they were posted
  /// @param orderMicros when was ordered
  long[] weights(long[] touchMicros, long orderMicros) {
    int touches = touchMicros.length;
    long[] weights = new long[touches];
    switch (this) {
      case EQUAL, HYBRID -> Arrays.fill(weights, 1);
      case LAST -> weights[touches - 1] = 1;
      case FIRST -> weights[0] = 1;
      case DECAY -> {
        long newest = (orderMicros - touchMicros[touches - 1]) / DAY_MICROS;
        for (int i = 0; i < touches; i++) {
          long halvings = (orderMicros - touchMicros[i]) / DAY_MICROS - newest;
          weights[i] = 1L << (MAX_HALVINGS - Math.min(MAX_HALVINGS, halvings));
        }
      }
      case POSITION -> {
        Arrays.fill(weights, 1);
        if (touches > 2) {
          weights[0] = 2L * (touches - 2);
          weights[touches - 1] = weights[0];
        }
      }
    }
    return weights;
  }
}
