package io.hangtag.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Connections to an embedded server, which is brought back when it has died.
final class EmbeddedDataSource implements DataSource {
  private static final org.slf4j.Logger log =
      org.slf4j.LoggerFactory.getLogger(EmbeddedDataSource.class);

  private final EmbeddedDatabase server;

  EmbeddedDataSource(EmbeddedDatabase server) {
    this.server = server;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      return connect();
    } catch (SQLException e) {
      log.warn("The embedded database does not answer and is looked after: {}", e.getMessage());
      server.ensureRunning();
      return connect();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(server.url(), server.user(), server.password());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The embedded database has one user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("It logs through slf4j");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("It logs through slf4j");
  }

  /// Accepted and not needed: the server is on this machine.
  @Override
  public void setLoginTimeout(int seconds) {}

  /// As long does a pool that closes wait for a connection in the making.
  @Override
  public int getLoginTimeout() {
    return 5;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("It logs through slf4j");
  }

  @Override
  public <T> T unwrap(Class<T> wanted) throws SQLException {
    throw new SQLException("Wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> wanted) {
    return false;
  }
}
