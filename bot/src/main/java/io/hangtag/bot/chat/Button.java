package io.hangtag.bot.chat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A button below a message.
///
/// @param data what Telegram sends back when it is pressed, at most 64 bytes; empty: nothing
/// @param inlineText what it writes behind the bot's name in the input field of the chat, at most
///     256 characters; null: it writes nothing
public record Button(String label, String data, @Nullable String inlineText) {
  /// A button that does this.
  public static Button of(String label, ButtonData data) {
    return new Button(label, data.encode(), null);
  }

  /// A button that searches for this inline, in the chat it is in.
  public static Button searchingInline(String label, String text) {
    return new Button(label, "", text);
  }

  /// Buttons in rows of five.
  public static List<List<Button>> rows(List<Button> buttons) {
    return IntStream.range(0, (buttons.size() + 4) / 5)
        .mapToObj(row -> buttons.subList(row * 5, Math.min(buttons.size(), row * 5 + 5)))
        .toList();
  }
}
