package io.hangtag.bot.chat;

import java.util.List;
import java.util.stream.IntStream;

/// A button below a message.
///
/// @param data what Telegram sends back when it is pressed, at most 64 bytes
public record Button(String label, String data) {
  /// A button that does this.
  public static Button of(String label, ButtonData data) {
    return new Button(label, data.encode());
  }

  /// Buttons in rows of five.
  public static List<List<Button>> rows(List<Button> buttons) {
    return IntStream.range(0, (buttons.size() + 4) / 5)
        .mapToObj(row -> buttons.subList(row * 5, Math.min(buttons.size(), row * 5 + 5)))
        .toList();
  }
}
