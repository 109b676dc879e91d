package io.hangtag.bot;

import com.github.benmanes.caffeine.cache.Ticker;
import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.ProductChoice;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.inline.InlineQuestion;
import io.hangtag.bot.chat.inline.InlineSearch;
import io.hangtag.bot.chat.inline.InlineTexts;
import io.hangtag.bot.chat.inline.PickHandler;
import io.hangtag.bot.chat.inline.SoldSearch;
import io.hangtag.bot.chat.insights.InsightsHandler;
import io.hangtag.bot.chat.label.LabelHandler;
import io.hangtag.bot.chat.link.BatchHandler;
import io.hangtag.bot.chat.link.LinkHandler;
import io.hangtag.bot.chat.posted.PostedHandler;
import io.hangtag.bot.chat.products.ProductsHandler;
import io.hangtag.bot.chat.sales.SalesFigures;
import io.hangtag.bot.chat.sales.SalesHandler;
import io.hangtag.bot.chat.search.SearchHandler;
import io.hangtag.bot.chat.team.Membership;
import io.hangtag.bot.chat.team.TeamHandler;
import io.hangtag.bot.chat.team.TeamHandler.NewTeams;
import io.hangtag.bot.chat.team.TeamsHandler;
import io.hangtag.bot.chat.top.TopHandler;
import io.hangtag.bot.chat.unlink.UnlinkHandler;
import io.hangtag.bot.telegram.BotIdentity;
import io.hangtag.bot.telegram.Polling;
import io.hangtag.bot.telegram.Telegram;
import io.hangtag.bot.telegram.TelegramAccount;
import io.hangtag.core.Core;
import io.hangtag.core.inbox.Inbox;
import io.hangtag.core.inbox.Outbox;
import io.hangtag.core.inbox.RawUpdate;
import io.hangtag.core.inbox.TooEarlyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
  private final InlineDesk inline;
  private final Polling polling;
  private final ScheduledExecutorService housekeeper;
  private final FigureKeeper figures;

  private App(Core core, Settings settings, Telegram telegram, BotIdentity me) {
    Inbox inbox = core.inbox();
    this.outbox = core.outbox();
    this.telegram = telegram;
    Bell arrived = new Bell();
    Bell said = new Bell();
    Mail mail = new Mail(outbox, core.team());
    Postman postman = new Postman(outbox, core.team(), telegram, mail);
    GroupRoll roll = new GroupRoll(core.team(), telegram::standing);
    Membership membership = new Membership(core.team(), roll, Ticker.systemTicker());
    Dispatcher dispatcher =
        dispatcher(core, settings, telegram, me, new Doors(roll, membership, mail));
    this.senders = Workers.start("send", WORKERS, said, postman::sendNext);
    this.handlers =
        Workers.start(
            "handle",
            WORKERS,
            arrived,
            () -> {
              boolean handled =
                  inbox.handleNext(
                      update -> soon(arrived, () -> dispatcher.handle(update)),
                      dispatcher::apologise);
              if (handled) {
                said.ring();
              }
              return handled;
            });
    this.inline = new InlineDesk(inlineAnswers(core, telegram, membership));
    this.polling = Polling.start(settings.account(), new Arrivals(inline, inbox, arrived));
    this.housekeeper =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeper").factory());
    var _ = housekeeper.scheduleWithFixedDelay(() -> forgetOld(core), 1, 60, TimeUnit.MINUTES);
    this.figures = FigureKeeper.start(core, mail, said);
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

  /// What comes too early is looked at again as soon as that makes sense.
  private static Runnable soon(Bell arrived, Supplier<Runnable> handling) {
    try {
      return handling.get();
    } catch (TooEarlyException e) {
      arrived.ringIn(Inbox.A_MOMENT);
      throw e;
    }
  }

  private static InlineAnswers inlineAnswers(Core core, Telegram telegram, Membership membership) {
    SecureRandom random = new SecureRandom();
    InlineSearch search =
        new InlineSearch(core.search(), core.products(), () -> random.nextLong(1, Long.MAX_VALUE));
    SoldSearch sold =
        new SoldSearch(
            core.search(),
            core.products(),
            core.attribution(),
            () -> random.nextLong(1, Long.MAX_VALUE));
    return new InlineAnswers(core, membership, search, sold, telegram::answerInline);
  }

  private static PickList lists(Core core, BotIdentity me) {
    return new PickList(
        core.search(),
        core.media(),
        core.menus(),
        words ->
            me.takesInlineQuestions()
                ? List.of(Button.searchingInline(InlineTexts.searchButton(), words))
                : List.of());
  }

  private static Dispatcher dispatcher(
      Core core, Settings settings, Telegram telegram, BotIdentity me, Doors doors) {
    PickList lists = lists(core, me);
    MediaNames names = new MediaNames(core.media());
    BatchHandler batches = new BatchHandler(core.linking(), names);
    ProductChoice choice = new ProductChoice(core.search(), lists);
    SalesHandler sales =
        new SalesHandler(
            new SalesFigures(core.attribution(), core.insights(), core.workspaces()),
            core.products(),
            core.media(),
            choice);
    Features features =
        new Features(
            new LinkHandler(core.search(), core.products(), core.media(), core.linking(), lists),
            batches,
            new UnlinkHandler(
                core.search(), core.products(), core.media(), core.linking(), core.menus()),
            new ProductsHandler(core.workspaces(), core.media(), core.linking()),
            new SearchHandler(core.search(), lists),
            new LabelHandler(core.labelling(), names, core.menus()),
            new PostedHandler(
                core.postingHistory(), core.media(), core.workspaces(), InstantSource.system()),
            sales,
            new TopHandler(core.rankings(), core.attribution(), names),
            new InsightsHandler(core.insights(), core.workspaces(), core.products(), choice),
            new TeamsHandler(core.team(), core.workspaces()),
            Texts.noMedia(me.readsAllMessages()));
    NewTeams newTeams =
        new NewTeams(settings.timezone(), settings.currency(), me.readsAllMessages());
    Access access = new Access(core.team(), doors.membership(), settings.admins());
    SubjectFinder subjects =
        new SubjectFinder(core.media(), core.linking(), core.postingHistory(), core.outbox());
    PickHandler picks =
        new PickHandler(core.products(), core.media(), core.picks(), core.linking(), batches);
    TeamHandler teams = new TeamHandler(core.workspaces(), core.team(), newTeams);
    Conversation conversation =
        new Conversation(me.username(), access, subjects, teams, features, core.media());
    return new Dispatcher(
        new Dispatcher.Parts(
            me.username(),
            core.team(),
            access,
            doors.roll(),
            subjects,
            teams,
            new Channels(core.team(), core.workspaces(), access, doors.mail()),
            features,
            new PickedMessages(
                new PickedMessages.Parts(
                    access,
                    subjects,
                    core.media(),
                    core.picks(),
                    picks,
                    new SoldMessages(
                        access, sales, doors.mail(), telegram::answerPress, telegram::alertPress),
                    telegram::answerPress,
                    telegram::editInline)),
            conversation,
            new Corrections(core.answers(), subjects, conversation, features, doors.mail()),
            doors.mail(),
            telegram::answerPress));
  }

  private static void forgetOld(Core core) {
    try {
      log.debug(
          "Forgot {} updates, {} answers, {} messages, {} menus",
          core.inbox().forgetOld(),
          core.answers().forgetOld(),
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
    figures.close();
    polling.close();
    inline.close();
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

  /// What more than one part of the bot goes through.
  private record Doors(GroupRoll roll, Membership membership, Mail mail) {}

  /// Where what was polled goes.
  private record Arrivals(InlineDesk inline, Inbox inbox, Bell arrived) implements Polling.Taker {
    @Override
    public void ask(InlineQuestion question) {
      inline.ask(question);
    }

    @Override
    public void store(List<RawUpdate> updates) {
      int _ = inbox.store(updates);
      arrived.ring();
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
