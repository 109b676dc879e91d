package io.hangtag.bot;

import io.hangtag.bot.Mail.Address;
import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.team.TeamTexts;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import io.hangtag.core.team.Team;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.core.team.Workspaces;
import java.util.List;
import java.util.Optional;

/// Makes channels a team's, so that what is posted there is known when it is seen again.
///
/// A channel is public: nothing is ever written there. What there is to say goes to whoever added
/// the bot, in private.
final class Channels {
  private final Team team;
  private final Workspaces workspaces;
  private final Access access;
  private final Mail mail;

  Channels(Team team, Workspaces workspaces, Access access, Mail mail) {
    this.team = team;
    this.workspaces = workspaces;
    this.access = access;
    this.mail = mail;
  }

  /// Somebody added the bot to a channel; if an administrator of the bot did, it becomes their
  /// team's.
  void added(Chat channel, Person by) {
    if (!access.isAdmin(by) || channel.workspace().isPresent()) {
      return;
    }
    List<WorkspaceId> teams = access.teamsOf(by);
    if (teams.size() == 1) {
      tell(by, Reply.of(bind(channel, teams.getFirst())));
    } else if (!teams.isEmpty()) {
      tell(by, Reply.of(TeamTexts.whichTeamsChannel(title(channel))).with(choices(channel, teams)));
    }
  }

  /// An administrator chose the team of a channel.
  PressReply bind(Person person, ButtonData.BindChannel press) {
    if (!access.isAdmin(person)) {
      return PressReply.toast(Texts.adminOnly());
    }
    Optional<Chat> channel =
        team.find(press.channel()).filter(chat -> chat.kind() == Chat.Kind.CHANNEL);
    if (channel.isEmpty() || !access.teamsOf(person).contains(press.workspace())) {
      return PressReply.toast(Texts.staleMenu());
    }
    WorkspaceId chosen = channel.get().workspace().orElse(press.workspace());
    return PressReply.edit(Reply.of(bind(channel.get(), chosen)));
  }

  private String bind(Chat channel, WorkspaceId workspace) {
    team.bind(channel, workspace);
    return TeamTexts.channelBound(title(channel), name(workspace));
  }

  private List<List<Button>> choices(Chat channel, List<WorkspaceId> teams) {
    return teams.stream()
        .map(id -> Button.of(name(id), new ButtonData.BindChannel(channel.id(), id)))
        .map(List::of)
        .toList();
  }

  /// Who never wrote to the bot in private cannot be written to.
  private void tell(Person person, Reply reply) {
    team.privateChatWith(person.telegramId())
        .ifPresent(chat -> mail.answer(new Address(chat, 0, null), reply, Optional.empty()));
  }

  private String name(WorkspaceId workspace) {
    return workspaces.find(workspace).orElseThrow().name();
  }

  private static String title(Chat channel) {
    return Optional.ofNullable(channel.title()).orElse("");
  }
}
