package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;

/// A message being put together, before it has an id.
final class Draft {

  private final ObjectNode json = Json.object();
  private String html = "";

  Draft(ObjectNode from) {
    json.set("from", from);
  }

  /// Channel posts have no sender but the channel.
  static Draft ofChannel(Chat channel) {
    Draft draft = new Draft(Json.object());
    draft.json.remove("from");
    return draft.sentAs(channel);
  }

  /// A channel's post as Telegram itself forwards it into the group where it is discussed.
  static Draft ofPost(ChatMessage post) {
    Draft draft = new Draft(Spokesman.telegram()).sentAs(post.chat()).forwarded(post);
    draft.json.put("is_automatic_forward", true);
    draft.copy(post.json(), "media_group_id");
    return draft;
  }

  @CanIgnoreReturnValue
  Draft sentAs(Chat chat) {
    json.set("sender_chat", chat.asJson());
    return this;
  }

  @CanIgnoreReturnValue
  Draft text(FormattedText text, String sentHtml) {
    text.writeTo(json, "text", "entities");
    html = sentHtml;
    return this;
  }

  @CanIgnoreReturnValue
  Draft media(FileStore.Stored stored, FormattedText caption, String sentHtml) {
    json.set(stored.media().kind().field(), stored.field());
    if (!caption.text().isEmpty()) {
      caption.writeTo(json, "caption", "caption_entities");
    }
    html = sentHtml;
    return this;
  }

  @CanIgnoreReturnValue
  Draft inAlbum(String mediaGroupId) {
    json.put("media_group_id", mediaGroupId);
    return this;
  }

  @CanIgnoreReturnValue
  Draft service(String field, JsonNode value) {
    json.set(field, value);
    return this;
  }

  @CanIgnoreReturnValue
  Draft keyboard(JsonNode markup) {
    if (markup.has("inline_keyboard") && !markup.path("inline_keyboard").isEmpty()) {
      json.set("reply_markup", markup);
    }
    return this;
  }

  /// Telegram shows the message replied to, but not what that one replied to.
  @CanIgnoreReturnValue
  Draft replyTo(ChatMessage target) {
    ObjectNode shown = target.json();
    shown.remove("reply_to_message");
    json.set("reply_to_message", shown);
    if (!json.has("message_thread_id") && target.chat().kind() == ChatKind.SUPERGROUP) {
      inThreadOf(target);
    }
    return this;
  }

  /// In a forum the topic; elsewhere the message at the root, which is no topic and a trap to echo.
  private void inThreadOf(ChatMessage target) {
    int thread = target.threadId().orElse(target.chat().isForum() ? 0 : target.id());
    if (thread != 0) {
      json.put("message_thread_id", thread);
      markTopic(target.chat(), thread);
    }
  }

  @CanIgnoreReturnValue
  Draft inThread(int threadId) {
    json.put("message_thread_id", threadId);
    json.put("is_topic_message", true);
    return this;
  }

  @CanIgnoreReturnValue
  Draft inThreadOf(Chat chat, int threadId) {
    json.put("message_thread_id", threadId);
    markTopic(chat, threadId);
    return this;
  }

  private void markTopic(Chat chat, int threadId) {
    if (chat.isTopic(threadId)) {
      json.put("is_topic_message", true);
    }
  }

  @CanIgnoreReturnValue
  Draft viaBot(ObjectNode bot) {
    json.set("via_bot", bot);
    return this;
  }

  /// The files keep their file_unique_id, which is how a bot knows them again.
  @CanIgnoreReturnValue
  Draft forwarded(ChatMessage original) {
    ObjectNode source = original.json();
    for (String field : new String[] {"text", "entities", "caption", "caption_entities"}) {
      copy(source, field);
    }
    for (Media.Kind kind : Media.Kind.values()) {
      copy(source, kind.field());
    }
    json.set("forward_origin", origin(source));
    return this;
  }

  private void copy(ObjectNode source, String field) {
    if (source.has(field)) {
      json.set(field, source.get(field));
    }
  }

  private static ObjectNode origin(ObjectNode source) {
    if (source.has("forward_origin")) {
      return (ObjectNode) source.get("forward_origin");
    }
    ObjectNode origin = Json.object().put("date", source.path("date").asLong());
    if (source.path("chat").path("type").asText().equals("channel")) {
      origin.put("type", "channel").set("chat", source.get("chat"));
      return origin.put("message_id", source.path("message_id").asInt());
    }
    if (source.has("sender_chat")) {
      origin.put("type", "chat").set("sender_chat", source.get("sender_chat"));
    } else {
      origin.put("type", "user").set("sender_user", source.get("from"));
    }
    return origin;
  }

  ObjectNode json() {
    return json;
  }

  String html() {
    return html;
  }
}
