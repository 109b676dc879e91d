package io.hangtag.bot.cli;

import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.UnlinkOutcome;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag link remove`.
@Command(name = "remove", description = "Remove a link that was wrong, or is over.")
final class LinkRemoveCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "LINK_ID", description = "The number of the link.")
  private LinkId id;

  @Option(
      names = "--ended",
      description = "It was right until now: what it earned stays. Otherwise it never was.")
  private boolean ended;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    UnlinkReason reason = ended ? UnlinkReason.ENDED : UnlinkReason.WRONG;
    UnlinkOutcome outcome =
        session.core().linking().unlink(Actor.commandLine(workspace.id()), id, reason);
    return switch (outcome) {
      case UnlinkOutcome.Unlinked(Link link, BatchId batch) ->
          new Answer(
              new Outcome("unlinked", LinkDocument.of(link, workspace)),
              "Removed link %s: %s in media %s, %s. To take it back: hangtag link undo %s"
                  .formatted(
                      link.id(),
                      Table.text(link.product().title()),
                      link.media(),
                      reason.code(),
                      batch));
      case UnlinkOutcome.AlreadyUnlinked(Link link) ->
          new Answer(
              new Outcome("already_unlinked", LinkDocument.of(link, workspace)),
              "Link %s was removed already.".formatted(link.id()));
      case UnlinkOutcome.NotBegun(Link link) ->
          throw new RefusedException(
              "not_begun",
              "Link %s counts only from a later time on, so it was not right until now: remove it without --ended."
                  .formatted(link.id()));
      case UnlinkOutcome.UnknownLink(LinkId unknown) ->
          throw LinkAnswer.unknown(workspace, unknown);
    };
  }

  private record Outcome(String outcome, LinkDocument link) {}
}
