package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Bot API server of its own on a free local port, with a world behind it. Safe for many threads.
public final class BotApi implements AutoCloseable {

  static {
    // Without it every small response waits 40 ms for the acknowledgement of its own header.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final World world;
  private final CommandMenus menus;
  private final BotMethods methods;
  private final Faults faults = new Faults();
  private final CallLog log = new CallLog();
  private final Endpoint endpoint;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  private BotApi(BotAccount account, InstantSource clock) throws IOException {
    this.world = new World(account, clock);
    Access access = new Access(world);
    this.menus = new CommandMenus(access);
    this.methods = new BotMethods(world, access, menus);
    this.endpoint = new Endpoint(world, methods, faults, log);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", endpoint);
    server.start();
  }

  /// Opens a port and starts to answer.
  ///
  /// @param clock dates messages and lets updates grow old; waiting goes by real time
  public static BotApi start(BotAccount account, InstantSource clock) {
    try {
      return new BotApi(account, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open a local port", e);
    }
  }

  /// `http://127.0.0.1:port`, without a slash at the end.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public World world() {
    return world;
  }

  public Faults faults() {
    return faults;
  }

  /// What the bot has not acknowledged, and the means to disturb it.
  public UpdateQueue updates() {
    return world.updates();
  }

  /// Every request that was answered or broke, in that order.
  public List<Call> calls() {
    return log.calls();
  }

  /// The calls of one method, oldest first.
  ///
  /// @param method as documented
  public List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /// What the real server would have passed over in silence, and what the playground lacks. Empty
  /// when the bot does everything by the book.
  public List<String> violations() {
    return log.violations();
  }

  /// The commands somebody sees in a chat's menu, each with command and description.
  public List<JsonNode> menuOf(Person person, Chat chat) {
    return world.monitor().within(() -> menus.shownTo(person, chat));
  }

  /// Waits until the bot has acknowledged every update and no call of it is being answered. It may
  /// still be at work on what it acknowledged.
  ///
  /// @throws NotHappened when it takes longer than [World#PATIENCE]
  public void awaitSettled() {
    world.await("the bot to acknowledge everything", _ -> isSettled());
  }

  /// True when every update is acknowledged and no call is being answered.
  public boolean isSettled() {
    return world.updates().isEmpty() && log.inFlight().get() == 0;
  }

  /// True while the bot waits for updates.
  public boolean isPolled() {
    return methods.isPolled();
  }

  /// Ends all polls and connections.
  @Override
  public void close() {
    endpoint.close();
    server.stop(0);
    executor.shutdownNow();
    boolean _ = terminated();
  }

  private boolean terminated() {
    try {
      return executor.awaitTermination(
          Duration.ofSeconds(2).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
