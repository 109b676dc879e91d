package io.hangtag.bot;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Threads that do work from a queue as long as there is any, and sleep until the bell rings.
///
/// Whatever the work throws is logged and they go on. Closing lets them finish what they are at.
final class Workers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  /// Work that became due by the clock alone is found this late at most.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

  private final String name;
  private final Bell bell;
  private final BooleanSupplier work;
  private final List<Thread> threads;
  private volatile boolean stopping;

  private Workers(String name, int count, Bell bell, BooleanSupplier work) {
    this.name = name;
    this.bell = bell;
    this.work = work;
    this.threads =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> Thread.ofPlatform().name(name + "-" + number).unstarted(this::run))
            .toList();
  }

  /// Starts so many threads.
  ///
  /// @param work does one piece; false: there was none
  static Workers start(String name, int count, Bell bell, BooleanSupplier work) {
    Workers workers = new Workers(name, count, bell, work);
    workers.threads.forEach(Thread::start);
    return workers;
  }

  private void run() {
    try {
      while (!stopping) {
        long heard = bell.rings();
        if (!worked()) {
          bell.await(heard, LOOK_AGAIN);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean worked() {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException | StackOverflowError e) {
      log.error("{} failed and goes on", name, e);
      return false;
    }
  }

  @Override
  public void close() {
    stopping = true;
    bell.ring();
    long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
    try {
      for (Thread thread : threads) {
        if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
          log.warn(
              "{} is still at work after {} and is left behind", thread.getName(), LONGEST_STOP);
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
