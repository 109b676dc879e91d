package io.hangtag.bot;

import io.hangtag.bot.chat.inline.InlineQuestion;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has inline questions answered while they are of use: of each person only the newest, few at
/// once, and none late. What is not answered is dropped without a word: the person types on.
///
/// Safe for use by many threads.
final class InlineDesk implements AutoCloseable {
  /// Somebody who types pauses at least so long before an answer is looked for.
  static final Duration PAUSE = Duration.ofMillis(150);

  /// An answer that is not ready by then is dropped; sending one takes at most
  /// `Telegram.LONGEST_INLINE_ANSWER` on top.
  static final Duration LONGEST = Duration.ofMillis(3_500);

  private static final Logger log = LoggerFactory.getLogger(InlineDesk.class);
  private static final int WORKERS = 2;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

  private final Answerer answerer;
  private final ScheduledThreadPoolExecutor workers;
  private final Map<Long, Asked> newest = new HashMap<>();

  InlineDesk(Answerer answerer) {
    this.answerer = answerer;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        new ScheduledThreadPoolExecutor(
            WORKERS,
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("inline-" + number.incrementAndGet())
                    .unstarted(work));
    workers.setRemoveOnCancelPolicy(true);
  }

  /// Takes a question, in place of the one that this person asked before. Returns at once.
  synchronized void ask(InlineQuestion question) {
    Asked asked = new Asked(question);
    // Who scrolls on has stopped typing.
    Duration pause = question.offset().isEmpty() ? PAUSE : Duration.ZERO;
    asked.work = workers.schedule(asked, pause.toMillis(), TimeUnit.MILLISECONDS);
    Asked before = newest.put(question.person().telegramId(), asked);
    if (before != null && before.work != null) {
      boolean _ = before.work.cancel(false);
    }
  }

  private synchronized boolean take(Asked asked) {
    return newest.remove(asked.person(), asked);
  }

  private synchronized boolean isSuperseded(Asked asked) {
    return newest.containsKey(asked.person());
  }

  @Override
  public void close() {
    var _ = workers.shutdownNow();
    try {
      if (!workers.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("An inline question is still at work after {} and is left behind", LONGEST_STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A question that waits for its turn, or is being answered.
  private final class Asked implements Runnable {
    private final InlineQuestion question;
    private final long at = System.nanoTime();
    private @Nullable Future<?> work;

    private Asked(InlineQuestion question) {
      this.question = question;
    }

    private long person() {
      return question.person().telegramId();
    }

    private boolean isWanted() {
      return System.nanoTime() - at < LONGEST.toNanos() && !isSuperseded(this);
    }

    @Override
    public void run() {
      if (!take(this) || !isWanted()) {
        return;
      }
      try {
        answerer.answer(question, this::isWanted);
      } catch (RuntimeException | StackOverflowError e) {
        log.warn("An inline question was dropped", e);
      }
    }
  }

  /// Finds answers and gives them.
  @FunctionalInterface
  interface Answerer {
    /// Answers a question.
    ///
    /// @param wanted false as soon as it is too late, or the person has typed on: to be asked
    ///     before anything that costs, and before the answer is given
    void answer(InlineQuestion question, BooleanSupplier wanted);
  }
}
