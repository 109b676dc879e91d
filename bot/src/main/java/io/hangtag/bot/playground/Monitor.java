package io.hangtag.bot.playground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The one lock of the world, and the way to wait for a change in it. Reentrant; for many threads.
final class Monitor {
  /// A condition may depend on what is outside of the world, of whose changes nobody tells.
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  <T> T within(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      signalAndUnlock();
    }
  }

  void run(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      signalAndUnlock();
    }
  }

  /// What a waiting thread reads to judge its condition must not wake the others, or two of them
  /// would wake each other for ever.
  private void signalAndUnlock() {
    if (lock.getHoldCount() == 1) {
      changed.signalAll();
    }
    lock.unlock();
  }

  /// Waits until the condition, asked inside the lock, holds; false when it did not in time or the
  /// thread was interrupted.
  boolean await(BooleanSupplier condition, Duration patience) {
    lock.lock();
    try {
      tellOfChangesSoFar();
      long left = patience.toNanos();
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        long slice = Math.min(left, LOOK_AGAIN.toNanos());
        left = left - slice + changed.awaitNanos(slice);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Waiting gives up the lock: what its holder has changed by then, others may be waiting for.
  private void tellOfChangesSoFar() {
    if (lock.getHoldCount() > 1) {
      changed.signalAll();
    }
  }

  /// Lets time pass, as the real server does before some answers.
  void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
