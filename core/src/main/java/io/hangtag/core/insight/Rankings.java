package io.hangtag.core.insight;

import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.PostSpan;
import io.hangtag.core.attribution.Recalculated;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Settings;
import io.hangtag.core.insight.RankingQueries.Showing;
import io.hangtag.core.insight.RankingQueries.Sold;
import io.hangtag.core.insight.Standing.Figures;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Ranks products and media by what they did.
///
/// Products go by the day of the order, media by the day of the post; scores by the day of the
/// post. Posts whose window is not over, and what they earned so far, are left out. Safe for use by
/// many threads and processes.
public final class Rankings {
  private final DSLContext db;
  private final Attribution attribution;
  private final InstantSource clock;

  public Rankings(DSLContext db, Attribution attribution, InstantSource clock) {
    this.db = db;
    this.attribution = attribution;
    this.clock = clock;
  }

  /// The best products; those that the metric says nothing about are not listed.
  ///
  /// @param limit at least 1
  public Ranking products(WorkspaceId workspace, Metric metric, RankingPeriod period, int limit) {
    return ranking(workspace, metric, period, limit, Rankings::products);
  }

  /// The best media; those that the metric says nothing about are not listed.
  ///
  /// @param limit at least 1
  public Ranking media(WorkspaceId workspace, Metric metric, RankingPeriod period, int limit) {
    return ranking(
        workspace, metric, period, limit, (queries, scope) -> media(queries, scope, metric));
  }

  private Ranking ranking(
      WorkspaceId workspace,
      Metric metric,
      RankingPeriod period,
      int limit,
      Candidates candidates) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, not " + limit);
    }
    return db.transactionResult(
        () -> {
          Recalculated _ = attribution.refresh(workspace);
          Settings settings = attribution.settings(workspace);
          LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
          RankingQueries queries = new RankingQueries(db, workspace, settings.currency());
          Optional<Instant> newest = queries.newestOrder();
          Scope scope = Scope.of(workspace, settings, period.days(today), newest);
          return new Ranking(
              scope.days(),
              settings.currency(),
              top(candidates.of(queries, scope), metric, limit),
              queries.maturing(scope),
              queries.otherCurrencies(scope),
              newest);
        });
  }

  private static List<Standing> top(List<Candidate> candidates, Metric metric, int limit) {
    List<Valued> best =
        candidates.stream()
            .flatMap(it -> metric.value(it.figures()).map(value -> new Valued(it, value)).stream())
            .sorted(
                Comparator.comparing(Valued::value)
                    .reversed()
                    .thenComparingLong(it -> it.candidate().id()))
            .limit(limit)
            .toList();
    List<Standing> standings = new ArrayList<>();
    for (Valued it : best) {
      boolean same = !standings.isEmpty() && standings.getLast().value().compareTo(it.value()) == 0;
      standings.add(
          new Standing(
              same ? standings.getLast().rank() : standings.size() + 1,
              it.candidate().id(),
              it.candidate().title(),
              it.value(),
              it.candidate().figures()));
    }
    return standings;
  }

  private static List<Candidate> products(RankingQueries queries, Scope scope) {
    Map<Long, BigDecimal> scores = Score.scores(queries.earningsOfProducts(scope));
    return queries.products(scope).stream()
        .map(
            it ->
                new Candidate(
                    it.shown().id(),
                    it.shown().title(),
                    figures(it.shown(), it.attributed(), it.total(), scores, scope)))
        .toList();
  }

  private List<Candidate> media(RankingQueries queries, Scope scope, Metric metric) {
    Map<Long, BigDecimal> scores = Score.scores(queries.earningsOfMedia(scope));
    Map<Long, Sold> totals = metric.needsTotals() ? queries.totalsOfMedia(scope) : Map.of();
    Map<Long, Showing> shown = queries.media(scope);
    List<Candidate> candidates = new ArrayList<>();
    for (MediaFigures of : attribution.media(scope.workspace(), scope.posts())) {
      Showing showing = shown.get(of.media().value());
      if (showing != null) {
        Sold attributed = new Sold(of.orders(), of.revenue().minor());
        Sold total = metric.needsTotals() ? totals.getOrDefault(showing.id(), Sold.NOTHING) : null;
        candidates.add(
            new Candidate(
                showing.id(), showing.title(), figures(showing, attributed, total, scores, scope)));
      }
    }
    return candidates;
  }

  private static Figures figures(
      Showing shown,
      Sold attributed,
      @Nullable Sold total,
      Map<Long, BigDecimal> scores,
      Scope scope) {
    return new Figures(
        shown.posts(),
        attributed.orders(),
        scope.money(attributed.minor()),
        total == null ? null : total.orders(),
        total == null ? null : scope.money(total.minor()),
        shown.reach(),
        shown.engagement(),
        scores.get(shown.id()));
  }

  private interface Candidates {
    List<Candidate> of(RankingQueries queries, Scope scope);
  }

  private record Candidate(long id, String title, Figures figures) {}

  private record Valued(Candidate candidate, BigDecimal value) {}

  /// What a ranking is about.
  ///
  /// @param posts of these days that are mature; none if it ends where it begins
  /// @param end of the days
  /// @param lastEarned when nothing more is credited to these posts
  record Scope(
      WorkspaceId workspace,
      Settings settings,
      DayRange days,
      PostSpan posts,
      Instant end,
      Instant lastEarned) {
    static Scope of(
        WorkspaceId workspace, Settings settings, DayRange days, Optional<Instant> newestOrder) {
      Duration window = Duration.ofHours(settings.rules().window().hours());
      Instant start = days.start(settings.zone());
      Instant end = days.end(settings.zone());
      Instant young =
          newestOrder.map(at -> at.minus(window).plus(1, ChronoUnit.MICROS)).orElse(start);
      Instant mature = young.isBefore(start) ? start : young.isAfter(end) ? end : young;
      LocalDate lastDay = mature.plus(window).atZone(settings.zone()).toLocalDate();
      return new Scope(
          workspace,
          settings,
          days,
          new PostSpan(start, mature),
          end,
          lastDay.plusDays(1).atStartOfDay(settings.zone()).toInstant());
    }

    Money money(long minor) {
      return new Money(minor, settings.currency());
    }
  }
}
