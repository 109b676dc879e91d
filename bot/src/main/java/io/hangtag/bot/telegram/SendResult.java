package io.hangtag.bot.telegram;

import java.time.Duration;

/// What came of giving a message to Telegram.
public sealed interface SendResult {
  /// It is in the chat.
  ///
  /// @param messageId Telegram's, counted per chat
  record Sent(long messageId) implements SendResult {}

  /// There was nothing to do: the message says this already.
  record Unneeded() implements SendResult {}

  /// Not now.
  record Later(Duration delay, String error) implements SendResult {}

  /// No answer came: it may be in the chat or not.
  record Uncertain(String error) implements SendResult {}

  /// The basic group has become this supergroup.
  record Upgraded(long telegramChatId, String error) implements SendResult {}

  /// The bot cannot write in this chat any more.
  record ChatClosed(String error) implements SendResult {}

  /// Telegram will never take it.
  record Refused(String error) implements SendResult {}
}
