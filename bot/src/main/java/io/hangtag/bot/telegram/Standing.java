package io.hangtag.bot.telegram;

import io.hangtag.bot.chat.Incoming.Presence;

/// What Telegram says of a person in a group.
public sealed interface Standing {
  /// Whether they are in it.
  record Found(Presence presence) implements Standing {}

  /// The group has become this supergroup, which is to be asked.
  record Upgraded(long telegramChatId) implements Standing {}

  /// That cannot be known now.
  record Unknown() implements Standing {}
}
