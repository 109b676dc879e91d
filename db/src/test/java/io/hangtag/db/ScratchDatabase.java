package io.hangtag.db;

import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// A migrated and otherwise empty database on the server of this process; closing drops it.
public final class ScratchDatabase implements AutoCloseable {
  private final TestServer server;
  private final String name;
  private final CloseableDSLContext dsl;

  private ScratchDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
    this.dsl = DSL.using(server.url(name), server.user(), server.password());
  }

  /// Makes one.
  public static ScratchDatabase create() {
    TestServer server = TestServer.started();
    return new ScratchDatabase(server, server.createDatabase());
  }

  public String url() {
    return server.url(name);
  }

  public String user() {
    return server.user();
  }

  public String password() {
    return server.password();
  }

  /// jOOQ on one connection of its own.
  public DSLContext dsl() {
    return dsl;
  }

  @Override
  public void close() {
    dsl.close();
    server.dropDatabase(name);
  }
}
