package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.PeriodType;
import io.hangtag.core.team.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Which periods of which products a command is about.
final class PeriodsOption {
  @Option(
      names = "--period",
      paramLabel = "P",
      description = "daily, weekly or monthly; weekly if not given.")
  private PeriodType type = PeriodType.WEEKLY;

  @ArgGroup(exclusive = false)
  private @Nullable ProductOption product;

  @ArgGroup private @Nullable DaysOption days;

  PeriodType type() {
    return type;
  }

  /// Empty: all products.
  Optional<ProductId> product(Core core, Workspace workspace) {
    return Optional.ofNullable(product).map(it -> it.reference().in(core, workspace).id());
  }

  /// Empty: all there are.
  Optional<DayRange> days(Session session, Workspace workspace) {
    return DaysOption.range(days, workspace, session.environment().clock());
  }
}
