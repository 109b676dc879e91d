package io.hangtag.core.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// People and chats, and which of them belong to which team.
///
/// Safe for use by many threads.
public final class Team {
  private final DSLContext db;
  private final InstantSource clock;

  public Team(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Keeps what Telegram says of a person today.
  public UserId meet(Person person) {
    return queries().upsertUser(person);
  }

  /// Keeps what Telegram says of a chat today; whoever writes to us can be written to.
  public Chat enter(long telegramChatId, Chat.Kind kind, Optional<String> title) {
    return queries().upsertChat(telegramChatId, kind, title.orElse(null));
  }

  /// Makes this group the team's. A group has one team; a later call changes it.
  public void bind(Chat chat, WorkspaceId workspace) {
    if (chat.kind() == Chat.Kind.PRIVATE) {
      throw new IllegalArgumentException("chat must be a group, not " + chat.kind());
    }
    queries().bind(chat.id(), workspace);
  }

  /// The bot was removed from the chat or blocked there: nothing is sent to it any more.
  public void leave(ChatId chat) {
    queries().deactivate(chat);
  }

  /// Records that a person acted in a team's group, which makes (and keeps) them a member.
  public void acted(WorkspaceId workspace, UserId user, Role role) {
    queries().upsertMember(workspace, user, role, clock.instant());
  }

  /// Records that a person left the team's group or was removed.
  public void left(WorkspaceId workspace, UserId user) {
    queries().markLeft(workspace, user, clock.instant());
  }

  /// Groups in which a person is a member of the group's team, the one they last acted in first.
  public List<Membership> membershipsOf(UserId user) {
    return queries().memberships(user);
  }

  /// What the bot itself is called, kept for links that the command line prints.
  public void servedAs(long telegramBotId, String username) {
    queries().upsertBot(telegramBotId, username, clock.instant());
  }

  /// What the bot was called when it last ran.
  public Optional<String> botUsername() {
    return queries().newestBot();
  }

  private TeamQueries queries() {
    return new TeamQueries(db);
  }

  /// A team and the group through which somebody belongs to it.
  public record Membership(WorkspaceId workspace, long telegramChatId) {}
}
