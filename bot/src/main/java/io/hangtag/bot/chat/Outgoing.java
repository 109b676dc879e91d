package io.hangtag.bot.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message to send, or new words for one that was sent, as it waits in the outbox.
///
/// @param threadId the forum topic; 0: none
/// @param replyTo the message it answers; null: none
/// @param edits the bot's own message that gets these words; null: a new one is sent. With
///     `replyTo` a new one is sent too where that message is gone
/// @param corrects the number in the outbox of an earlier message that gets these words, which may
///     not have been sent yet; null: none
/// @param picture a PNG above the words, in base 64; null: none
public record Outgoing(
    String html,
    List<List<Button>> buttons,
    long threadId,
    @Nullable Long replyTo,
    @Nullable Long edits,
    @Nullable Long corrects,
    @Nullable String picture) {
  public Outgoing {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /// A message that corrects none.
  public Outgoing(
      String html,
      List<List<Button>> buttons,
      long threadId,
      @Nullable Long replyTo,
      @Nullable Long edits) {
    this(html, buttons, threadId, replyTo, edits, null, null);
  }

  /// The same words in the place of this message; null: as a new one.
  public Outgoing inPlaceOf(@Nullable Long message) {
    return new Outgoing(html, buttons, threadId, replyTo, message, null, picture);
  }

  /// The same below a picture; null: without one.
  public Outgoing below(@Nullable String png) {
    return new Outgoing(html, buttons, threadId, replyTo, edits, corrects, png);
  }
}
