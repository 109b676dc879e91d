package io.hangtag.bot.playground;

/// Something that happened in the world, in the order it did: what a terminal shows.
public sealed interface Happening {

  /// A message appeared in a chat, from whomever.
  record Posted(ChatMessage message) implements Happening {}

  /// A message changed its text, caption or buttons.
  record Edited(ChatMessage message) implements Happening {}

  record Deleted(ChatMessage message) implements Happening {}

  /// The bot put an emoji on a message; an empty one takes it away.
  record Reacted(ChatMessage message, String emoji) implements Happening {}

  /// The bot answered a pressed button.
  record Answered(ButtonPress press, CallbackAnswer answer) implements Happening {}

  /// The bot shows that it is at work.
  record ActionShown(Chat chat, String action) implements Happening {}
}
