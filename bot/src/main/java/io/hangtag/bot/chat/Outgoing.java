package io.hangtag.bot.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message to send, or new words for one that was sent, as it waits in the outbox.
///
/// @param threadId the forum topic; 0: none
/// @param replyTo the message it answers; null: none
/// @param edits the bot's own message that gets these words; null: a new one is sent
public record Outgoing(
    String html,
    List<List<Button>> buttons,
    long threadId,
    @Nullable Long replyTo,
    @Nullable Long edits) {
  public Outgoing {
    buttons = buttons.stream().map(List::copyOf).toList();
  }
}
