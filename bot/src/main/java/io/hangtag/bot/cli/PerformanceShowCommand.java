package io.hangtag.bot.cli;

import io.hangtag.core.insight.ProductPeriod;
import io.hangtag.core.team.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hangtag performance show`.
@Command(
    name = "show",
    description = "Print what products did in each day, week or month, as it was last calculated.")
final class PerformanceShowCommand implements CoreCommand {
  @Mixin private TeamOption team;
  @Mixin private PeriodsOption periods;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write a table to this file instead.")
  private @Nullable Path csv;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    List<ProductPeriod> rows =
        session
            .core()
            .performance()
            .show(
                workspace.id(),
                periods.type(),
                periods.product(session.core(), workspace),
                periods.days(session, workspace));
    PerformanceTable table = new PerformanceTable(session.core(), workspace);
    return csv == null ? table.answer(rows) : table.written(rows, csv);
  }
}
