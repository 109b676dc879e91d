package io.hangtag.bot;

import java.time.Duration;

/// Wakes those who wait for work. Safe for use by many threads.
final class Bell {
  private long rings;
  private boolean isPlanned;
  private long plannedAt;

  /// How often it has rung so far: look here before looking for work.
  synchronized long rings() {
    return rings;
  }

  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /// Rings a while from now.
  synchronized void ringIn(Duration delay) {
    long at = System.nanoTime() + delay.toNanos();
    plannedAt = isPlanned && plannedAt - at < 0 ? plannedAt : at;
    isPlanned = true;
    notifyAll();
  }

  /// Waits until it has rung more often than this, at most so long.
  synchronized void await(long heard, Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (rings == heard && left > 0) {
      wait(Math.clamp(untilPlanned(), 1, left));
      if (isPlanned && untilPlanned() <= 0) {
        isPlanned = false;
        ring();
      }
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
  }

  /// In milliseconds.
  private long untilPlanned() {
    return isPlanned ? Math.ceilDiv(plannedAt - System.nanoTime(), 1_000_000) : Long.MAX_VALUE;
  }
}
