package io.hangtag.core.attribution;

import io.hangtag.core.attribution.ChangeQueries.Changed;
import io.hangtag.core.attribution.ChangeQueries.State;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Stretches.Sources;
import io.hangtag.core.attribution.WhyQueries.Found;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/// Says which post earned which part of an order, and keeps the figures that follow.
///
/// Kept are only sums by day. Whatever is asked of single lines, or by other rules than the team's
/// own, is calculated when it is asked. Safe for use by many threads and processes: of one team's
/// calculations one runs at a time.
public final class Attribution {
  private final DSLContext db;
  private final InstantSource clock;

  public Attribution(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// How the team counts.
  ///
  /// @throws IllegalArgumentException if there is no such team
  public Settings settings(WorkspaceId workspace) {
    return new ChangeQueries(db, workspace)
        .settings()
        .orElseThrow(() -> new IllegalArgumentException("no workspace " + workspace));
  }

  /// The day it is in the team's time zone.
  public LocalDate today(WorkspaceId workspace) {
    return clock.instant().atZone(settings(workspace).zone()).toLocalDate();
  }

  /// Brings the kept figures up to date with what has changed since they were calculated.
  public Recalculated refresh(WorkspaceId workspace) {
    return calculating(
        workspace,
        (changes, upkeep) -> {
          List<Changed> changed = changes.take();
          boolean hybrid = settings(workspace).rules().model() == AttributionModel.HYBRID;
          if (hybrid && !changed.isEmpty()) {
            // An order's proof may come by another of its products.
            Optional<DayRange> _ = upkeep.all();
          } else {
            upkeep.changed(changed);
          }
          return Optional.empty();
        });
  }

  /// Calculates everything anew.
  public Recalculated recalculate(WorkspaceId workspace) {
    return calculating(
        workspace,
        (changes, upkeep) -> {
          List<Changed> _ = changes.take();
          return upkeep.all();
        });
  }

  /// Calculates the orders of these days anew.
  public Recalculated recalculate(WorkspaceId workspace, DayRange days) {
    return calculating(
        workspace,
        (_, upkeep) -> {
          upkeep.range(days);
          return Optional.of(days);
        });
  }

  /// Whether something has changed that the kept figures do not say yet.
  public boolean isOutdated(WorkspaceId workspace) {
    ChangeQueries changes = new ChangeQueries(db, workspace);
    return changes.any() || !follows(changes, settings(workspace));
  }

  private static boolean follows(ChangeQueries changes, Settings settings) {
    return changes.state().map(State::rules).filter(settings.name()::equals).isPresent();
  }

  private Recalculated calculating(WorkspaceId workspace, Work work) {
    Instant began = clock.instant();
    return db.transactionResult(
        () -> {
          ChangeQueries changes = new ChangeQueries(db, workspace);
          changes.lock();
          Settings settings = settings(workspace);
          Upkeep upkeep =
              new Upkeep(
                  settings,
                  stretches(workspace, settings, Dating.ORDER_DATE),
                  new CreditDayQueries(db, workspace));
          Work due =
              follows(changes, settings)
                  ? work
                  : (first, all) -> {
                    List<Changed> _ = first.take();
                    return all.all();
                  };
          Optional<DayRange> days = due.run(changes, upkeep);
          changes.save(settings, began);
          return new Recalculated(
              days,
              upkeep.orderLines(),
              upkeep.credits(),
              Duration.between(began, clock.instant()));
        });
  }

  /// What posts sold. Of media that are asked for alone only their own figures are given.
  public Report report(WorkspaceId workspace, Question question) {
    return db.transactionResult(() -> reporting(workspace).report(question));
  }

  /// What media sold by posts of this span, each until its window was over, by the team's own
  /// rules; the highest revenue first.
  public List<MediaFigures> media(WorkspaceId workspace, PostSpan posts) {
    return db.transactionResult(() -> reporting(workspace).media(posts));
  }

  /// What these media together earned day by day, of what the products that they show sold: from
  /// their first post until nothing more can be credited to the last one, or for as long as orders
  /// are known; empty if they were never posted.
  public List<DayFigures> days(WorkspaceId workspace, Collection<MediaId> media) {
    return db.transactionResult(() -> reporting(workspace).days(media, clock.instant()));
  }

  /// What each of these products sold in these days.
  public SoldProducts sold(WorkspaceId workspace, Collection<ProductId> products, DayRange days) {
    return db.transactionResult(() -> reporting(workspace).sold(products, days));
  }

  private Reporting reporting(WorkspaceId workspace) {
    return new Reporting(
        settings(workspace),
        new ReportQueries(db, workspace),
        new SpendQueries(db, workspace),
        (by, dating) -> stretches(workspace, by, dating));
  }

  /// Gives every order line of these days with its credits to `lines`, by time, order and position.
  ///
  /// @param rules empty: the team's own
  public void credits(
      WorkspaceId workspace, DayRange days, Optional<Rules> rules, Consumer<CreditedLine> lines) {
    Settings settings = settings(workspace).with(rules);
    NameQueries names = new NameQueries(db, workspace);
    db.transaction(
        () ->
            stretches(workspace, settings, Dating.ORDER_DATE)
                .each(
                    days,
                    Set.of(),
                    (_, stretch) -> new CreditList(stretch).lines(names).forEach(lines)));
  }

  /// Why an order was credited as it was.
  ///
  /// @param order its name, with or without `#`, or the shop's id
  /// @param rules empty: the team's own
  public WhyOutcome why(WorkspaceId workspace, String order, Optional<Rules> rules) {
    return db.transactionResult(
        () -> {
          WhyQueries why = new WhyQueries(db, workspace);
          List<Found> found = why.orders(order);
          return switch (found.size()) {
            case 0 -> new WhyOutcome.UnknownOrder(order);
            case 1 -> {
              Settings settings = settings(workspace).with(rules);
              yield new WhyOutcome.Explained(
                  new Explaining(
                          settings,
                          stretches(workspace, settings, Dating.ORDER_DATE),
                          new NameQueries(db, workspace),
                          why)
                      .explain(found.getFirst()));
            }
            default ->
                new WhyOutcome.AmbiguousOrder(
                    order,
                    found.stream()
                        .map(it -> Objects.requireNonNullElse(it.externalId(), it.name()))
                        .toList());
          };
        });
  }

  private Stretches stretches(WorkspaceId workspace, Settings settings, Dating dating) {
    return new Stretches(
        new Sources(
            new LineQueries(db, workspace, settings),
            new TouchQueries(db, workspace),
            new ProofQueries(db, workspace),
            new LedgerQueries(db, workspace)),
        settings,
        dating);
  }

  private interface Work {
    Optional<DayRange> run(ChangeQueries changes, Upkeep upkeep);
  }
}
