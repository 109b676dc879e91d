package io.hangtag.bot.cli;

import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.CreditedLine;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Recalculated;
import io.hangtag.core.attribution.WhyOutcome;
import io.hangtag.core.team.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag attribution ...`.
@Command(
    name = "attribution",
    description = "Calculate and explain what posts sold.",
    subcommands = {
      AttributionCommand.Recalculate.class,
      AttributionCommand.Credits.class,
      AttributionCommand.Why.class
    })
final class AttributionCommand {

  /// `hangtag attribution recalculate`.
  @Command(
      name = "recalculate",
      description = "Calculate the kept figures anew, of all orders or of those of some days.")
  static final class Recalculate implements CoreCommand {
    @Mixin private TeamOption team;

    @ArgGroup private @Nullable DaysOption days;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      Attribution attribution = session.core().attribution();
      Recalculated done =
          DaysOption.range(days, workspace, session.environment().clock())
              .map(range -> attribution.recalculate(workspace.id(), range))
              .orElseGet(() -> attribution.recalculate(workspace.id()));
      Done document =
          new Done(
              done.days().map(range -> range.from().toString()).orElse(null),
              done.days().map(range -> range.to().toString()).orElse(null),
              done.orderLines(),
              done.credits(),
              done.duration().toMillis());
      return new Answer(
          document,
          done.days()
              .map(
                  range ->
                      "%s to %s: %,d order lines, %,d credits, %,d ms"
                          .formatted(
                              range.from(),
                              range.to(),
                              done.orderLines(),
                              done.credits(),
                              document.durationMs()))
              .orElse("There are no orders."));
    }

    private record Done(
        @Nullable String from,
        @Nullable String to,
        long orderLines,
        long credits,
        long durationMs) {}
  }

  /// `hangtag attribution credits`.
  @Command(
      name = "credits",
      description = "List every order line of some days with what each post earned of it.")
  static final class Credits implements CoreCommand {
    @Mixin private TeamOption team;
    @Mixin private RulesOption rules;

    @ArgGroup(multiplicity = "1")
    private DaysOption days;

    @Option(
        names = "--csv",
        paramLabel = "FILE",
        description = "Write a table to this file instead, a row for each credit.")
    private @Nullable Path csv;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      Attribution attribution = session.core().attribution();
      DayRange range = days.chosen(workspace, session.environment().clock());
      List<CreditedLine> lines = new ArrayList<>();
      attribution.credits(
          workspace.id(),
          range,
          rules.over(attribution.settings(workspace.id()).rules()),
          lines::add);
      return csv == null
          ? CreditsAnswer.of(lines, workspace)
          : CreditsAnswer.written(lines, workspace, csv);
    }
  }

  /// `hangtag attribution why`.
  @Command(name = "why", description = "Explain one order: which posts earned it, and which not.")
  static final class Why implements CoreCommand {
    @Mixin private TeamOption team;
    @Mixin private RulesOption rules;

    @Parameters(paramLabel = "ORDER", description = "The order's name, with or without #, or id.")
    private String order;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      Attribution attribution = session.core().attribution();
      WhyOutcome outcome =
          attribution.why(
              workspace.id(), order, rules.over(attribution.settings(workspace.id()).rules()));
      return switch (outcome) {
        case WhyOutcome.Explained(var explanation) -> WhyAnswer.of(explanation);
        case WhyOutcome.UnknownOrder(String name) ->
            throw new RefusedException("unknown_order", "There is no order %s.".formatted(name));
        case WhyOutcome.AmbiguousOrder(String name, List<String> ids) ->
            throw new RefusedException(
                "ambiguous_order",
                "Several orders are named %s; say one by its id: %s."
                    .formatted(name, String.join(", ", ids)));
      };
    }
  }
}
