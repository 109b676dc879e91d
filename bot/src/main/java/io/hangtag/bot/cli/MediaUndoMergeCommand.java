package io.hangtag.bot.cli;

import io.hangtag.bot.cli.MediaCommand.MediaDocument;
import io.hangtag.core.Core;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.merging.MergeId;
import io.hangtag.core.merging.UndoMergeOutcome;
import io.hangtag.core.merging.UndoMergeOutcome.Undone;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hangtag media undo-merge`.
@Command(name = "undo-merge", description = "Make two again of photos or videos that were merged.")
final class MediaUndoMergeCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "MERGE", description = "The number that the answer to merging told.")
  private MergeId merge;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    return switch (core.mediaMerging().undo(Actor.commandLine(workspace.id()), merge)) {
      case Undone undone ->
          new Answer(
              new Outcome(
                  "undone",
                  document(core, workspace, undone.kept()),
                  document(core, workspace, undone.merged()),
                  undone.links(),
                  undone.posts(),
                  undone.left()),
              text(undone));
      case UndoMergeOutcome.AlreadyUndone(MediaId kept, MediaId merged) ->
          new Answer(
              new Outcome(
                  "already_undone",
                  document(core, workspace, kept),
                  document(core, workspace, merged),
                  0,
                  0,
                  0),
              "Merge %s was undone already.".formatted(merge));
      case UndoMergeOutcome.KeptWasMerged(MediaId kept, MergeId since) ->
          throw new RefusedException(
              "merged_since",
              "Media %s was merged itself since: undo that first, with hangtag media undo-merge %s."
                  .formatted(kept, since));
      case UndoMergeOutcome.UnknownMerge(MergeId unknown) ->
          throw new RefusedException(
              "unknown_merge",
              "Workspace '%s' has no merge %s.".formatted(workspace.name(), unknown));
    };
  }

  private static String text(Undone undone) {
    String left =
        undone.left() == 0
            ? ""
            : " Left as they are, because they were changed since: %d links, posts or words."
                .formatted(undone.left());
    return "Media %s and %s are two again: links back: %d, posts: %d.%s"
        .formatted(undone.kept(), undone.merged(), undone.links(), undone.posts(), left);
  }

  private static MediaDocument document(Core core, Workspace workspace, MediaId media) {
    return MediaDocument.of(MediaCommand.required(core, workspace, media));
  }

  private record Outcome(
      String outcome,
      MediaDocument media,
      MediaDocument other,
      int linksMoved,
      int postsMoved,
      int left) {}
}
