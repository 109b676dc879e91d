package io.hangtag.bot.cli;

import io.hangtag.bot.Config;
import io.hangtag.bot.chat.team.TeamHandler;
import io.hangtag.core.Core;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.Workspaces.CreateOutcome;
import io.hangtag.core.team.Workspaces.Entry;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hangtag workspace ...`.
@Command(
    name = "workspace",
    description = "Make and list teams.",
    subcommands = {WorkspaceCommand.Create.class, WorkspaceCommand.ListAll.class})
final class WorkspaceCommand {

  /// `hangtag workspace create`.
  @Command(name = "create", description = "Make a team, and a link that makes a group its own.")
  static final class Create implements CoreCommand {
    @Parameters(paramLabel = "NAME", description = "At most 100 characters.")
    private String name;

    @Option(names = "--timezone", paramLabel = "TZ", description = "IANA name.")
    private @Nullable ZoneId timezone;

    @Option(names = "--currency", paramLabel = "CUR", description = "ISO 4217 code.")
    private @Nullable Currency currency;

    @Override
    public Answer run(Session session) {
      Config config = session.config();
      CreateOutcome outcome =
          session
              .core()
              .workspaces()
              .create(
                  name,
                  Objects.requireNonNullElse(timezone, config.timezone()),
                  Objects.requireNonNullElse(currency, config.currency()));
      return switch (outcome) {
        case CreateOutcome.Created(Workspace workspace) -> created(session.core(), workspace);
        case CreateOutcome.NameTaken(String taken) ->
            throw new RefusedException(
                "workspace_exists", "There is a workspace named '%s' already.".formatted(taken));
        case CreateOutcome.BadName(_) ->
            throw new RefusedException("bad_value", "A name must have 1 to 100 characters.");
      };
    }

    private static Answer created(Core core, Workspace workspace) {
      Optional<String> url = startGroupUrl(core, workspace);
      String next =
          url.map("Add the bot to the team's group with this link:\n%s"::formatted)
              .orElse(
                  "The bot's name is not known before 'hangtag serve' has run once; then"
                      + " 'hangtag workspace list' shows the link that adds it to the team's"
                      + " group.");
      String text =
          "Workspace '%s' (%d) is made: %s, %s.\n%s"
              .formatted(
                  workspace.name(),
                  workspace.id().value(),
                  workspace.timezone(),
                  workspace.currency().getCurrencyCode(),
                  next);
      return new Answer(
          new Created(WorkspaceDocument.of(new Entry(workspace, 0)), url.orElse(null)), text);
    }

    private record Created(WorkspaceDocument workspace, @Nullable String startgroupUrl) {}
  }

  /// `hangtag workspace list`.
  @Command(name = "list", description = "List the teams.")
  static final class ListAll implements CoreCommand {
    @Override
    public Answer run(Session session) {
      List<Entry> all = session.core().workspaces().list();
      Table table = new Table("ID", "NAME", "TIMEZONE", "CURRENCY", "CHATS", "LINK INTO A GROUP");
      for (Entry entry : all) {
        Workspace workspace = entry.workspace();
        table.row(
            workspace.id().value(),
            workspace.name(),
            workspace.timezone(),
            workspace.currency().getCurrencyCode(),
            entry.chats(),
            entry.chats() == 0 ? startGroupUrl(session.core(), workspace).orElse(null) : null);
      }
      return new Answer(
          new Workspaces(all.stream().map(WorkspaceDocument::of).toList()),
          all.isEmpty() ? "No workspaces." : table.toString());
    }

    private record Workspaces(List<WorkspaceDocument> workspaces) {}
  }

  private static Optional<String> startGroupUrl(Core core, Workspace workspace) {
    String payload = TeamHandler.linkPayload(workspace.id());
    return core.team()
        .botUsername()
        .map(bot -> "https://t.me/%s?startgroup=%s".formatted(bot, payload));
  }

  /// A team as JSON.
  private record WorkspaceDocument(
      long id, String name, String timezone, String currency, int chats) {
    static WorkspaceDocument of(Entry entry) {
      Workspace workspace = entry.workspace();
      return new WorkspaceDocument(
          workspace.id().value(),
          workspace.name(),
          workspace.timezone().getId(),
          workspace.currency().getCurrencyCode(),
          entry.chats());
    }
  }
}
