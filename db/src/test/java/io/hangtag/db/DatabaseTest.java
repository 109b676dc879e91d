package io.hangtag.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Database database = Database.open(db.url(), db.user(), db.password());
  private final DSLContext dsl = database.dsl();

  @BeforeEach
  void make_a_table() {
    db.dsl().execute("create table notes (note text unique deferrable initially deferred)");
  }

  @AfterEach
  void close() {
    database.close();
    db.dsl().execute("drop table notes");
  }

  @Test
  void keeps_what_a_transaction_did() {
    int result =
        dsl.transactionResult(
            () -> {
              note("kept");
              return 7;
            });

    assertThat(result).isEqualTo(7);
    assertThat(notes()).containsExactly("kept");
  }

  @Test
  void shows_what_a_transaction_does_to_nobody_else_before_its_end() {
    dsl.transaction(
        () -> {
          note("not yet");

          assertThat(dsl.fetchCount(DSL.table("notes"))).isEqualTo(1);
          assertThat(notes()).isEmpty();
        });
  }

  @Test
  void drops_what_an_inner_transaction_did_with_the_outer_one() {
    assertThatThrownBy(
            () ->
                dsl.transaction(
                    () -> {
                      dsl.transaction(() -> note("inside"));
                      throw new IllegalStateException("too late");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("too late")
        .hasNoSuppressedExceptions();

    assertThat(notes()).isEmpty();
  }

  @Test
  void drops_what_a_failed_inner_transaction_did_and_goes_on() {
    dsl.transaction(
        () -> {
          note("before");
          assertThatThrownBy(() -> dsl.transaction(() -> dsl.execute("select 1 / 0")))
              .isInstanceOf(DataAccessException.class);
          note("after");
        });

    assertThat(notes()).containsExactly("after", "before");
  }

  @Test
  void refuses_a_transaction_inside_another_that_would_not_join_it() {
    assertThatThrownBy(
            () ->
                dsl.transaction(
                    () -> {
                      note("before");
                      dsl.transaction(configuration -> note("not joined"));
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transactionResult(() -> ...)");

    dsl.transaction(configuration -> note("alone"));

    assertThat(notes()).containsExactly("alone");
  }

  @Test
  void goes_on_after_the_server_ended_the_connection() {
    assertThatThrownBy(
            () ->
                dsl.transaction(
                    () -> {
                      Object backend = dsl.fetchValue("select pg_backend_pid()");
                      db.dsl().execute("select pg_terminate_backend(?)", backend);
                      dsl.transaction(() -> note("lost"));
                    }))
        .isInstanceOf(DataAccessException.class);

    dsl.transaction(() -> dsl.transaction(() -> note("again")));

    assertThat(notes()).containsExactly("again");
  }

  @Test
  void drops_what_a_transaction_did_that_ran_out_of_stack() {
    assertThatThrownBy(
            () ->
                dsl.transaction(
                    () -> {
                      note("deep");
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertThat(notes()).isEmpty();
    assertThat(dsl.fetchValue("select 1")).isEqualTo(1);
  }

  @Test
  void goes_on_after_a_commit_that_was_refused() {
    assertThatThrownBy(
            () ->
                dsl.transaction(
                    () -> {
                      note("twice");
                      note("twice");
                    }))
        .isInstanceOf(DataAccessException.class);

    dsl.transaction(() -> note("once"));

    assertThat(notes()).containsExactly("once");
  }

  @Test
  void gives_every_connection_back() {
    for (int i : IntStream.range(0, 30).toArray()) {
      dsl.transaction(() -> dsl.transaction(() -> note("note " + i)));
      assertThatThrownBy(() -> dsl.transaction(() -> dsl.execute("select 1 / 0")))
          .hasMessageContaining("division by zero");
    }

    assertThat(notes()).hasSize(30);
  }

  @Test
  void joins_no_transaction_of_another_thread() throws Exception {
    try (ExecutorService another = Executors.newSingleThreadExecutor()) {
      assertThatThrownBy(
              () ->
                  dsl.transaction(
                      () -> {
                        note("mine");
                        another.submit(() -> note("theirs")).get();
                        throw new ExecutionException("end", null);
                      }))
          .hasRootCauseMessage("end");
    }

    assertThat(notes()).containsExactly("theirs");
  }

  private void note(String text) {
    dsl.execute("insert into notes values (?)", text);
  }

  private static List<String> notes() {
    return db.dsl().fetch("select note from notes order by note").into(String.class);
  }
}
