package io.hangtag.bot.chat;

import io.hangtag.core.media.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bot says.
///
/// @param html at most 4,096 characters after parsing
/// @param buttons in rows
/// @param about the media it is about, so that a reply to it means that; null: none
public record Reply(String html, List<List<Button>> buttons, @Nullable Subject about) {
  public Reply {
    buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
  }

  /// Just words.
  public static Reply of(String html) {
    return new Reply(html, List.of(), null);
  }

  /// Words about media.
  public static Reply about(Subject subject, String html) {
    return new Reply(html, List.of(), subject);
  }

  /// The same with buttons below.
  public Reply with(List<List<Button>> rows) {
    return new Reply(html, rows, about);
  }
}
