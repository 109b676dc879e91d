package io.hangtag.bot;

import com.github.benmanes.caffeine.cache.Ticker;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.link.BatchHandler;
import io.hangtag.bot.chat.link.LinkHandler;
import io.hangtag.bot.chat.products.ProductsHandler;
import io.hangtag.bot.chat.search.SearchHandler;
import io.hangtag.bot.chat.team.Membership;
import io.hangtag.bot.chat.team.TeamHandler;
import io.hangtag.bot.chat.team.TeamHandler.NewTeams;
import io.hangtag.bot.chat.unlink.UnlinkHandler;
import io.hangtag.bot.telegram.BotIdentity;
import io.hangtag.bot.telegram.Polling;
import io.hangtag.bot.telegram.Telegram;
import io.hangtag.bot.telegram.TelegramAccount;
import io.hangtag.core.Core;
import io.hangtag.core.inbox.Inbox;
import io.hangtag.core.inbox.Outbox;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running bot: everything is made here, in opening order, and closed in the reverse.
///
/// Polling -> inbox -> workers -> dispatcher -> core, and outbox -> senders -> Telegram.
public final class App implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(App.class);
  private static final int WORKERS = 4;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Telegram telegram;
  private final Workers senders;
  private final Workers handlers;
  private final Polling polling;
  private final ScheduledExecutorService housekeeper;

  private App(Core core, Settings settings, Telegram telegram, BotIdentity me) {
    Inbox inbox = core.inbox();
    this.outbox = core.outbox();
    this.telegram = telegram;
    Bell arrived = new Bell();
    Bell said = new Bell();
    Mail mail = new Mail(outbox, core.team(), telegram);
    Dispatcher dispatcher = dispatcher(core, settings, telegram, me, mail);
    int interrupted = outbox.recover();
    if (interrupted > 0) {
      log.warn("{} messages were being sent when the bot stopped; they go out again", interrupted);
    }
    this.senders = Workers.start("send", WORKERS, said, mail::sendNext);
    this.handlers =
        Workers.start(
            "handle",
            WORKERS,
            arrived,
            () -> {
              boolean handled = inbox.handleNext(dispatcher::handle, dispatcher::apologise);
              if (handled) {
                said.ring();
              }
              return handled;
            });
    this.polling =
        Polling.start(
            settings.account(),
            updates -> {
              int _ = inbox.store(updates);
              arrived.ring();
            });
    this.housekeeper =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeper").factory());
    var _ = housekeeper.scheduleWithFixedDelay(() -> forgetOld(core), 1, 60, TimeUnit.MINUTES);
  }

  /// Starts the bot.
  ///
  /// @throws io.hangtag.bot.telegram.TelegramUnavailableException if Telegram does not say who the
  ///     bot is
  public static App start(Core core, Settings settings) {
    Telegram telegram = Telegram.open(settings.account());
    try {
      BotIdentity me = telegram.identity();
      core.team().servedAs(me.telegramId(), me.username());
      telegram.offerCommands(Texts.commands());
      App app = new App(core, settings, telegram, me);
      log.info("@{} is ready", me.username());
      return app;
    } catch (RuntimeException e) {
      telegram.close();
      throw e;
    }
  }

  private static Dispatcher dispatcher(
      Core core, Settings settings, Telegram telegram, BotIdentity me, Mail mail) {
    PickList lists = new PickList(core.search(), core.media(), core.menus());
    Features features =
        new Features(
            new LinkHandler(core.search(), core.products(), core.media(), core.linking(), lists),
            new BatchHandler(core.linking()),
            new UnlinkHandler(core.search(), core.products(), core.media(), core.linking()),
            new ProductsHandler(core.workspaces(), core.media(), core.linking()),
            new SearchHandler(core.search(), lists),
            Texts.noMedia(me.readsAllMessages()));
    Membership membership = new Membership(core.team(), telegram::isMember, Ticker.systemTicker());
    NewTeams newTeams =
        new NewTeams(settings.timezone(), settings.currency(), me.readsAllMessages());
    return new Dispatcher(
        new Dispatcher.Parts(
            me.username(),
            core.team(),
            core.media(),
            new Access(core.team(), membership, settings.admins()),
            new SubjectFinder(core.media(), core.linking()),
            new TeamHandler(core.workspaces(), core.team(), newTeams),
            features,
            mail,
            telegram::answerPress));
  }

  private static void forgetOld(Core core) {
    try {
      log.debug(
          "Forgot {} updates, {} messages, {} menus",
          core.inbox().forgetOld(),
          core.outbox().forgetOld(),
          core.menus().forgetOld());
    } catch (RuntimeException e) {
      log.warn("Old updates were not forgotten", e);
    }
  }

  /// Stops taking updates, finishes those in hand and sends what they left to say; what does not
  /// get done within ten seconds is done after the next start.
  @Override
  public void close() {
    housekeeper.shutdownNow();
    polling.close();
    handlers.close();
    sayLastWords();
    senders.close();
    telegram.close();
  }

  private void sayLastWords() {
    long deadline = System.nanoTime() + LAST_WORDS.toNanos();
    try {
      while (outbox.waiting() > 0 && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("The outbox cannot be read while stopping: {}", e.toString());
    }
  }

  /// What the bot needs to know.
  ///
  /// @param admins Telegram's numbers of the people who may set up teams
  /// @param timezone of new teams
  /// @param currency of new teams
  public record Settings(
      TelegramAccount account, Set<Long> admins, ZoneId timezone, Currency currency) {}
}
