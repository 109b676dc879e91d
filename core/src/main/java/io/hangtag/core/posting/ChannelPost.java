package io.hangtag.core.posting;

import io.hangtag.core.media.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message in a Telegram channel that shows media.
///
/// @param chat Telegram's number of the channel
/// @param message Telegram's, counted per channel
/// @param permalink null: the channel is not public
public record ChannelPost(
    Subject subject, long chat, long message, Instant postedAt, @Nullable String permalink) {
  String externalId() {
    return prefix() + message;
  }

  /// How the external ids of all posts of the channel begin.
  String prefix() {
    return chat + "/";
  }
}
