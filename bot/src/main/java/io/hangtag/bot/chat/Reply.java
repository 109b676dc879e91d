package io.hangtag.bot.chat;

import io.hangtag.core.media.Subject;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bot says.
///
/// @param html at most 4,096 characters after parsing
/// @param buttons in rows
/// @param about the media it is about, so that a reply to it means that; null: none
/// @param undo what takes back what it reports, should its command be corrected; null: nothing
/// @param picture a PNG above the words, in base 64; the words are then at most 1,024 characters.
///     null: none
public record Reply(
    String html,
    List<List<Button>> buttons,
    @Nullable Subject about,
    @Nullable ButtonData undo,
    @Nullable String picture) {
  public Reply {
    buttons = buttons.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
  }

  /// Words with buttons that report nothing done.
  public Reply(String html, List<List<Button>> buttons, @Nullable Subject about) {
    this(html, buttons, about, null, null);
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
    return new Reply(html, rows, about, undo, picture);
  }

  /// The same below a picture.
  public Reply with(byte[] png) {
    return new Reply(html, buttons, about, undo, Base64.getEncoder().encodeToString(png));
  }

  /// The same, reporting what this takes back.
  public Reply undoneBy(ButtonData press) {
    return new Reply(html, buttons, about, press, picture);
  }
}
