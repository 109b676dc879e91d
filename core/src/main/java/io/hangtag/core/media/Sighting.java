package io.hangtag.core.media;

import io.hangtag.core.team.ChatId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A photo or video as a message shows it.
///
/// @param messageId Telegram's, counted per chat
/// @param mediaGroup Telegram's mark of an album; null: sent alone
/// @param caption null: none
/// @param tags hashtags of the caption, without #
public record Sighting(
    ChatId chat,
    long messageId,
    @Nullable String mediaGroup,
    TelegramFile file,
    @Nullable String caption,
    List<String> tags) {
  public Sighting {
    tags = List.copyOf(tags);
  }

  /// A file on Telegram's servers.
  ///
  /// @param id for sending it again; belongs to one bot account and may change
  /// @param uniqueId the same for the same file wherever it is seen
  /// @param name null: has none
  /// @param mimeType null: not said
  /// @param size in bytes; null: not said
  public record TelegramFile(
      MediaKind kind,
      String id,
      String uniqueId,
      @Nullable String name,
      @Nullable String mimeType,
      @Nullable Long size) {}
}
