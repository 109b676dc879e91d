package io.hangtag.bot.chat;

import io.hangtag.bot.chat.Message.ChatName;
import io.hangtag.core.team.Person;
import java.time.Duration;

/// Something that happened in Telegram and concerns the bot.
public sealed interface Incoming {
  /// Somebody wrote, or sent a picture.
  record Posted(Message message) implements Incoming {}

  /// Somebody changed what they had written, or the picture.
  ///
  /// @param after how long after it was sent
  record Edited(Message message, Duration after) implements Incoming {}

  /// Somebody pressed a button below one of the bot's messages.
  ///
  /// @param callbackId for the one answer that the press gets
  /// @param messageId the bot's message
  /// @param threadId the forum topic; 0: none
  record Pressed(
      String callbackId, Person person, ChatName chat, long messageId, long threadId, String data)
      implements Incoming {}

  /// Somebody pressed a button below a message that was sent inline. In which chat it is, Telegram
  /// does not say.
  ///
  /// @param callbackId for the one answer that the press gets
  /// @param messageId the only name such a message has
  record PressedInline(String callbackId, Person person, String messageId, String data)
      implements Incoming {}

  /// The bot itself was added to a chat (or unblocked), or removed from it (or blocked).
  record BotMoved(ChatName chat, Person by, Presence presence) implements Incoming {}

  /// Somebody joined or left a group.
  record MemberMoved(ChatName chat, Person person, Presence presence) implements Incoming {}

  /// A basic group became a supergroup: another chat to Telegram, the same one to people.
  record Upgraded(long fromTelegramChatId, long toTelegramChatId) implements Incoming {}

  /// Whether somebody is in a chat.
  enum Presence {
    IN,
    OUT
  }
}
