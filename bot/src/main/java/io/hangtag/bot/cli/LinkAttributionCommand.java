package io.hangtag.bot.cli;

import io.hangtag.bot.cli.AttributionDocument.MediaDocument;
import io.hangtag.core.Core;
import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.Dating;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.Question;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.Workspace;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hangtag link attribution`.
@Command(name = "attribution", description = "Tell what posts sold.")
final class LinkAttributionCommand implements CoreCommand {
  private static final int USUAL_DAYS = 30;

  @Mixin private TeamOption team;
  @Mixin private RulesOption rules;

  @Option(
      names = "--by",
      paramLabel = "order-date|event-date",
      description = "On which day money given back counts: its order's (if not said), or its own.")
  private Dating dating = Dating.ORDER_DATE;

  @ArgGroup private @Nullable DaysOption days;

  @ArgGroup private @Nullable About about;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    Attribution attribution = core.attribution();
    Optional<MediaId> media =
        Optional.ofNullable(about)
            .flatMap(it -> Optional.ofNullable(it.media))
            .map(id -> MediaCommand.required(core, workspace, id).id());
    Optional<DayRange> range = DaysOption.range(days, workspace, session.environment().clock());
    if (range.isEmpty() && media.isEmpty()) {
      range = Optional.of(DayRange.last(USUAL_DAYS, attribution.today(workspace.id())));
    }
    Question question =
        new Question(
            range,
            rules.over(attribution.settings(workspace.id()).rules()),
            media,
            Optional.ofNullable(about)
                .flatMap(it -> Optional.ofNullable(it.product))
                .map(product -> product.reference().in(core, workspace).id()),
            dating);
    Report report = attribution.report(workspace.id(), question);
    return media
        .map(id -> ofMedia(id, report))
        .orElseGet(
            () -> {
              Optional<Double> chance = chanceCoverage(core, workspace, report);
              return new Answer(
                  AttributionDocument.of(report, chance), AttributionText.of(report, chance));
            });
  }

  /// Over all products: of a single one it would be compared with the wrong share.
  private Optional<Double> chanceCoverage(Core core, Workspace workspace, Report report) {
    if (about != null) {
      return Optional.empty();
    }
    return report
        .days()
        .flatMap(
            days ->
                core.insights()
                    .chanceCoverage(
                        workspace,
                        days.from(),
                        days.to(),
                        Duration.ofHours(report.settings().rules().window().hours())));
  }

  private static Answer ofMedia(MediaId media, Report report) {
    MediaFigures figures =
        report.media().stream()
            .findFirst()
            .orElse(new MediaFigures(media, 0, 0, 0, new Money(0, report.settings().currency())));
    String text =
        figures.posts() == 0 && report.media().isEmpty()
            ? "Media %d: no posts recorded; 'hangtag import posts FILE' brings them in."
                .formatted(media.value())
            : AttributionText.ofMedia(report);
    return new Answer(MediaDocument.of(figures, report), text);
  }

  /// One or the other.
  private static final class About {
    @Option(
        names = "--media",
        required = true,
        paramLabel = "ID",
        description = "Only what this photo or video sold; without days all there is.")
    private @Nullable MediaId media;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable ProductOption product;
  }
}
