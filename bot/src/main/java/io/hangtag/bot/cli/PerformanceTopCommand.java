package io.hangtag.bot.cli;

import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.Ranking;
import io.hangtag.core.insight.RankingPeriod;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hangtag performance top ...`.
@Command(
    name = "top",
    description = "Rank products or media.",
    subcommands = {PerformanceTopCommand.Products.class, PerformanceTopCommand.Media.class})
final class PerformanceTopCommand {
  private static final String METRICS =
      "attributed_revenue, attributed_orders, revenue_per_post, attribution_rate,"
          + " engagement_to_sale_rate, total_revenue, reach or score; ";

  private static final String SCORE =
      "score = 100 * p / (p + a), where a is what a post of them all earned on average, and p what"
          + " the n posts of this one did, pooled: (n * mean + k * a) / (n + k). k is the variance"
          + " that luck gives to single posts, divided by the variance between the means beyond that"
          + " (docs/performance.md). 50: like the average.";

  /// `hangtag performance top products`.
  @Command(
      name = "products",
      description = "Rank products, by what was ordered in the period.",
      footer = {"", SCORE})
  static final class Products implements CoreCommand {
    @Mixin private TeamOption team;
    @Mixin private Listed listed;

    @Option(
        names = "--metric",
        paramLabel = "M",
        description = METRICS + "revenue_per_post if not given.")
    private Metric metric = Metric.REVENUE_PER_POST;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      Ranking ranking =
          session.core().rankings().products(workspace.id(), metric, listed.period, listed.limit);
      return new RankingAnswer(metric, workspace, "orders of").of(ranking);
    }
  }

  /// `hangtag performance top media`.
  @Command(
      name = "media",
      description = "Rank photos and videos, by what their posts of the period earned.",
      footer = {"", SCORE})
  static final class Media implements CoreCommand {
    @Mixin private TeamOption team;
    @Mixin private Listed listed;

    @Option(
        names = "--metric",
        paramLabel = "M",
        description = METRICS + "attributed_revenue if not given.")
    private Metric metric = Metric.ATTRIBUTED_REVENUE;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      Ranking ranking =
          session.core().rankings().media(workspace.id(), metric, listed.period, listed.limit);
      return new RankingAnswer(metric, workspace, "posts of").of(ranking);
    }
  }

  /// Of which days, and how many.
  static final class Listed {
    @Option(
        names = "--period",
        paramLabel = "P",
        description =
            "last_7_days, last_30_days, last_90_days, this_month or last_month; last_30_days if not"
                + " given.")
    private RankingPeriod period = RankingPeriod.LAST_30_DAYS;

    @Option(
        names = "--limit",
        paramLabel = "N",
        converter = ArgumentTypes.Limit.class,
        description = "How many at most; ${DEFAULT-VALUE} if not given.")
    private int limit = 10;
  }
}
