package io.hangtag.core.attribution;

import java.time.Instant;

/// A stretch of time in which posts were published.
///
/// @param end the first instant behind it
public record PostSpan(Instant start, Instant end) {
  /// @throws IllegalArgumentException if it ends before it begins
  public PostSpan {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "the span begins at %s, after its end at %s".formatted(start, end));
    }
  }
}
