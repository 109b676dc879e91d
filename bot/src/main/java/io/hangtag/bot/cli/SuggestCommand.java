package io.hangtag.bot.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hangtag.core.suggestion.Suggestions.Refreshed;
import io.hangtag.core.team.Workspace;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hangtag suggest ...`.
@Command(
    name = "suggest",
    description = "Suggest products for all media, and say how to.",
    subcommands = {SuggestCommand.Refresh.class, SuggestPatternCommand.class})
final class SuggestCommand {

  /// `hangtag suggest refresh`.
  @Command(
      name = "refresh",
      description = "Look at all media anew and keep what is suggested; decisions stay.")
  static final class Refresh implements CoreCommand {
    @Mixin private TeamOption team;

    @Override
    public Answer run(Session session) {
      Workspace workspace = team.among(session.core().workspaces());
      long began = System.nanoTime();
      Refreshed refreshed;
      try (CountedProgress progress = new CountedProgress(session.environment(), "media")) {
        refreshed = session.core().suggestions().refresh(workspace.id(), progress::done);
      }
      Done document =
          new Done(
              refreshed.media(),
              refreshed.created(),
              refreshed.changed(),
              refreshed.withdrawn(),
              Duration.ofNanos(System.nanoTime() - began).toMillis());
      return new Answer(
          document,
          "Media: %,d. Suggestions: %,d new, %,d changed, %,d withdrawn."
              .formatted(
                  refreshed.media(),
                  refreshed.created(),
                  refreshed.changed(),
                  refreshed.withdrawn()));
    }

    private record Done(
        int media, @JsonProperty("new") int created, int changed, int withdrawn, long durationMs) {}
  }
}
