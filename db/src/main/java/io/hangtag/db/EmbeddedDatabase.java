package io.hangtag.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A private and durable PostgreSQL server with its data in one folder, shared by all processes
/// that open the folder.
///
/// The first to open it starts the server, the last to close it stops it; a server whose users were
/// all killed goes on and is taken over by the next. Safe for use by many threads.
public final class EmbeddedDatabase implements AutoCloseable {
  // PostgreSQL's programs call each other through a shell.
  private static final Pattern HARMLESS = Pattern.compile("[^\"$`\\\\\\n\\r]+");

  private static final String NOT_WRITABLE = "no permission to write there";

  private final SharedFolder folder;
  private final PostgresCluster cluster;
  private final PostgresServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(Path folder) {
    this.cluster = new PostgresCluster(folder, new PostgresBinaries(folder));
    this.server = new PostgresServer(cluster, "");
    this.folder = SharedFolder.enter(folder);
  }

  /// Returns when the server takes connections. The first time in a folder this unpacks PostgreSQL
  /// and makes a database.
  ///
  /// @throws EmbeddedDatabaseException if no server can be had in `dataDir`
  public static EmbeddedDatabase open(Path dataDir) {
    PostgresBinaries.requireShipped();
    EmbeddedDatabase database = new EmbeddedDatabase(make(dataDir));
    try {
      database.ensureRunning();
      return database;
    } catch (RuntimeException e) {
      database.closeAfter(e);
      throw e;
    }
  }

  private static Path make(Path dataDir) {
    try {
      Path folder = Files.createDirectories(dataDir, OwnerOnly.FOLDER).toRealPath();
      if (!HARMLESS.matcher(folder.toString()).matches()) {
        throw unusable(dataDir, "PostgreSQL cannot be in a path with \", $, ` or \\", null);
      }
      if (!Files.isWritable(folder)) {
        throw unusable(dataDir, NOT_WRITABLE, null);
      }
      return folder;
    } catch (IOException e) {
      throw unusable(dataDir, reason(e), e);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> NOT_WRITABLE;
      case FileAlreadyExistsException _ -> "it is not a folder";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private static EmbeddedDatabaseException unusable(
      Path folder, String reason, @Nullable Throwable cause) {
    return new EmbeddedDatabaseException(
        "Cannot use %s as data folder: %s".formatted(folder, reason), cause);
  }

  /// The JDBC URL of the server where it is now: [#ensureRunning] may move it to another port.
  public String url() {
    return server.url(PostgresCluster.DATABASE);
  }

  public String user() {
    return PostgresCluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /// Brings back a server that died, with its data; does nothing where it runs.
  ///
  /// @throws EmbeddedDatabaseException if it cannot be brought back
  public void ensureRunning() {
    if (closed.get()) {
      throw new IllegalStateException("The embedded database is closed");
    }
    folder.alone(server::ensureRunning);
  }

  /// Stops the server unless somebody else uses it. All connections from here should be closed.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      folder.leave(server::stop);
    }
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
