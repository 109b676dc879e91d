package io.hangtag.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;

/// A PostgreSQL database with Hangtag's schema: a connection pool and jOOQ over it.
///
/// Safe for use by many threads. A transaction belongs to the thread that opened it with the form
/// that takes no argument, `dsl().transactionResult(() -> ...)`: all that this thread runs through
/// [#dsl()] until the block ends is part of it, and such a transaction inside another is a
/// savepoint. So a service that opens one for its own sake joins the one its caller has open. The
/// form that passes a configuration does not join: where a transaction is open it is refused.
public final class Database implements AutoCloseable {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final HikariDataSource pool;
  private final Runnable afterwards;
  private final DSLContext dsl;

  private Database(HikariDataSource pool, Runnable afterwards) {
    this.pool = pool;
    this.afterwards = afterwards;
    DataSourceConnectionProvider connections = new DataSourceConnectionProvider(pool);
    this.dsl =
        DSL.using(
            new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(connections)
                .set(new JoiningTransactions(connections))
                .set(new Settings().withRenderSchema(false)));
  }

  /// Connects to a server and brings the schema up to date. Fails if the schema is newer than this
  /// program.
  public static Database open(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    return open(config, () -> {});
  }

  /// Starts (or joins) the server that keeps its data in this folder, and brings the schema up to
  /// date.
  ///
  /// @throws EmbeddedDatabaseException if no server can be had there
  public static Database openEmbedded(Path dataDir) {
    EmbeddedDatabase server = EmbeddedDatabase.open(dataDir);
    HikariConfig config = new HikariConfig();
    config.setDataSource(new EmbeddedDataSource(server));
    try {
      return open(config, server::close);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Database open(HikariConfig config, Runnable afterwards) {
    config.setPoolName("hangtag");
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    // Times inside JSON (the history of links) are text, and must be the same text everywhere.
    config.setConnectionInitSql("set time zone 'UTC'");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      migrate(pool);
      return new Database(pool, afterwards);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static void migrate(HikariDataSource pool) {
    Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
  }

  /// jOOQ on this database; on the calling thread's transaction while one is open.
  public DSLContext dsl() {
    return dsl;
  }

  @Override
  public void close() {
    pool.close();
    afterwards.run();
  }
}
