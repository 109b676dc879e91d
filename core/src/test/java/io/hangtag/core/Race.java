package io.hangtag.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Threads that start at the same moment.
public final class Race {
  private static final long LONGEST_SECONDS = 60;

  private Race() {}

  /// Runs all of these at once and returns what each said, in their order. Fails if one fails or
  /// takes longer than a minute.
  public static <T> List<T> between(List<Callable<T>> runners) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners.size());
    ExecutorService threads = Executors.newFixedThreadPool(runners.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> runner : runners) {
        running.add(
            threads.submit(
                () -> {
                  start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                  return runner.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> runner : running) {
        results.add(runner.get(LONGEST_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /// Runs the same in so many threads at once.
  public static <T> List<T> of(int threads, Callable<T> runner) throws Exception {
    return between(Collections.nCopies(threads, runner));
  }
}
