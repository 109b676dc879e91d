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

  /// Somebody who was met before.
  public Optional<UserId> find(long telegramUserId) {
    return queries().findUser(telegramUserId);
  }

  /// Keeps what Telegram says of a chat today; whoever writes to us can be written to. For the
  /// number of a basic group that has become a supergroup it is that supergroup.
  public Chat enter(long telegramChatId, Chat.Kind kind, Optional<String> title) {
    TeamQueries chats = queries();
    return chats
        .findUpgraded(telegramChatId)
        .or(() -> chats.updateChat(telegramChatId, kind, title.orElse(null)))
        .orElseGet(() -> enterFirst(telegramChatId, kind, title));
  }

  private Chat enterFirst(long telegramChatId, Chat.Kind kind, Optional<String> title) {
    return db.transactionResult(
        () -> {
          // Against an upgrade that happens just now, which looks for rows with this number.
          queries().lock(telegramChatId);
          return queries()
              .findUpgraded(telegramChatId)
              .orElseGet(() -> queries().upsertChat(telegramChatId, kind, title.orElse(null)));
        });
  }

  /// A basic group became a supergroup: the chat keeps its team and all that belongs to it, under
  /// the new number. Where the supergroup was met before it was known to be the same chat, what
  /// happened there is added to it.
  ///
  /// @return false if that was known
  public boolean upgrade(long fromTelegramChatId, long toTelegramChatId) {
    return db.transactionResult(
        () -> {
          queries().lock(Math.min(fromTelegramChatId, toTelegramChatId));
          queries().lock(Math.max(fromTelegramChatId, toTelegramChatId));
          if (queries().findUpgraded(fromTelegramChatId).isPresent()) {
            return false;
          }
          new GroupUpgradeQueries(db).upgrade(fromTelegramChatId, toTelegramChatId);
          return true;
        });
  }

  /// Telegram's numbers of the basic groups with this name that are a team.
  public List<Long> groupsNamed(String title) {
    return queries().boundGroups(title);
  }

  /// Makes this group the team's. A group has one team; a later call changes it.
  public void bind(Chat chat, WorkspaceId workspace) {
    if (chat.kind() == Chat.Kind.PRIVATE) {
      throw new IllegalArgumentException("chat must be a group or a channel, not PRIVATE");
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

  /// Groups in which a person is a member of the group's team: the team they chose last first, then
  /// the one they last acted in.
  public List<Membership> membershipsOf(UserId user) {
    return queries().memberships(user);
  }

  /// The groups of a team that the bot is in, by Telegram's numbers; channels are none.
  public List<Long> groupsOf(WorkspaceId workspace) {
    return queries().groups(workspace);
  }

  /// A person chose the team they act for in private; it stays until they choose another one.
  public void choose(WorkspaceId workspace, UserId user) {
    queries().markChosen(workspace, user, clock.instant());
  }

  /// The members of a team, those who acted last first.
  public List<Member> membersOf(WorkspaceId workspace, int limit) {
    return queries().members(workspace, limit);
  }

  /// How many members a team has.
  public int countMembers(WorkspaceId workspace) {
    return queries().countMembers(workspace);
  }

  /// The private chat with a person, if there is one and it is open to the bot.
  public Optional<Chat> privateChatWith(long telegramUserId) {
    return queries().findActive(telegramUserId);
  }

  /// Where a team's admins are told what only they can mend: their private chats, or, where they
  /// have none, the team's groups.
  public List<Chat> adminChatsOf(WorkspaceId workspace) {
    List<Chat> own = queries().adminChats(workspace);
    return own.isEmpty()
        ? groupsOf(workspace).stream().flatMap(it -> queries().findActive(it).stream()).toList()
        : own;
  }

  /// The chat with this number of ours.
  public Optional<Chat> find(ChatId chat) {
    return queries().find(chat);
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

  /// Somebody who belongs to a team.
  public record Member(String name, Role role) {}
}
