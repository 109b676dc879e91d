package io.hangtag.db;

import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A migrated and otherwise empty database of its own for a test class, on a real PostgreSQL.
///
/// ```java
/// @RegisterExtension static final TestDatabase db = new TestDatabase();
/// ```
///
/// The classes of a test run share one server, nested classes the database of the outermost one.
public final class TestDatabase implements BeforeAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);

  private @Nullable OwnDatabase own;

  /// What lasts as long as the test class.
  private record OwnDatabase(TestServer server, String name, CloseableDSLContext dsl)
      implements AutoCloseable {
    static OwnDatabase create() {
      TestServer server = TestServer.started();
      String name = server.createDatabase();
      return new OwnDatabase(
          server, name, DSL.using(server.url(name), server.user(), server.password()));
    }

    @Override
    public void close() {
      dsl.close();
      server.dropDatabase(name);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    own =
        context
            .getStore(NAMESPACE)
            .computeIfAbsent(this, _ -> OwnDatabase.create(), OwnDatabase.class);
  }

  public String url() {
    return own().server().url(own().name());
  }

  public String user() {
    return own().server().user();
  }

  public String password() {
    return own().server().password();
  }

  /// jOOQ on one connection of its own, to prepare and to look at what the code under test does.
  public DSLContext dsl() {
    return own().dsl();
  }

  private OwnDatabase own() {
    if (own == null) {
      throw new IllegalStateException("TestDatabase belongs in a static field of the test class");
    }
    return own;
  }
}
