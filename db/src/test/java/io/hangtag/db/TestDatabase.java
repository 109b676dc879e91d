package io.hangtag.db;

import org.jooq.DSLContext;
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

  private @Nullable ScratchDatabase own;

  @Override
  public void beforeAll(ExtensionContext context) {
    own =
        context
            .getStore(NAMESPACE)
            .computeIfAbsent(this, _ -> ScratchDatabase.create(), ScratchDatabase.class);
  }

  public String url() {
    return own().url();
  }

  public String user() {
    return own().user();
  }

  public String password() {
    return own().password();
  }

  /// jOOQ on one connection of its own, to prepare and to look at what the code under test does.
  public DSLContext dsl() {
    return own().dsl();
  }

  private ScratchDatabase own() {
    if (own == null) {
      throw new IllegalStateException("TestDatabase belongs in a static field of the test class");
    }
    return own;
  }
}
