package io.hangtag.bot.chat.team;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Reply;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.core.team.Workspaces;
import java.util.ArrayList;
import java.util.List;

/// Answers `/team`: which team this is, who belongs to it, and which one a person acts for.
public final class TeamsHandler {
  /// More names nobody reads.
  private static final int MOST_NAMES = 20;

  private final Team team;
  private final Workspaces workspaces;

  public TeamsHandler(Team team, Workspaces workspaces) {
    this.team = team;
    this.workspaces = workspaces;
  }

  /// A team and its members.
  public Reply roster(WorkspaceId workspace) {
    List<String> names =
        team.membersOf(workspace, MOST_NAMES).stream().map(Team.Member::name).toList();
    return Reply.of(TeamTexts.roster(name(workspace), team.countMembers(workspace), names));
  }

  /// A person's teams in private, with a button for each but the one they act for.
  ///
  /// @param teams the one they act for first
  public Reply choice(List<WorkspaceId> teams) {
    if (teams.size() == 1) {
      return roster(teams.getFirst());
    }
    List<List<Button>> buttons = new ArrayList<>();
    for (WorkspaceId other : teams.subList(1, teams.size())) {
      buttons.add(List.of(Button.of(name(other), new ButtonData.ChooseTeam(other))));
    }
    return Reply.of(TeamTexts.choice(name(teams.getFirst()))).with(buttons);
  }

  private String name(WorkspaceId workspace) {
    return workspaces.find(workspace).orElseThrow().name();
  }
}
