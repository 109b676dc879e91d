package io.hangtag.bot.cli;

import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.UndoOutcome;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hangtag link undo`.
@Command(name = "undo", description = "Take back everything that was done to links at once.")
final class LinkUndoCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "BATCH", description = "The number that the answer to a change told.")
  private BatchId batch;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    return switch (session.core().linking().undo(Actor.commandLine(workspace.id()), batch)) {
      case UndoOutcome.Undone(int links, int kept) ->
          new Answer(
              new Undone(links),
              kept == 0
                  ? "Links undone: %d.".formatted(links)
                  : "Links undone: %d. Kept, because they were changed since: %d."
                      .formatted(links, kept));
      case UndoOutcome.NothingToUndo() ->
          new Answer(
              new Undone(0),
              "Nothing to undo: it was undone already, or everything in it was changed since.");
      case UndoOutcome.UnknownBatch(BatchId unknown) ->
          throw new RefusedException(
              "unknown_batch",
              "Workspace '%s' has no batch %s.".formatted(workspace.name(), unknown));
    };
  }

  private record Undone(int undone) {}
}
