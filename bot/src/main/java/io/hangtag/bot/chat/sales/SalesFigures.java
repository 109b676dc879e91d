package io.hangtag.bot.chat.sales;

import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.DayFigures;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Question;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.SoldProducts;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.Insights;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.core.team.Workspaces;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The figures that answers about sales are made of, by the team's own rules.
public final class SalesFigures {
  private static final int USUAL_DAYS = 30;

  private final Attribution attribution;
  private final Insights insights;
  private final Workspaces workspaces;

  public SalesFigures(Attribution attribution, Insights insights, Workspaces workspaces) {
    this.attribution = attribution;
    this.insights = insights;
    this.workspaces = workspaces;
  }

  LocalDate today(WorkspaceId workspace) {
    return attribution.today(workspace);
  }

  /// The days meant where nobody says which.
  DayRange usualDays(WorkspaceId workspace) {
    return DayRange.last(USUAL_DAYS, today(workspace));
  }

  Report ofTeam(WorkspaceId workspace, DayRange days) {
    return attribution.report(workspace, Question.about(days));
  }

  /// The share of a report's orders that would come after posts even if posts changed nothing; 0 to
  /// 1, empty without orders.
  Optional<Double> byChance(WorkspaceId workspace, Report report) {
    Duration window = Duration.ofHours(report.settings().rules().window().hours());
    return workspaces
        .find(workspace)
        .flatMap(
            team ->
                report
                    .days()
                    .flatMap(
                        days -> insights.chanceCoverage(team, days.from(), days.to(), window)));
  }

  Report ofProduct(WorkspaceId workspace, ProductId product) {
    return attribution.report(
        workspace,
        new Question(
            Optional.of(usualDays(workspace)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(product)));
  }

  SoldProducts brief(WorkspaceId workspace, ProductId product) {
    return attribution.sold(workspace, List.of(product), usualDays(workspace));
  }

  /// One of each item, of all there is.
  List<Report> ofMedia(WorkspaceId workspace, List<MediaId> items) {
    return items.stream()
        .map(
            item ->
                attribution.report(
                    workspace,
                    new Question(
                        Optional.empty(), Optional.empty(), Optional.of(item), Optional.empty())))
        .toList();
  }

  /// What the items together earned day by day.
  List<DayFigures> days(WorkspaceId workspace, List<MediaId> items) {
    return attribution.days(workspace, items);
  }
}
