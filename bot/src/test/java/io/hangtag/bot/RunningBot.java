package io.hangtag.bot;

import io.hangtag.bot.App.Settings;
import io.hangtag.bot.playground.BotAccount;
import io.hangtag.bot.playground.BotApi;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.World;
import io.hangtag.bot.telegram.Secret;
import io.hangtag.bot.telegram.TelegramAccount;
import io.hangtag.core.Core;
import io.hangtag.core.CoreConfig;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.TestDatabase;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import org.jooq.DSLContext;

/// The real bot on a real database, polling a Bot API in this process.
final class RunningBot implements AutoCloseable {
  private final TestDatabase database;
  private final Core core;
  private final BotApi api;
  private final Person ada;
  private App app;

  private RunningBot(TestDatabase database, Core core, BotApi api) {
    this.database = database;
    this.core = core;
    this.api = api;
    this.ada = api.world().person("Ada");
    this.app = start();
  }

  /// Starts a bot that reads all messages.
  static RunningBot start(TestDatabase database) {
    return start(database, BotAccount.named("tag_bot").without(BotAccount.Setting.PRIVACY_MODE));
  }

  static RunningBot start(TestDatabase database, BotAccount account) {
    InstantSource clock = InstantSource.system();
    Core core =
        Core.open(
            new CoreConfig.External(database.url(), database.user(), database.password()), clock);
    return new RunningBot(database, core, BotApi.start(account, clock));
  }

  private App start() {
    TelegramAccount account =
        new TelegramAccount(new Secret(api.world().account().token()), URI.create(api.url()));
    return App.start(
        core, new Settings(account, Set.of(ada.id()), ZoneOffset.UTC, Currency.getInstance("USD")));
  }

  /// Stops the bot as SIGTERM would.
  void stop() {
    app.close();
  }

  /// Starts it again on the same database and the same Telegram.
  void startAgain() {
    app = start();
  }

  /// Waits until all that was sent is handled and all that is to be said is said.
  void settle() {
    api.awaitSettled();
    world().await("a rest", _ -> core.inbox().waiting() == 0 && core.outbox().waiting() == 0);
    api.awaitSettled();
  }

  World world() {
    return api.world();
  }

  BotApi api() {
    return api;
  }

  Core core() {
    return core;
  }

  /// The person who may set up teams.
  Person ada() {
    return ada;
  }

  DSLContext sql() {
    return database.dsl();
  }

  /// A new team in a group of its own, with these people in it.
  Group team(String name, Person... people) {
    WorkspaceId workspace =
        core.workspaces().named(name, ZoneOffset.UTC, Currency.getInstance("USD")).id();
    return team(world().supergroup(name, ada, people), workspace);
  }

  /// A new team in a basic group, which may become a supergroup, with these people in it.
  Group basicTeam(String name, Person... people) {
    WorkspaceId workspace =
        core.workspaces().named(name, ZoneOffset.UTC, Currency.getInstance("USD")).id();
    return team(world().group(name, ada, people), workspace);
  }

  private Group team(Chat chat, WorkspaceId workspace) {
    String name = chat.title();
    ada.in(chat).addsBot();
    var _ = ada.in(chat).presses(chat.awaitFromBot("Which team"), name).answer();
    chat.await("the binding", message -> message.text().contains("is now the team"));
    return new Group(chat, workspace, new Shelf(database.dsl(), workspace));
  }

  @Override
  public void close() {
    app.close();
    core.close();
    api.close();
  }

  /// A team's group and its products.
  record Group(Chat chat, WorkspaceId workspace, Shelf shelf) {}
}
