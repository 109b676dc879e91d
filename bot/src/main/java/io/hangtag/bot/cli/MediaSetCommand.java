package io.hangtag.bot.cli;

import io.hangtag.core.Core;
import io.hangtag.core.media.Labels;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaItem;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag media set`.
@Command(
    name = "set",
    description = "Change what is said of a photo or video; an empty value takes it away.")
final class MediaSetCommand implements CoreCommand {
  @Mixin private TeamOption team;

  @Parameters(paramLabel = "ID", description = "The number of the photo or video.")
  private MediaId id;

  @Option(names = "--category", paramLabel = "C", description = "Its category.")
  private @Nullable String category;

  @Option(names = "--tags", paramLabel = "T,T,...", description = "All of its tags.")
  private @Nullable String tags;

  @Option(names = "--title", paramLabel = "TEXT", description = "Its title.")
  private @Nullable String title;

  @Option(names = "--caption", paramLabel = "TEXT", description = "Its caption.")
  private @Nullable String caption;

  @Override
  public Answer run(Session session) {
    Core core = session.core();
    Workspace workspace = team.among(core.workspaces());
    MediaItem item =
        core.together(
            () -> {
              MediaItem before = MediaCommand.required(core, workspace, id);
              change(core, workspace, before);
              return MediaCommand.required(core, workspace, id);
            });
    return new Answer(
        MediaCommand.document(List.of(item)), MediaCommand.table(List.of(item)).toString());
  }

  private void change(Core core, Workspace workspace, MediaItem before) {
    Subject subject = new Subject(before.id(), null);
    if (category != null) {
      var _ =
          core.labelling()
              .categorise(workspace.id(), subject, given(category).stream().findFirst());
    }
    if (tags != null) {
      List<String> wanted = given(tags.split(","));
      if (core.labelling().tag(workspace.id(), subject, wanted, before.tags()).isEmpty()) {
        throw new RefusedException(
            "too_many_tags", "Media has at most %d tags.".formatted(Labels.MAX_TAGS));
      }
    }
    core.media().describe(workspace.id(), before.id(), title, caption);
  }

  private static List<String> given(String... labels) {
    List<String> given =
        Arrays.stream(labels).map(String::strip).filter(label -> !label.isEmpty()).toList();
    if (Stream.of(labels).anyMatch(label -> label.strip().length() > Labels.MAX_LENGTH)) {
      throw new RefusedException(
          "label_too_long",
          "A tag or category has at most %d characters.".formatted(Labels.MAX_LENGTH));
    }
    return given;
  }
}
