package io.hangtag.bot.cli;

import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.RejectOutcome;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hangtag link reject`.
@Command(name = "reject", description = "Say that a suggested product is not there.")
final class LinkRejectCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "LINK_ID", description = "The number of the suggested link.")
  private LinkId id;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    RejectOutcome outcome =
        session.core().suggestedLinks().reject(Actor.commandLine(workspace.id()), id);
    return switch (outcome) {
      case RejectOutcome.Rejected(Link link, BatchId batch) ->
          LinkAnswer.of(
              "rejected",
              link,
              workspace,
              "Rejected %s. To take it back: hangtag link undo " + batch);
      case RejectOutcome.AlreadyRejected(Link link) ->
          LinkAnswer.of("already_rejected", link, workspace, "Rejected already: %s.");
      case RejectOutcome.Confirmed(Link link) ->
          throw new RefusedException(
              "confirmed_link",
              "Link %s is no suggestion (any more): 'hangtag link remove %s' removes it."
                  .formatted(link.id(), link.id()));
      case RejectOutcome.Removed(Link link) -> throw LinkAnswer.removed(link);
      case RejectOutcome.UnknownLink(LinkId unknown) ->
          throw LinkAnswer.unknown(workspace, unknown);
    };
  }
}
