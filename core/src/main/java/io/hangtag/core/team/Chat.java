package io.hangtag.core.team;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chat the bot knows.
///
/// @param telegramId Telegram's number of it; changes when a group becomes a supergroup
/// @param title null: private chat
/// @param boundTo the team this group is; null: none, or a private chat
/// @param numbering where its messages are counted: in itself, or in the basic group that it was
///     when Telegram told of them
public record Chat(
    ChatId id,
    long telegramId,
    Kind kind,
    @Nullable String title,
    @Nullable WorkspaceId boundTo,
    ChatId numbering) {

  /// The team this group is; none in private chats and where no team has been set up.
  public Optional<WorkspaceId> workspace() {
    return Optional.ofNullable(boundTo);
  }

  /// Whether the message numbers at hand are those of the basic group it was: messages that cannot
  /// be answered or edited any more.
  public boolean renumbered() {
    return !numbering.equals(id);
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
