package io.hangtag.bot;

import io.hangtag.bot.chat.Incoming.Presence;
import io.hangtag.bot.chat.Message.Sender;
import io.hangtag.bot.chat.team.Membership;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import io.hangtag.core.team.Role;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who may do what where.
final class Access {
  private final Team team;
  private final Membership membership;
  private final Set<Long> admins;

  /// @param admins Telegram's numbers of the people who may set up teams
  Access(Team team, Membership membership, Set<Long> admins) {
    this.team = team;
    this.membership = membership;
    this.admins = Set.copyOf(admins);
  }

  boolean isAdmin(Person person) {
    return admins.contains(person.telegramId());
  }

  /// For whom somebody acts in this chat; nothing for strangers. In a team's group whoever acts is
  /// a member; elsewhere it is asked whether they still are.
  Optional<Actor> actor(Chat chat, Sender sender) {
    // Everybody may be in a channel: what is posted there is the team's, and nobody's.
    Sender author = chat.kind() == Chat.Kind.CHANNEL ? new Sender.Nobody() : sender;
    return switch (author) {
      case Sender.Known(Person person) -> actor(chat, person);
      case Sender.AnonymousAdmin(), Sender.AsChannel(), Sender.Nobody() ->
          chat.workspace().map(workspace -> new Actor(workspace, null));
    };
  }

  /// As [#actor(Chat, Sender)], for somebody known.
  Optional<Actor> actor(Chat chat, Person person) {
    if (chat.kind() == Chat.Kind.CHANNEL) {
      return Optional.empty();
    }
    UserId user = team.meet(person);
    Optional<WorkspaceId> workspace =
        chat.kind() == Chat.Kind.PRIVATE
            ? membership.teamOf(user, person.telegramId())
            : chat.workspace();
    workspace.ifPresent(to -> acted(to, user, person));
    return workspace.map(to -> new Actor(to, user));
  }

  /// For whom somebody presses a button in this chat; nothing for people who are not in the team's
  /// group, who see the messages of a public one all the same.
  Optional<Actor> presser(Chat chat, Person person) {
    return switch (chat.kind()) {
      case PRIVATE -> actor(chat, person);
      case GROUP, SUPERGROUP -> presserInGroup(chat, person);
      case CHANNEL -> Optional.empty();
    };
  }

  private Optional<Actor> presserInGroup(Chat chat, Person person) {
    UserId user = team.meet(person);
    Optional<WorkspaceId> workspace =
        chat.workspace()
            .filter(of -> membership.isIn(of, chat.telegramId(), user, person.telegramId()));
    workspace.ifPresent(to -> acted(to, user, person));
    return workspace.map(to -> new Actor(to, user));
  }

  private void acted(WorkspaceId workspace, UserId user, Person person) {
    team.acted(workspace, user, isAdmin(person) ? Role.ADMIN : Role.MEMBER);
  }

  /// For whom somebody acts who does something with what is this team's, wherever that is; nothing
  /// for people who are not in the team's group.
  Optional<Actor> member(Person person, WorkspaceId workspace) {
    if (!membership.isInGroupOf(workspace, person.telegramId())) {
      return Optional.empty();
    }
    UserId user = team.meet(person);
    acted(workspace, user, person);
    return Optional.of(new Actor(workspace, user));
  }

  /// The teams that a person belongs to, the one they act for in private first.
  List<WorkspaceId> teamsOf(Person person) {
    return membership.teamsOf(team.meet(person), person.telegramId());
  }

  /// Makes a team the one that a person acts for in private; false if they do not belong to it.
  boolean choose(Person person, WorkspaceId workspace) {
    boolean belongs = teamsOf(person).contains(workspace);
    if (belongs) {
      team.choose(workspace, team.meet(person));
    }
    return belongs;
  }

  /// Somebody came to a group or left it.
  void moved(Chat chat, Person person, Presence presence) {
    if (chat.kind() == Chat.Kind.CHANNEL) {
      return;
    }
    UserId user = team.meet(person);
    membership.moved(chat.telegramId(), person.telegramId());
    if (presence == Presence.OUT) {
      chat.workspace().ifPresent(workspace -> team.left(workspace, user));
    }
  }
}
