package io.hangtag.db;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waiting for what says nothing when it happens, up to a moment.
record Patience(long endNanos) {
  private static final Duration PAUSE = Duration.ofMillis(10);

  static Patience of(Duration duration) {
    return new Patience(System.nanoTime() + duration.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - endNanos >= 0;
  }

  /// Lets about 10 ms pass; none, while the thread is interrupted.
  void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
