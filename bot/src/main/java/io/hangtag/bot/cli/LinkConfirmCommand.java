package io.hangtag.bot.cli;

import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.EditOutcome;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag link confirm`.
@Command(name = "confirm", description = "Say that a suggested product is there.")
final class LinkConfirmCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "LINK_ID", description = "The number of the suggested link.")
  private LinkId id;

  @Option(
      names = "--type",
      paramLabel = "T",
      converter = ArgumentTypes.GivenType.class,
      description = "featured (if not given), mentioned or background.")
  private LinkType type = LinkType.FEATURED;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    EditOutcome outcome =
        session.core().linking().confirm(Actor.commandLine(workspace.id()), id, type);
    return switch (outcome) {
      case EditOutcome.Changed(Link link, BatchId batch) ->
          LinkAnswer.of(
              "confirmed",
              link,
              workspace,
              "Confirmed %s. To take it back: hangtag link undo " + batch);
      case EditOutcome.Unchanged(Link link) ->
          LinkAnswer.of("already_confirmed", link, workspace, "Confirmed already: %s.");
      case EditOutcome.Removed(Link link) -> throw LinkAnswer.removed(link);
      case EditOutcome.UnknownLink(LinkId unknown) -> throw LinkAnswer.unknown(workspace, unknown);
    };
  }
}
