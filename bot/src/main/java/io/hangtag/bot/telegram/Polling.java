package io.hangtag.bot.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bot.chat.inline.InlineQuestion;
import io.hangtag.bot.telegram.RawUpdates.Untouched;
import io.hangtag.core.inbox.RawUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Long polling: fetches updates and gives them to the taker, for as long as it is open.
///
/// Telegram is told that updates were received by the next poll, which begins only when the
/// taker has returned; while it throws, the same updates are given to it again. The library's
/// poller dies for good when anything is thrown through it, waits up to a quarter of an hour after
/// long outages and drops updates when Telegram's numbering starts again: hence the care here.
public final class Polling implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Polling.class);
  private static final int POLL_SECONDS = 50;
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);
  private static final Duration WATCH = Duration.ofSeconds(5);

  private final TelegramAccount account;
  private final Taker taker;
  private final PollWatch watch = new PollWatch();
  private final OkHttpClient http;
  private final ScheduledExecutorService executor;
  private final TelegramBotsLongPollingApplication application;
  private final Thread keeper;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int nextOffset;

  private Polling(TelegramAccount account, Taker taker) {
    this.account = account;
    this.taker = taker;
    // A client of its own: cancelling the open poll must not cancel answers being sent.
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(POLL_SECONDS + 10))
            .addInterceptor(watch)
            .build();
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("polling").factory());
    this.application =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new, () -> http, () -> executor, () -> watch);
    this.keeper = Thread.ofPlatform().daemon().name("polling-keeper").unstarted(this::keep);
  }

  /// Begins to poll; also when Telegram cannot be reached yet.
  public static Polling start(TelegramAccount account, Taker taker) {
    Polling polling = new Polling(account, taker);
    polling.keeper.start();
    return polling;
  }

  /// Stops at once: an open poll, which would otherwise hold its thread until it is answered, is
  /// cancelled. Its updates were not acknowledged and come again.
  @Override
  public void close() {
    closing.countDown();
    executor.shutdownNow();
    http.dispatcher().cancelAll();
    try {
      keeper.join(Duration.ofSeconds(5));
      application.close();
      if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("Polling did not stop within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.warn("Polling was not closed cleanly: {}", e.toString());
    }
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /// Starts the poller and starts it again whenever it has died.
  private void keep() {
    Optional<BotSession> session = Optional.empty();
    while (!closed(WATCH, session.isPresent())) {
      if (session.isEmpty()) {
        session = register();
      } else if (session.get().getRunningPolling().isDone()) {
        log.error("The poller died and is started again");
        restart(session.get());
      }
    }
  }

  private Optional<BotSession> register() {
    try {
      return Optional.of(
          application.registerBot(
              account.token().value(),
              account::url,
              last -> new RawUpdates(nextOffset, POLL_SECONDS, UpdateReader.KINDS),
              new Receiver()));
    } catch (TelegramApiException e) {
      log.warn("Telegram cannot be reached yet: {}", watch.describe(e));
      forget();
      boolean _ = closed(Duration.ofMillis(watch.nextBackOffMillis()), true);
      return Optional.empty();
    }
  }

  /// A failed registration stays registered, and would refuse the next try.
  private void forget() {
    try {
      application.unregisterBot(account.token().value());
    } catch (TelegramApiException e) {
      log.debug("Nothing to unregister: {}", e.toString());
    }
  }

  private void restart(BotSession session) {
    session.stop();
    try {
      session.start();
    } catch (TelegramApiException e) {
      log.warn("The poller could not be started again yet: {}", watch.describe(e));
    }
  }

  /// Waits a while (or not at all); true as soon as polling is to end.
  private boolean closed(Duration wait, boolean reallyWait) {
    try {
      return closing.await(reallyWait ? wait.toMillis() : 0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Hands updates on and returns when they are stored; never throws.
  private final class Receiver implements LongPollingUpdateConsumer {
    @Override
    public void consume(List<Update> batch) {
      List<Untouched> arrived = batch.stream().map(Untouched.class::cast).toList();
      arrived.stream().filter(Untouched::isInlineQuestion).forEach(this::ask);
      List<RawUpdate> updates =
          arrived.stream()
              .filter(update -> !update.isInlineQuestion())
              .map(Untouched::raw)
              .toList();
      boolean stored = store(updates);
      for (boolean first = true; !stored; first = false) {
        if (first) {
          log.error("Updates cannot be stored; polling waits until they can");
        }
        if (closed(STORE_RETRY, true)) {
          return;
        }
        stored = store(updates);
      }
      nextOffset =
          arrived.stream().mapToInt(update -> Math.toIntExact(update.telegramId())).max().orElse(0)
              + 1;
    }

    @Override
    public void close() {}

    private void ask(Untouched update) {
      try {
        update.inlineQuestion().ifPresent(taker::ask);
      } catch (RuntimeException e) {
        log.warn("An inline question was dropped: {}", e.toString());
      }
    }

    private boolean store(List<RawUpdate> updates) {
      try {
        taker.store(updates);
        return true;
      } catch (RuntimeException e) {
        log.debug("Updates were not stored", e);
        return false;
      }
    }
  }

  /// Takes what was polled.
  public interface Taker {
    /// Takes what is worth nothing later, and is gone if the process dies. Returns at once.
    void ask(InlineQuestion question);

    /// Takes everything else; it must be on disk when this returns.
    void store(List<RawUpdate> updates);
  }
}
