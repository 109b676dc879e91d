package io.hangtag.bot.cli;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.CalculateOutcome;
import io.hangtag.core.insight.CalculateOutcome.Calculated;
import io.hangtag.core.insight.Performance;
import io.hangtag.core.insight.ProductPeriod;
import io.hangtag.core.team.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hangtag performance calculate`.
@Command(
    name = "calculate",
    description =
        "Calculate what products did in each day, week or month, of all days or of the periods with"
            + " some days, and keep it.")
final class PerformanceCalculateCommand implements CoreCommand {
  @Mixin private TeamOption team;
  @Mixin private PeriodsOption periods;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    Performance performance = session.core().performance();
    Optional<ProductId> product = periods.product(session.core(), workspace);
    Optional<DayRange> days = periods.days(session, workspace);
    return switch (performance.calculate(workspace.id(), periods.type(), product, days)) {
      case Calculated done ->
          answer(
              done,
              new PerformanceTable(session.core(), workspace),
              performance.show(workspace.id(), periods.type(), product, done.days()));
      case CalculateOutcome.TooManyPeriods(DayRange range, int max) ->
          throw new RefusedException(
              "bad_range",
              "%s to %s are more than %,d %s periods; name days with --from and --to."
                  .formatted(range.from(), range.to(), max, periods.type().code()));
    };
  }

  private Answer answer(Calculated done, PerformanceTable table, List<ProductPeriod> rows) {
    List<ProductPeriod> calculated = done.days().isPresent() ? rows : List.of();
    String text =
        done.days()
            .map(
                range ->
                    "%s to %s, %s: %,d rows, %,d ms. 'hangtag performance show' prints them."
                        .formatted(
                            range.from(),
                            range.to(),
                            periods.type().code(),
                            done.rows(),
                            done.duration().toMillis()))
            .orElse("There are no posts and no orders.");
    return new Answer(
        new Done(
            done.days().map(range -> range.from().toString()).orElse(null),
            done.days().map(range -> range.to().toString()).orElse(null),
            done.rows(),
            done.duration().toMillis(),
            table.rows(calculated)),
        text);
  }

  /// @param from null: there are no posts and no orders
  private record Done(
      @Nullable String from,
      @Nullable String to,
      int rows,
      long durationMs,
      List<PerformanceTable.Row> performance) {}
}
