package io.hangtag.bot;

import io.hangtag.bot.App.Settings;
import io.hangtag.bot.cli.Cli;
import io.hangtag.bot.telegram.TelegramUnavailableException;
import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot as a service: from the start of the process to SIGTERM.
final class Serving {
  private static final Logger log = LoggerFactory.getLogger(Serving.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// Runs until the process is told to stop.
  ///
  /// @throws io.hangtag.bot.telegram.UnknownTokenException if Telegram does not know the token
  void run(CoreConfig database, Settings settings, InstantSource clock) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stop));
    try (Core core = Cli.open(database, clock)) {
      Optional<App> app = start(core, settings);
      if (app.isPresent()) {
        try (App _ = app.get()) {
          stop.await();
          log.info("Stopping");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.countDown();
    }
  }

  /// The running bot, as soon as Telegram answers; nothing if the process is to stop before.
  private Optional<App> start(Core core, Settings settings) throws InterruptedException {
    Duration retry = FIRST_RETRY;
    while (stop.getCount() > 0) {
      try {
        return Optional.of(App.start(core, settings));
      } catch (TelegramUnavailableException e) {
        log.warn("Telegram does not answer yet, next try in {}: {}", retry, e.getMessage());
      }
      if (stop.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      Duration doubled = retry.multipliedBy(2);
      retry = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    }
    return Optional.empty();
  }

  /// The process ends when this returns.
  private void stop() {
    stop.countDown();
    try {
      if (!stopped.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.error("Not stopped within {}; what is left is done after the next start", LONGEST_STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
