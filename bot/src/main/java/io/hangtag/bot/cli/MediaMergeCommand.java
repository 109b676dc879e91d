package io.hangtag.bot.cli;

import io.hangtag.bot.cli.MediaCommand.MediaDocument;
import io.hangtag.core.Core;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.merging.MergeId;
import io.hangtag.core.merging.MergeOutcome;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hangtag media merge`.
@Command(
    name = "merge",
    description = "Make one of two photos or videos that are the same picture.")
final class MediaMergeCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(index = "0", paramLabel = "KEEP", description = "The number that stays.")
  private MediaId keep;

  @Parameters(
      index = "1",
      paramLabel = "OTHER",
      description = "The number that leads to KEEP from then on.")
  private MediaId other;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    Actor actor = Actor.commandLine(workspace.id());
    return switch (core.mediaMerging().merge(actor, keep, other)) {
      case MergeOutcome.Merged merged -> merged(core, workspace, merged);
      case MergeOutcome.AlreadyOne(MediaId kept, Optional<MergeId> merge) ->
          new Answer(
              new Outcome(
                  "already_one",
                  document(core, workspace, kept),
                  merge.map(MergeId::value).orElse(null),
                  0,
                  0),
              "Media %s and %s are one already: media %s.".formatted(keep, other, kept));
      case MergeOutcome.Itself(MediaId media) ->
          throw new RefusedException(
              "same_media", "Media %s cannot be merged with itself.".formatted(media));
      case MergeOutcome.UnknownMedia(MediaId unknown) ->
          throw MediaCommand.unknown(workspace, unknown);
    };
  }

  private static Answer merged(Core core, Workspace workspace, MergeOutcome.Merged merged) {
    return new Answer(
        new Outcome(
            "merged",
            document(core, workspace, merged.kept()),
            merged.merge().value(),
            merged.links(),
            merged.posts()),
        "Media %s is media %s now: links moved: %d, posts: %d. To take it back: hangtag media undo-merge %s"
            .formatted(
                merged.merged(), merged.kept(), merged.links(), merged.posts(), merged.merge()));
  }

  private static MediaDocument document(Core core, Workspace workspace, MediaId media) {
    return MediaDocument.of(MediaCommand.required(core, workspace, media));
  }

  private record Outcome(
      String outcome, MediaDocument media, @Nullable Long merge, int linksMoved, int postsMoved) {}
}
