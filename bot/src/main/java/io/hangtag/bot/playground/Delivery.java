package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;

/// Puts messages into chats and tells the bot of those it may see. Called under the world's lock.
final class Delivery {

  /// How long Telegram keeps updates about messages and members for a bot that does not ask.
  static final Duration RETENTION = Duration.ofHours(24);

  private Delivery() {}

  @CanIgnoreReturnValue
  static ChatMessage post(Chat chat, Draft draft) {
    ChatMessage message = keep(chat, draft);
    tell(message, chat.kind() == ChatKind.CHANNEL ? "channel_post" : "message");
    Chat discussion = chat.discussion();
    if (discussion != null) {
      post(discussion, Draft.ofPost(message));
    }
    return message;
  }

  /// What the bot itself sends is not told back to it.
  static ChatMessage keep(Chat chat, Draft draft) {
    ObjectNode json = Json.object();
    json.put("message_id", chat.nextMessageId());
    json.setAll(draft.json());
    json.put("date", chat.world().now());
    json.set("chat", chat.asJson());
    return chat.keep(json, draft.html());
  }

  static void tellEdited(ChatMessage message) {
    boolean isPost = message.chat().kind() == ChatKind.CHANNEL;
    tell(message, isPost ? "edited_channel_post" : "edited_message");
  }

  private static void tell(ChatMessage message, String kind) {
    World world = message.chat().world();
    ObjectNode json = message.json();
    if (Visibility.isVisible(message.chat(), world.account(), json)) {
      world.updates().publish(kind, json, RETENTION);
    }
  }

  static void tell(World world, String kind, JsonNode payload) {
    world.updates().publish(kind, payload, RETENTION);
  }
}
