package io.hangtag.bot.chat.inline;

import io.hangtag.bot.chat.Button;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is offered for an [InlineQuestion], to nobody but who asked.
///
/// @param questionId what is answered
/// @param results at most 50
/// @param nextOffset comes back when the person scrolls on, at most 64 bytes; empty: no more
/// @param cacheFor how long Telegram may give the same answer to the same person without asking
public record InlineAnswer(
    String questionId,
    List<InlineResult> results,
    String nextOffset,
    Optional<StartButton> button,
    Duration cacheFor) {
  public InlineAnswer {
    results = List.copyOf(results);
  }

  /// The same without pictures.
  public InlineAnswer withoutThumbnails() {
    List<InlineResult> plain =
        results.stream()
            .map(
                each ->
                    new InlineResult(
                        each.id(),
                        each.title(),
                        each.description(),
                        null,
                        each.html(),
                        each.button()))
            .toList();
    return new InlineAnswer(questionId, plain, nextOffset, button, cacheFor);
  }

  /// One thing that can be picked.
  ///
  /// @param id unlike all others of the answer, at most 64 bytes
  /// @param title plain text, not empty
  /// @param description plain text
  /// @param thumbnailUrl null: no picture
  /// @param html what is sent when it is picked
  /// @param button below what is sent
  public record InlineResult(
      String id,
      String title,
      String description,
      @Nullable String thumbnailUrl,
      String html,
      Button button) {}

  /// A button above the results that leads to the private chat with the bot.
  ///
  /// @param parameter what `/start` carries there, of the characters `A-Za-z0-9_-`
  public record StartButton(String label, String parameter) {}
}
