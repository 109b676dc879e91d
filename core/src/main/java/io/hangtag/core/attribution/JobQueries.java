package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.JOB_RUNS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.attribution.AttributionJobs.Job;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What ran by itself for one team.
final class JobQueries {
  private final DSLContext db;
  private final WorkspaceId workspace;

  JobQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// Whether nobody else runs something for this team; then nobody does until the transaction ends.
  boolean tryLock() {
    return db.select(
            field(
                "pg_try_advisory_xact_lock(hashtextextended({0}, 0))",
                Boolean.class, val("jobs of workspace " + workspace)))
        .fetchSingle()
        .value1();
  }

  /// The newest run of a job; empty if it never ran.
  Optional<Run> last(Job job) {
    return db.select(JOB_RUNS.STARTED_AT, JOB_RUNS.FINISHED_AT, JOB_RUNS.ERROR)
        .from(JOB_RUNS)
        .where(JOB_RUNS.WORKSPACE_ID.eq(workspace.value()))
        .and(JOB_RUNS.JOB.eq(code(job)))
        .orderBy(JOB_RUNS.ID.desc())
        .limit(1)
        .fetchOptional(mapping(Run::new));
  }

  void insertDone(Job job, Instant started, Instant finished, Recalculated result) {
    db.insertInto(JOB_RUNS)
        .set(JOB_RUNS.WORKSPACE_ID, workspace.value())
        .set(JOB_RUNS.JOB, code(job))
        .set(JOB_RUNS.STARTED_AT, started)
        .set(JOB_RUNS.FINISHED_AT, finished)
        .set(JOB_RUNS.ORDER_LINES, result.orderLines())
        .set(JOB_RUNS.CREDITS, result.credits())
        .execute();
  }

  void insertFailed(Job job, Instant started, Instant finished, String error) {
    db.insertInto(JOB_RUNS)
        .set(JOB_RUNS.WORKSPACE_ID, workspace.value())
        .set(JOB_RUNS.JOB, code(job))
        .set(JOB_RUNS.STARTED_AT, started)
        .set(JOB_RUNS.FINISHED_AT, finished)
        .set(JOB_RUNS.ERROR, error)
        .execute();
  }

  private static String code(Job job) {
    return job.name().toLowerCase(Locale.ROOT);
  }

  /// @param error null: it was done
  record Run(Instant started, Instant finished, @Nullable String error) {}
}
