package io.hangtag.core.team;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chat the bot knows.
///
/// @param telegramId Telegram's number of it; changes when a group becomes a supergroup
/// @param title null: private chat
/// @param boundTo the team this group is; null: none, or a private chat
public record Chat(
    ChatId id, long telegramId, Kind kind, @Nullable String title, @Nullable WorkspaceId boundTo) {

  /// The team this group is; none in private chats and where no team has been set up.
  public Optional<WorkspaceId> workspace() {
    return Optional.ofNullable(boundTo);
  }

  /// What Telegram calls it.
  public enum Kind {
    PRIVATE,
    GROUP,
    SUPERGROUP,
    CHANNEL;

    /// As Telegram and the database write it.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this code.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
