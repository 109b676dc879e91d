package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.JOB_RUNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.AttributionJobs.Job;
import io.hangtag.core.attribution.JobOutcome.Done;
import io.hangtag.core.attribution.JobOutcome.Failed;
import io.hangtag.core.attribution.JobOutcome.NothingDue;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AttributionJobsTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final Instant POSTED = Instant.parse("2026-02-20T12:00:00Z");

  private final SampleTeam team = test.team();
  private final History history = new History(test.sql(), team);
  private final ProductId hoodie = team.product("Hoodie");
  private final MediaId photo = team.photo();
  private final AttributionJobs jobs = test.core().attributionJobs();

  @Test
  void runs_at_once_what_never_ran_and_then_once_a_night() {
    assertThat(jobs.runDue(team.id()))
        .isInstanceOfSatisfying(Done.class, AttributionJobsTest::isNightly);
    assertThat(jobs.runDue(team.id())).isEqualTo(new NothingDue());

    // Whatever the time is now, three o'clock at night is less than a day away.
    test.clock().pass(Duration.ofHours(24));

    assertThat(jobs.runDue(team.id()))
        .isInstanceOfSatisfying(Done.class, AttributionJobsTest::isNightly);
    assertThat(jobs.runDue(team.id())).isEqualTo(new NothingDue());
  }

  private static void isNightly(Done done) {
    assertThat(done.job()).isEqualTo(Job.NIGHTLY);
  }

  @Test
  void catches_up_with_what_changed() {
    JobOutcome _ = jobs.runDue(team.id());
    var _ = history.post(POSTED, photo);
    var _ = history.link(photo, hoodie);
    String _ = history.order(POSTED.plusSeconds(60), hoodie, 1_000);

    assertThat(jobs.runDue(team.id()))
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.job()).isEqualTo(Job.CHANGES);
              assertThat(done.result().credits()).isEqualTo(1);
            });
    assertThat(jobs.runDue(team.id())).isEqualTo(new NothingDue());
    assertThat(
            test.sql()
                .select(JOB_RUNS.JOB, JOB_RUNS.CREDITS)
                .from(JOB_RUNS)
                .where(JOB_RUNS.WORKSPACE_ID.eq(team.id().value()))
                .orderBy(JOB_RUNS.ID)
                .fetch(row -> row.value1() + " " + row.value2()))
        .containsExactly("nightly 0", "changes 1");
  }

  @Test
  void writes_down_what_fails_and_tries_again_later() {
    JobOutcome _ = jobs.runDue(team.id());
    var _ = history.post(POSTED, photo);
    var _ = history.link(photo, hoodie);
    String _ = history.order(POSTED.plusSeconds(60), hoodie, 1_000);
    int _ =
        test.sql().execute("alter table credit_days add constraint broken check (false) not valid");

    assertThat(jobs.runDue(team.id()))
        .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.again()).isFalse());
    assertThat(jobs.runDue(team.id())).isEqualTo(new NothingDue());
    test.clock().pass(Duration.ofMinutes(16));
    assertThat(jobs.runDue(team.id()))
        .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.again()).isTrue());
    int _ = test.sql().execute("alter table credit_days drop constraint broken");
    test.clock().pass(Duration.ofMinutes(16));
    assertThat(jobs.runDue(team.id())).isInstanceOf(Done.class);
    assertThat(test.sql().fetchCount(CREDIT_DAYS, CREDIT_DAYS.WORKSPACE_ID.eq(team.id().value())))
        .isEqualTo(1);
  }

  @Test
  void of_two_at_once_one_runs() throws Exception {
    List<JobOutcome> outcomes = Race.of(2, () -> jobs.runDue(team.id()));

    assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(NothingDue.class::isInstance).hasSize(1);
  }
}
