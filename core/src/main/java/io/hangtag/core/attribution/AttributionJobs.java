package io.hangtag.core.attribution;

import io.hangtag.core.attribution.JobQueries.Run;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/// Keeps the figures up to date by itself: every night everything, between the nights what changed.
///
/// What is due follows from what ran before, so that after a stop nothing is missed; each run is
/// written down in the transaction of what it did. Safe for use by many threads and processes: one
/// of them runs, the others find nothing due.
public final class AttributionJobs {
  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);
  private static final int LONGEST_ERROR = 500;

  private final DSLContext db;
  private final Attribution attribution;
  private final InstantSource clock;

  public AttributionJobs(DSLContext db, Attribution attribution, InstantSource clock) {
    this.db = db;
    this.attribution = attribution;
    this.clock = clock;
  }

  /// What can run.
  public enum Job {
    /// Everything, once after three o'clock at night in the team's time zone.
    NIGHTLY,
    /// What has changed since the last time.
    CHANGES
  }

  /// Runs what is due for a team.
  public JobOutcome runDue(WorkspaceId workspace) {
    Instant now = clock.instant();
    Job job = nightlyIsDue(workspace, now) ? Job.NIGHTLY : Job.CHANGES;
    try {
      return db.transactionResult(() -> run(workspace, job, now));
    } catch (RuntimeException e) {
      JobQueries runs = new JobQueries(db, workspace);
      boolean again = runs.last(job).filter(run -> run.error() != null).isPresent();
      runs.insertFailed(job, now, later(now), firstLine(e));
      return new JobOutcome.Failed(job, e, again);
    }
  }

  private JobOutcome run(WorkspaceId workspace, Job job, Instant now) {
    JobQueries runs = new JobQueries(db, workspace);
    // Another one may have done it since it was found due.
    if (!runs.tryLock() || waitsAfterFailure(runs, job, now) || !isDue(workspace, job, now)) {
      return new JobOutcome.NothingDue();
    }
    Supplier<Recalculated> work =
        switch (job) {
          case NIGHTLY -> () -> attribution.recalculate(workspace);
          case CHANGES -> () -> attribution.refresh(workspace);
        };
    Recalculated result = work.get();
    runs.insertDone(job, now, later(now), result);
    return new JobOutcome.Done(job, result);
  }

  private Instant later(Instant began) {
    Instant now = clock.instant();
    return now.isBefore(began) ? began : now;
  }

  private boolean isDue(WorkspaceId workspace, Job job, Instant now) {
    return switch (job) {
      case NIGHTLY -> nightlyIsDue(workspace, now);
      case CHANGES -> attribution.isOutdated(workspace);
    };
  }

  private boolean nightlyIsDue(WorkspaceId workspace, Instant now) {
    Instant night = lastNight(now, attribution.settings(workspace).zone());
    Optional<Run> last = new JobQueries(db, workspace).last(Job.NIGHTLY);
    return last.map(run -> run.error() != null || run.started().isBefore(night)).orElse(true);
  }

  private static boolean waitsAfterFailure(JobQueries runs, Job job, Instant now) {
    return runs.last(job)
        .filter(run -> run.error() != null)
        .filter(run -> now.isBefore(run.finished().plus(AFTER_FAILURE)))
        .isPresent();
  }

  /// The newest three o'clock at night; where the clocks jump over it, when they do.
  private static Instant lastNight(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime today = here.toLocalDate().atTime(NIGHT).atZone(zone);
    return (today.isAfter(here)
            ? here.toLocalDate().minusDays(1).atTime(NIGHT).atZone(zone)
            : today)
        .toInstant();
  }

  private static String firstLine(RuntimeException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String named = e.getClass().getSimpleName() + ": " + line;
    return named.length() > LONGEST_ERROR ? named.substring(0, LONGEST_ERROR) : named;
  }
}
