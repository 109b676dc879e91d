package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.Access.Right;
import java.util.Optional;

/// Where a message goes: the chat, the thread, and the message it replies to.
///
/// @param threadId 0 for none
record Addressing(Chat chat, int threadId, Optional<ChatMessage> replyTo) {

  /// @throws Refusal when one of the three is not there for the bot
  static Addressing of(Request request, Access access) {
    Chat chat = access.chat(request, Right.WRITE);
    Optional<ChatMessage> replyTo = replyTo(chat, request.json("reply_parameters"));
    int threadId = request.integer("message_thread_id", 0, 0, Integer.MAX_VALUE);
    if (threadId != 0 && !chat.hasThread(threadId)) {
      throw Refusal.badRequest("message thread not found");
    }
    Addressing addressing = new Addressing(chat, threadId, replyTo);
    addressing.requireOpenTopic();
    return addressing;
  }

  private static Optional<ChatMessage> replyTo(Chat chat, JsonNode parameters) {
    int id = parameters.path("message_id").asInt();
    if (id <= 0) {
      return Optional.empty();
    }
    if (parameters.hasNonNull("chat_id") && parameters.path("chat_id").asLong() != chat.id()) {
      throw Refusal.notImplemented("replies to messages of other chats");
    }
    Optional<ChatMessage> target = chat.findMessage(id);
    if (target.isEmpty() && !parameters.path("allow_sending_without_reply").asBoolean()) {
      throw Refusal.badRequest("message to be replied not found");
    }
    return target;
  }

  private void requireOpenTopic() {
    int topic =
        threadId != 0 ? threadId : replyTo.map(target -> target.threadId().orElse(0)).orElse(0);
    long bot = chat.world().account().id();
    if (chat.isClosed(topic) && !chat.status(bot).isAdministrator()) {
      throw Refusal.badRequest("TOPIC_CLOSED");
    }
  }

  Draft applyTo(Draft draft) {
    if (threadId != 0) {
      draft.inThreadOf(chat, threadId);
    }
    return replyTo.map(draft::replyTo).orElse(draft);
  }
}
