package io.hangtag.bot.cli;

import io.hangtag.bot.Config;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.Workspaces;
import io.hangtag.core.team.Workspaces.Entry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The team that a command is about: the one named, else the only one.
final class TeamOption {
  private static final String FIRST = "default";

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "The team; not needed when there is only one.")
  private @Nullable String name;

  /// The team that is meant.
  ///
  /// @throws RefusedException if it cannot be told
  Workspace among(Workspaces workspaces) {
    List<Entry> all = workspaces.list();
    if (name == null && all.isEmpty()) {
      throw new RefusedException(
          "no_workspace", "There is no workspace yet; 'hangtag workspace create NAME' makes one.");
    }
    return choose(workspaces, all);
  }

  /// The team that is meant; where there is none at all, a new one.
  ///
  /// @param config what the new one starts with
  /// @throws RefusedException if it cannot be told
  Workspace amongOrFirst(Workspaces workspaces, Config config) {
    List<Entry> all = workspaces.list();
    return name == null && all.isEmpty()
        ? workspaces.named(FIRST, config.timezone(), config.currency())
        : choose(workspaces, all);
  }

  private Workspace choose(Workspaces workspaces, List<Entry> all) {
    if (name != null) {
      return workspaces
          .find(name)
          .orElseThrow(
              () ->
                  new RefusedException(
                      "unknown_workspace",
                      "There is no workspace named '%s'%s.".formatted(name, namesOf(all))));
    }
    if (all.size() > 1) {
      throw new RefusedException(
          "ambiguous_workspace",
          "--workspace must say which one is meant%s.".formatted(namesOf(all)));
    }
    return all.getFirst().workspace();
  }

  private static String namesOf(List<Entry> all) {
    return all.isEmpty()
        ? ""
        : all.stream()
            .map(entry -> entry.workspace().name())
            .collect(Collectors.joining("', '", "; there are '", "'"));
  }
}
