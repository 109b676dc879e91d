package io.hangtag.bot;

import io.hangtag.bot.chat.Incoming.Presence;
import io.hangtag.bot.chat.team.Membership;
import io.hangtag.bot.telegram.Standing;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import io.hangtag.core.team.Team;
import java.util.Optional;
import java.util.function.BiFunction;

/// Asks Telegram who is in a group, and learns by the way which groups have become supergroups.
final class GroupRoll implements Membership.Roll {
  private final Team team;
  private final BiFunction<Long, Long, Standing> ask;

  /// @param ask Telegram, with its numbers of a chat and a person
  GroupRoll(Team team, BiFunction<Long, Long, Standing> ask) {
    this.team = team;
    this.ask = ask;
  }

  @Override
  public Optional<Boolean> isMember(long telegramChatId, long telegramUserId) {
    return switch (ask.apply(telegramChatId, telegramUserId)) {
      case Standing.Found(Presence presence) -> Optional.of(presence == Presence.IN);
      case Standing.Unknown() -> Optional.empty();
      case Standing.Upgraded(long supergroup) -> {
        boolean _ = team.upgrade(telegramChatId, supergroup);
        yield isMember(supergroup, telegramUserId);
      }
    };
  }

  /// The chat as it is known after a second look. A supergroup without a team that is named like a
  /// team's basic group may be what that has become, before Telegram has told us so; the basic
  /// group knows.
  Chat lookAgain(Chat chat, Person person) {
    if (chat.kind() != Chat.Kind.SUPERGROUP
        || chat.workspace().isPresent()
        || chat.title() == null) {
      return chat;
    }
    for (long group : team.groupsNamed(chat.title())) {
      Optional<Boolean> _ = isMember(group, person.telegramId());
    }
    return team.enter(chat.telegramId(), chat.kind(), Optional.of(chat.title()));
  }
}
