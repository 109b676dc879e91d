package io.hangtag.bot.chat;

import io.hangtag.bot.chat.Message.ChatName;
import io.hangtag.core.team.Person;

/// Something that happened in Telegram and concerns the bot.
public sealed interface Incoming {
  /// Somebody wrote, or sent a picture.
  record Posted(Message message) implements Incoming {}

  /// Somebody pressed a button below one of the bot's messages.
  ///
  /// @param callbackId for the one answer that the press gets
  /// @param messageId the bot's message
  /// @param threadId the forum topic; 0: none
  record Pressed(
      String callbackId, Person person, ChatName chat, long messageId, long threadId, String data)
      implements Incoming {}

  /// The bot itself was added to a chat (or unblocked), or removed from it (or blocked).
  record BotMoved(ChatName chat, Person by, Presence presence) implements Incoming {}

  /// Somebody joined or left a group.
  record MemberMoved(ChatName chat, Person person, Presence presence) implements Incoming {}

  /// Whether somebody is in a chat.
  enum Presence {
    IN,
    OUT
  }
}
