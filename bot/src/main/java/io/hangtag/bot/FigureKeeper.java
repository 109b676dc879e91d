package io.hangtag.bot;

import io.hangtag.bot.Mail.Address;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.SalesTexts;
import io.hangtag.core.Core;
import io.hangtag.core.attribution.AttributionJobs.Job;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.JobOutcome;
import io.hangtag.core.attribution.Recalculated;
import io.hangtag.core.insight.CalculateOutcome;
import io.hangtag.core.insight.PeriodType;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.Workspaces.Entry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the figures of all teams be calculated when that is due, and tells a team's admins if they
/// cannot be.
final class FigureKeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FigureKeeper.class);
  private static final Duration EVERY = Duration.ofMinutes(2);
  private static final int LATELY_DAYS = 100;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

  private final Core core;
  private final Mail mail;
  private final Bell said;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("figures").factory());

  private FigureKeeper(Core core, Mail mail, Bell said) {
    this.core = core;
    this.mail = mail;
    this.said = said;
  }

  /// Looks every two minutes what is due, the first time at once.
  ///
  /// @param said rung when there is something to send
  static FigureKeeper start(Core core, Mail mail, Bell said) {
    FigureKeeper keeper = new FigureKeeper(core, mail, said);
    var _ =
        keeper.thread.scheduleWithFixedDelay(
            keeper::runAll, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return keeper;
  }

  private void runAll() {
    try {
      for (Entry entry : core.workspaces().list()) {
        run(entry.workspace());
      }
    } catch (RuntimeException e) {
      log.warn("Figures were not brought up to date: {}", e.toString());
    }
  }

  private void run(Workspace workspace) {
    switch (core.attributionJobs().runDue(workspace.id())) {
      case JobOutcome.NothingDue() -> {}
      case JobOutcome.Done(var job, Recalculated result) -> {
        log.info(
            "workspace {}: {}, {} order lines, {} credits, {}",
            workspace.id(),
            job,
            result.orderLines(),
            result.credits(),
            result.duration());
        if (job == Job.NIGHTLY) {
          calculatePeriods(workspace);
        }
      }
      case JobOutcome.Failed(var job, RuntimeException error, boolean again) -> {
        log.error("workspace {}: {} failed", workspace.id(), job, error);
        if (!again) {
          tellAdmins(workspace);
        }
      }
    }
  }

  /// What products did lately, by day, week and month; before that the command line's
  /// `performance calculate`.
  private void calculatePeriods(Workspace workspace) {
    LocalDate today = core.attribution().today(workspace.id());
    for (PeriodType period : PeriodType.values()) {
      CalculateOutcome _ =
          core.performance()
              .calculate(
                  workspace.id(),
                  period,
                  Optional.empty(),
                  Optional.of(DayRange.last(LATELY_DAYS, today)));
    }
  }

  private void tellAdmins(Workspace workspace) {
    for (Chat chat : core.team().adminChatsOf(workspace.id())) {
      long _ =
          mail.answer(
              new Address(chat, 0, null),
              Reply.of(SalesTexts.notCalculated(workspace.name())),
              Optional.empty());
    }
    said.ring();
  }

  /// What is being calculated is broken off with the database's connections; it is due again after
  /// the next start.
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        log.info("Figures are left to the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
