package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/// Turns pressed buttons into callback queries.
final class Presses {

  private static final Duration RETENTION = Duration.ofSeconds(150);

  private Presses() {}

  static String buttonNamed(ChatMessage message, String text) {
    return message.buttons().stream()
        .filter(button -> button.text().equals(text))
        .findFirst()
        .map(button -> callbackData(message, button))
        .orElseThrow(
            () -> new IllegalArgumentException("No button \"" + text + "\" under " + message));
  }

  static String buttonAt(ChatMessage message, int index) {
    if (index < 0 || index >= message.buttons().size()) {
      throw new IllegalArgumentException("No button " + index + " under " + message);
    }
    return callbackData(message, message.buttons().get(index));
  }

  private static String callbackData(ChatMessage message, Button button) {
    if (button.callbackData().isEmpty()) {
      throw new IllegalArgumentException(button + " tells the bot nothing, under " + message);
    }
    return button.callbackData();
  }

  static ButtonPress press(Person person, ChatMessage message, String callbackData) {
    World world = person.world();
    return world
        .monitor()
        .within(
            () -> {
              ButtonPress press =
                  new ButtonPress(world, world.nextQueryId(), person, world.clock().instant());
              world.presses().put(press.id(), press);
              ObjectNode query = query(press, message).put("data", callbackData);
              world.updates().publish("callback_query", query, RETENTION);
              return press;
            });
  }

  /// The presser's real account, also when that person writes anonymously.
  private static ObjectNode query(ButtonPress press, ChatMessage message) {
    ObjectNode query = Json.object().put("id", press.id());
    query.set("from", press.person().asUser());
    String inlineMessageId = InlineQuery.inlineMessageId(message);
    if (inlineMessageId.isEmpty()) {
      query.set("message", shown(message));
    } else {
      query.put("inline_message_id", inlineMessageId);
    }
    return query.put("chat_instance", Long.toString(message.chat().id() * 31));
  }

  /// A deleted message is shown without its content.
  private static ObjectNode shown(ChatMessage message) {
    if (!message.isDeleted()) {
      return message.json();
    }
    ObjectNode inaccessible = Json.object().put("message_id", message.id()).put("date", 0);
    inaccessible.set("chat", message.chat().asJson());
    return inaccessible;
  }
}
