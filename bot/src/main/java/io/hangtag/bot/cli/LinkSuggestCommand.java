package io.hangtag.bot.cli;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.Suggestion;
import io.hangtag.core.suggestion.Suggestions;
import io.hangtag.core.team.Workspace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag link suggest`.
@Command(name = "suggest", description = "Suggest products for a photo or video.")
final class LinkSuggestCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "MEDIA_ID", description = "The number of the photo or video.")
  private MediaId id;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "5",
      converter = ArgumentTypes.Limit.class,
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--save",
      description = "Keep them as suggested links, to be confirmed or rejected.")
  private boolean save;

  @Override
  public Answer run(Session session) {
    Workspace workspace = team.among(session.core().workspaces());
    MediaId media = MediaCommand.required(session.core(), workspace, id).id();
    Suggestions suggestions = session.core().suggestions();
    List<Suggestion> found =
        save
            ? suggestions.save(workspace.id(), media, limit)
            : suggestions.forMedia(workspace.id(), media, limit);
    return SuggestionDocument.answer(found);
  }
}
