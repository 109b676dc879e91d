package io.hangtag.core.attribution;

/// How long after a post orders may be credited to it.
///
/// @param hours exact hours, 1 to 8760: over a change of the clocks three days are still 72 of them
public record Window(int hours) {
  private static final int MAX_HOURS = 8_760;
  private static final long HOUR_MICROS = 3_600_000_000L;

  /// @throws IllegalArgumentException if it is not 1 to 8760 hours
  public Window {
    if (hours < 1 || hours > MAX_HOURS) {
      throw new IllegalArgumentException(
          "a window must be 1 to %d hours long, not %d".formatted(MAX_HOURS, hours));
    }
  }

  long micros() {
    return hours * HOUR_MICROS;
  }
}
