package io.hangtag.bot.chat;

import java.util.Optional;

/// What a press on a button leads to.
///
/// @param toast words that only the presser sees for a moment, at most 200 characters; empty: none
/// @param edit what the message with the button says from now on; none: it stays
public record PressReply(String toast, Optional<Reply> edit) {
  /// Nothing changes, and the presser is told why.
  public static PressReply toast(String text) {
    return new PressReply(text, Optional.empty());
  }

  /// The message changes.
  public static PressReply edit(Reply reply) {
    return new PressReply("", Optional.of(reply));
  }
}
