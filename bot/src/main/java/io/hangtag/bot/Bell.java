package io.hangtag.bot;

import java.time.Duration;

/// Wakes those who wait for work. Safe for use by many threads.
final class Bell {
  private long rings;

  /// How often it has rung so far: look here before looking for work.
  synchronized long rings() {
    return rings;
  }

  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /// Waits until it has rung more often than this, at most so long.
  synchronized void await(long heard, Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (rings == heard && left > 0) {
      wait(left);
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
  }
}
