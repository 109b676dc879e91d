package io.hangtag.bot.chat.team;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.Workspace;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.core.team.Workspaces;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a group a team's.
public final class TeamHandler {
  private static final String LINK_PREFIX = "team_";

  /// Leaves room for a number within the 100 characters of a team's name.
  private static final int LONGEST_NAME = 90;

  private final Workspaces workspaces;
  private final Team team;
  private final NewTeams newTeams;

  public TeamHandler(Workspaces workspaces, Team team, NewTeams newTeams) {
    this.workspaces = workspaces;
    this.team = team;
    this.newTeams = newTeams;
  }

  /// What a link into a group carries, so that the group becomes this team's at once.
  public static String linkPayload(WorkspaceId workspace) {
    return LINK_PREFIX + workspace;
  }

  /// An administrator of the bot added it to a group, or started it there.
  ///
  /// @param payload what the link carried through which they came; empty: nothing
  public Reply setUp(Chat chat, String payload) {
    if (chat.workspace().isPresent()) {
      return already(chat.workspace().get());
    }
    List<Workspace> waiting = workspaces.withoutChat();
    Optional<Workspace> meant =
        waiting.stream().filter(one -> linkPayload(one.id()).equals(payload)).findAny();
    if (meant.isPresent()) {
      return bind(chat, meant.get());
    }
    if (waiting.isEmpty()) {
      return bind(chat, workspaceFor(chat));
    }
    List<Button> choices =
        Stream.concat(
                waiting.stream()
                    .limit(20)
                    .map(one -> Button.of(one.name(), new ButtonData.Bind(one.id()))),
                Stream.of(Button.of(Texts.newTeamButton(), new ButtonData.BindNew())))
            .toList();
    return Reply.of(Texts.whichTeam()).with(choices.stream().map(List::of).toList());
  }

  /// An administrator chose the team.
  public PressReply bind(Chat chat, ButtonData.Bind press) {
    if (chat.workspace().isPresent()) {
      return PressReply.edit(already(chat.workspace().get()));
    }
    Optional<Workspace> chosen = workspaces.find(press.workspace());
    boolean free =
        workspaces.withoutChat().stream().anyMatch(one -> Optional.of(one).equals(chosen));
    if (chosen.isEmpty()) {
      return PressReply.toast(Texts.staleMenu());
    }
    return free
        ? PressReply.edit(bind(chat, chosen.get()))
        : PressReply.toast(Texts.teamTaken(chosen.get().name()));
  }

  /// An administrator chose a new team.
  public PressReply bindNew(Chat chat) {
    return PressReply.edit(
        chat.workspace().map(this::already).orElseGet(() -> bind(chat, workspaceFor(chat))));
  }

  private Reply already(WorkspaceId workspace) {
    return Reply.of(Texts.boundAlready(workspaces.find(workspace).orElseThrow().name()));
  }

  private Reply bind(Chat chat, Workspace workspace) {
    team.bind(chat, workspace.id());
    return Reply.of(Texts.bound(workspace.name(), newTeams.botSeesAllMessages()));
  }

  /// A new team named like the group; with a number behind it if another team is named so.
  private Workspace workspaceFor(Chat chat) {
    String title =
        Optional.ofNullable(chat.title())
            .map(name -> name.strip().substring(0, Math.min(name.strip().length(), LONGEST_NAME)))
            .filter(name -> !name.isEmpty())
            .orElse("Team");
    for (int number = 1; ; number++) {
      String name = number == 1 ? title : "%s %d".formatted(title, number);
      if (workspaces.create(name, newTeams.timezone(), newTeams.currency())
          instanceof Workspaces.CreateOutcome.Created(Workspace created)) {
        return created;
      }
    }
  }

  /// What a new team starts with.
  public record NewTeams(ZoneId timezone, Currency currency, boolean botSeesAllMessages) {}
}
