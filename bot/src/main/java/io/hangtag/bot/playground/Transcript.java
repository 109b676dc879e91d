package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chats as lines of text, for messages about what went wrong.
final class Transcript {

  private static final List<String> CONTENTS =
      List.of(
          "photo",
          "video",
          "document",
          "new_chat_members",
          "left_chat_member",
          "forum_topic_created",
          "migrate_to_chat_id",
          "migrate_from_chat_id");

  private Transcript() {}

  static String of(List<Chat> chats) {
    return chats.stream()
        .map(chat -> chat + ":\n" + lines(chat.messages()))
        .collect(Collectors.joining("\n"));
  }

  private static String lines(List<ChatMessage> messages) {
    return messages.isEmpty()
        ? "  (nothing)"
        : messages.stream().map(each -> "  " + line(each)).collect(Collectors.joining("\n"));
  }

  static String line(ChatMessage message) {
    ObjectNode json = message.json();
    StringBuilder line = new StringBuilder();
    line.append(message.id()).append(' ').append(sender(json));
    message
        .replyTo()
        .ifPresent(target -> line.append(" (reply to ").append(target.id()).append(')'));
    line.append(": ").append(content(json)).append(message.text());
    if (!message.buttons().isEmpty()) {
      line.append(' ').append(message.buttonTexts());
    }
    if (message.isEdited()) {
      line.append(" (edited)");
    }
    if (message.isDeleted()) {
      line.append(" (deleted)");
    }
    return line.toString();
  }

  private static String sender(JsonNode json) {
    return json.has("sender_chat")
        ? json.path("sender_chat").path("title").asText()
        : json.path("from").path("first_name").asText();
  }

  private static String content(JsonNode json) {
    Optional<String> content = CONTENTS.stream().filter(json::has).findFirst();
    return content.map(field -> "[" + field + "] ").orElse("");
  }
}
