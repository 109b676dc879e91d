package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FigureKeeperTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final RunningBot bot = RunningBot.start(db);

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void the_bot_calculates_when_it_starts_and_tells_who_can_mend_it_if_that_fails() {
    RunningBot.Group group = bot.team("Hoodies");
    bot.settle();
    bot.stop();
    int _ = db.dsl().execute("delete from job_runs");
    int _ = db.dsl().execute("delete from attribution_states");
    int _ =
        db.dsl()
            .execute(
                "alter table attribution_states add constraint broken check (false) not valid");

    bot.startAgain();

    group.chat().await("the admins are told", it -> it.text().contains("could not be brought up"));
    assertThat(count("job_runs where error is not null")).isEqualTo(1);
    bot.stop();
    int _ = db.dsl().execute("alter table attribution_states drop constraint broken");
    int _ = db.dsl().execute("update job_runs set started_at = 'epoch', finished_at = 'epoch'");

    bot.startAgain();

    bot.world().await("the figures", _ -> count("attribution_states") == 1);
  }

  private static long count(String rows) {
    return db.dsl().fetchSingle("select count(*) from " + rows).get(0, Long.class);
  }
}
