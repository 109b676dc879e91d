package io.hangtag.db;

import io.hangtag.db.PostgresProgram.Ending;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server over one cluster, on a free port that only this machine reaches.
///
/// It is no child of this process: it goes on when the process ends, and is found again by its file
/// `postmaster.pid`. The caller of [#ensureRunning] and [#stop] is alone in the folder; [#url] is
/// safe for use by many threads.
final class PostgresServer {
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

  private static final Duration CHANGE_PATIENCE = Duration.ofMinutes(2);
  private static final Duration PORT_PATIENCE = Duration.ofSeconds(1);
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);

  private static final String SETTINGS =
      """
      # Written anew at each start: what is to stay goes in with ALTER SYSTEM.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 50
      shared_buffers = '256MB'
      io_method = sync
      work_mem = '16MB'
      max_wal_size = '512MB'
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_min_messages = warning
      log_checkpoints = off
      """;

  // Another program was faster in taking the port, or processes of a server that was killed have
  // not all noticed yet.
  private static final Pattern PASSING =
      Pattern.compile("could not create any TCP/IP sockets|pre-existing shared memory block");

  private final PostgresCluster cluster;
  private final String settings;
  private final ServerLog serverLog;
  private volatile int lastPort;

  PostgresServer(PostgresCluster cluster, String moreSettings) {
    this.cluster = cluster;
    this.settings = SETTINGS + moreSettings;
    this.serverLog = new ServerLog(cluster.folder().resolve("postgres.log"));
  }

  /// Returns when the server takes connections; makes and starts whatever is missing for that.
  void ensureRunning() {
    if (running().isPresent()) {
      return;
    }
    cluster.binaries().unpack();
    try {
      cluster.createIfAbsent();
      serverLog.trim();
      start();
    } catch (IOException e) {
      throw failure("cannot be started", e.getMessage(), e);
    }
  }

  /// Returns when the server has ended all its connections and is gone.
  void stop() {
    if (running().isEmpty()) {
      return;
    }
    Ending ending = control("stop", "--mode=fast");
    if (!ending.well()) {
      throw failure("does not stop", ServerLog.complaint(ending.output()), null);
    }
    log.info("PostgreSQL stopped");
  }

  /// The JDBC URL of a database of the server, at the port it was last seen with.
  String url(String database) {
    Postmaster.read(cluster.pidFile())
        .map(Postmaster::port)
        .filter(port -> port != 0)
        .ifPresent(port -> lastPort = port);
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(lastPort, database);
  }

  // Waits while a server starts or stops: who gave the order may be gone.
  private Optional<Postmaster> running() {
    Patience patience = Patience.of(CHANGE_PATIENCE);
    Optional<Postmaster> postmaster = alive();
    while (postmaster.isPresent() && !postmaster.get().ready()) {
      if (patience.isOver()) {
        throw failure("neither starts nor stops", "see " + serverLog.file(), null);
      }
      patience.pause();
      postmaster = alive();
    }
    return postmaster;
  }

  private Optional<Postmaster> alive() {
    Path programs = cluster.binaries().parent();
    Optional<Postmaster> postmaster = Postmaster.read(cluster.pidFile());
    if (postmaster.isPresent() && postmaster.get().process(programs).isEmpty()) {
      Postmaster.disown(cluster.pidFile());
      return Optional.empty();
    }
    return postmaster;
  }

  private void start() throws IOException {
    long begin = System.nanoTime();
    Patience patience = Patience.of(START_PATIENCE);
    Optional<String> failed = tryToStart();
    while (failed.isPresent()) {
      if (patience.isOver() || !PASSING.matcher(failed.get()).find()) {
        throw failure("does not start", ServerLog.complaint(failed.get()), null);
      }
      patience.pause();
      failed = tryToStart();
    }
    log.info(
        "PostgreSQL {} started in {} ms",
        PostgresBinaries.VERSION,
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  // What was said on a start that failed; empty if it did not.
  private Optional<String> tryToStart() throws IOException {
    cluster.set(settings + "port = %d\n".formatted(freePort()));
    long written = serverLog.bytes();
    Ending ending = control("start", "--log=" + serverLog.file());
    return ending.well()
        ? Optional.empty()
        : Optional.of(ending.output() + serverLog.after(written));
  }

  private Ending control(String... arguments) {
    Stream<String> common =
        Stream.of(
            "--pgdata=" + cluster.data(),
            "--wait",
            "--timeout=" + CHANGE_PATIENCE.toSeconds(),
            "--silent");
    return new PostgresProgram(cluster.binaries().program("pg_ctl"), cluster.folder())
        .run("", Stream.concat(Stream.of(arguments), common).toArray(String[]::new));
  }

  // The port of a server that was killed, if it can be had: then connection pools come back to it.
  // A process that was killed gives its port back a moment after its death.
  private int freePort() throws IOException {
    int killed = Postmaster.read(cluster.pidFile()).map(Postmaster::port).orElse(0);
    Patience patience = Patience.of(PORT_PATIENCE);
    while (killed != 0 && !patience.isOver()) {
      try {
        return freePort(killed);
      } catch (BindException _) {
        patience.pause();
      }
    }
    return freePort(0);
  }

  private static int freePort(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedDatabaseException failure(
      String what, @Nullable String reason, @Nullable Throwable cause) {
    return new EmbeddedDatabaseException(
        "PostgreSQL in %s %s: %s".formatted(cluster.folder(), what, reason), cause);
  }
}
