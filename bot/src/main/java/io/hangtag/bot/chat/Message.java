package io.hangtag.bot.chat;

import io.hangtag.core.media.Sighting.TelegramFile;
import io.hangtag.core.team.Chat;
import io.hangtag.core.team.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message in a chat.
///
/// @param id Telegram's, counted per chat
/// @param threadId the forum topic; 0: none
/// @param permalink where everybody can see it; empty: the chat is not public
/// @param text what was written, or the caption of what was sent; empty: nothing
/// @param hashtags in the text, without #
/// @param mediaGroup Telegram's mark of an album
/// @param via the bot through which it was sent inline
public record Message(
    ChatName chat,
    long id,
    long threadId,
    Instant sentAt,
    Optional<String> permalink,
    Sender sender,
    String text,
    List<String> hashtags,
    Optional<TelegramFile> file,
    Optional<String> mediaGroup,
    Optional<Via> via,
    Optional<Message> replyTo) {
  public Message {
    hashtags = List.copyOf(hashtags);
  }

  /// A chat as Telegram describes it.
  ///
  /// @param title empty: private chat
  public record ChatName(long telegramId, Chat.Kind kind, Optional<String> title) {}

  /// Whether it was sent through inline results of this bot.
  public boolean isVia(String botUsername) {
    return via.filter(bot -> bot.username().equalsIgnoreCase(botUsername)).isPresent();
  }

  /// A bot whose inline result was sent.
  ///
  /// @param username without @
  /// @param buttonData of the first button below the message; empty: there is none, or it has none
  public record Via(String username, String buttonData) {}

  /// Who wrote a message.
  public sealed interface Sender {
    /// Somebody.
    record Known(Person person) implements Sender {}

    /// An administrator of the group who writes in its name.
    record AnonymousAdmin() implements Sender {}

    /// Somebody who writes in a channel's name. Who it is, and whether they belong to the team,
    /// Telegram does not say.
    record AsChannel() implements Sender {}

    /// A channel's own post, another bot or Telegram itself: nobody who could be asked or answered.
    record Nobody() implements Sender {}
  }
}
