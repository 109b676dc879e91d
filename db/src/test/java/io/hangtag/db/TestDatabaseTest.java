package io.hangtag.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TestDatabaseTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();
  @RegisterExtension static final TestDatabase other = new TestDatabase();

  @Test
  void has_all_migrations() {
    int failed = db.dsl().fetchCount(table("flyway_schema_history"), DSL.condition("not success"));

    assertThat(db.dsl().fetchCount(table("flyway_schema_history"))).isPositive();
    assertThat(failed).isZero();
  }

  @Test
  void is_not_the_database_of_anybody_else() {
    db.dsl().execute("create table mine ()");

    assertThat(other.url()).isNotEqualTo(db.url());
    assertThat(db.dsl().fetchValue("select to_regclass('mine') is null")).isEqualTo(false);
    assertThat(other.dsl().fetchValue("select to_regclass('mine') is null")).isEqualTo(true);
  }

  @Test
  void can_be_opened_as_the_program_opens_it() {
    try (Database database = Database.open(db.url(), db.user(), db.password())) {
      assertThat(database.dsl().fetchValue("select current_database()"))
          .isEqualTo(db.dsl().fetchValue("select current_database()"));
    }
  }

  @Nested
  final class InANestedClass {
    private final String urlOfThisClass = db.url();

    @Test
    void is_that_of_the_outer_class() {
      assertThat(db.dsl().fetchValue("select current_database()"))
          .isEqualTo(urlOfThisClass.substring(urlOfThisClass.lastIndexOf('/') + 1));
    }
  }
}
