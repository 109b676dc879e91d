package io.hangtag.core;

import io.hangtag.db.TestDatabase;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A core over a database of its own for a test class, with a clock that the test moves.
///
/// ```java
/// @RegisterExtension static final TestCore test = new TestCore();
/// ```
public final class TestCore implements BeforeAllCallback, AfterAllCallback {
  private final TestDatabase database = new TestDatabase();
  private final HandClock clock = new HandClock();
  private @Nullable Core core;

  @Override
  public void beforeAll(ExtensionContext context) {
    database.beforeAll(context);
    core =
        Core.open(
            new CoreConfig.External(database.url(), database.user(), database.password()), clock);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    core().close();
  }

  public Core core() {
    if (core == null) {
      throw new IllegalStateException("TestCore belongs in a static field of the test class");
    }
    return core;
  }

  public HandClock clock() {
    return clock;
  }

  /// jOOQ on a connection that the core does not know, to prepare and to look at what it did.
  public DSLContext sql() {
    return database.dsl();
  }

  /// A new team with nothing in it.
  public SampleTeam team() {
    return SampleTeam.in(sql());
  }
}
