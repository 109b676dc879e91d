package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.insight.InsightReport;
import io.hangtag.core.team.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hangtag performance insights`.
@Command(
    name = "insights",
    description = "Tell what posts and orders say: does posting sell, when, how often, for what?")
final class PerformanceInsightsCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @ArgGroup(exclusive = false)
  private @Nullable ProductOption product;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    if (product == null) {
      InsightReport report = core.insights().of(workspace);
      return new Answer(InsightDocument.of(report, null), InsightTables.text(report));
    }
    Product about = product.reference().in(core, workspace);
    InsightReport report = core.insights().about(about.id(), workspace);
    return new Answer(InsightDocument.of(report, about), InsightTables.text(report));
  }
}
