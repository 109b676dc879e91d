package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.Access.Right;
import io.hangtag.bot.playground.FileStore.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the bot does to messages that are there: edits, deletes, reacts.
final class EditMethods {

  private static final Duration DELETABLE = Duration.ofDays(2);

  /// A bot may use these; the documentation lists them.
  private static final Set<String> REACTIONS =
      Set.of(
          """
          👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 \
          🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 \
          🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"""
              .split(" "));

  private final World world;
  private final Access access;
  private final SentFiles sentFiles;

  EditMethods(World world, Access access) {
    this.world = world;
    this.access = access;
    this.sentFiles = new SentFiles(world.files());
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "editMessageText", this::editText);
    Method.add(methods, "editMessageCaption", this::editCaption);
    Method.add(methods, "editMessageMedia", this::editMedia);
    Method.add(methods, "editMessageReplyMarkup", this::editKeyboard);
    Method.add(methods, "deleteMessage", this::delete);
    Method.add(methods, "setMessageReaction", this::react);
  }

  private JsonNode editText(Request request) {
    FormattedText text = Formatting.text(request);
    ChatMessage message = editable(request);
    ObjectNode json = message.json();
    if (!json.has("text")) {
      throw Refusal.badRequest("there is no text in the message to edit");
    }
    Formatting.requireTextLength(text);
    text.writeTo(json, "text", "entities");
    return edit(request, message, json, request.text("text"));
  }

  private JsonNode editCaption(Request request) {
    FormattedText caption = Formatting.caption(request);
    ChatMessage message = editable(request);
    ObjectNode json = message.json();
    if (json.has("text")) {
      throw Refusal.badRequest("there is no caption in the message to edit");
    }
    Formatting.requireCaptionLength(caption);
    json.remove(List.of("caption", "caption_entities"));
    if (!caption.text().isEmpty()) {
      caption.writeTo(json, "caption", "caption_entities");
    }
    return edit(request, message, json, request.text("caption"));
  }

  /// Replaces what a message shows, or a text by something to show.
  private JsonNode editMedia(Request request) {
    JsonNode item = request.json("media");
    if (!item.isObject()) {
      throw Refusal.badRequest("parameter \"media\" is required");
    }
    String sent = item.path("caption").asText("");
    FormattedText caption =
        Formatting.of(sent, item.path("parse_mode").asText(""), item.path("caption_entities"));
    ChatMessage message = editable(request);
    Formatting.requireCaptionLength(caption);
    if (request.has("inline_message_id") && item.path("media").asText().startsWith("attach://")) {
      throw Refusal.notImplemented("a new file in a message that was sent inline");
    }
    if (message.json().has("media_group_id")) {
      throw Refusal.notImplemented("other media in an album");
    }
    Stored stored = sentFiles.stored(request, item);
    ObjectNode json = message.json();
    json.remove(List.of("text", "entities", "link_preview_options", "caption", "caption_entities"));
    for (Media.Kind kind : Media.Kind.values()) {
      json.remove(kind.field());
    }
    json.set(stored.media().kind().field(), stored.field());
    if (!caption.text().isEmpty()) {
      caption.writeTo(json, "caption", "caption_entities");
    }
    return edit(request, message, json, sent);
  }

  private JsonNode editKeyboard(Request request) {
    ChatMessage message = editable(request);
    return edit(request, message, message.json(), message.html());
  }

  /// An edit without a keyboard takes the old one away.
  private JsonNode edit(Request request, ChatMessage message, ObjectNode json, String html) {
    JsonNode keyboard = Keyboards.checked(request.json("reply_markup"));
    json.remove("reply_markup");
    if (!keyboard.path("inline_keyboard").isEmpty()) {
      json.set("reply_markup", keyboard);
    }
    if (json.equals(message.json())) {
      throw Refusal.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    message.edit(json.put("edit_date", world.now()), html);
    return request.has("inline_message_id") ? Json.yes() : message.json();
  }

  private ChatMessage editable(Request request) {
    if (!request.has("chat_id") && !request.has("message_id")) {
      return inlineMessage(request);
    }
    Chat chat = access.chat(request, Right.EDIT);
    ChatMessage message = access.message(chat, request, "message to edit");
    boolean isPost = chat.kind() == ChatKind.CHANNEL;
    if (!message.isFromBot() && !isPost) {
      throw Refusal.badRequest("message can't be edited");
    }
    return message;
  }

  private ChatMessage inlineMessage(Request request) {
    if (!request.has("inline_message_id")) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    ChatMessage message = world.inlineMessages().get(request.text("inline_message_id"));
    if (message == null || message.isDeleted()) {
      throw Refusal.badRequest("MESSAGE_ID_INVALID");
    }
    return message;
  }

  private JsonNode delete(Request request) {
    if (!request.has("chat_id")) {
      throw Refusal.badRequest("chat identifier is not specified");
    }
    if (!request.has("message_id")) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    Chat chat = access.chat(request, Right.WRITE);
    ChatMessage message = access.message(chat, request, "message to delete");
    if (!isDeletable(chat, message)) {
      throw Refusal.badRequest("message can't be deleted");
    }
    message.delete();
    return Json.yes();
  }

  private boolean isDeletable(Chat chat, ChatMessage message) {
    if (chat.status(world.account().id()).isAdministrator()) {
      return true;
    }
    long age = world.now() - message.json().path("date").asLong();
    boolean isYoung = age <= DELETABLE.toSeconds();
    return isYoung && (message.isFromBot() || chat.kind() == ChatKind.PRIVATE);
  }

  private JsonNode react(Request request) {
    Chat chat = access.chat(request, Right.READ);
    ChatMessage message = access.message(chat, request, "message to react");
    JsonNode reactions = request.json("reaction");
    if (reactions.size() > 1) {
      throw Refusal.badRequest("REACTIONS_TOO_MANY");
    }
    String emoji = reactions.path(0).path("emoji").asText("");
    if (!reactions.isEmpty() && !REACTIONS.contains(emoji)) {
      throw Refusal.badRequest("REACTION_INVALID");
    }
    message.react(emoji);
    return Json.yes();
  }
}
