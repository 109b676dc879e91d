package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.Access.Right;
import io.hangtag.bot.playground.FileStore.Stored;
import io.hangtag.bot.playground.Media.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the bot sends: texts, photos, videos, documents, albums, and the sign that it is busy.
final class MessageMethods {

  private static final Set<String> ACTIONS =
      Set.of(
          "cancel",
          "typing",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "upload_photo",
          "upload_document",
          "choose_sticker",
          "find_location",
          "record_video_note",
          "upload_video_note");

  private final World world;
  private final Access access;
  private final SentFiles sentFiles;

  MessageMethods(World world, Access access) {
    this.world = world;
    this.access = access;
    this.sentFiles = new SentFiles(world.files());
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "sendMessage", this::sendMessage);
    Method.add(methods, "sendPhoto", request -> sendMedia(request, Kind.PHOTO));
    Method.add(methods, "sendVideo", request -> sendMedia(request, Kind.VIDEO));
    Method.add(methods, "sendDocument", request -> sendMedia(request, Kind.DOCUMENT));
    Method.add(methods, "sendMediaGroup", this::sendMediaGroup);
    Method.add(methods, "sendChatAction", this::sendChatAction);
  }

  private JsonNode sendMessage(Request request) {
    FormattedText text = Formatting.text(request);
    Addressing addressing = Addressing.of(request, access);
    Formatting.requireTextLength(text);
    JsonNode keyboard = Keyboards.checked(request.json("reply_markup"));
    Draft draft = draft(request, addressing).text(text, request.text("text")).keyboard(keyboard);
    return send(addressing.chat(), draft);
  }

  private JsonNode sendMedia(Request request, Kind kind) {
    sentFiles.requireGiven(request, kind.field());
    FormattedText caption = Formatting.caption(request);
    Addressing addressing = Addressing.of(request, access);
    Formatting.requireCaptionLength(caption);
    JsonNode keyboard = Keyboards.checked(request.json("reply_markup"));
    Stored stored = sentFiles.stored(request, request.text(kind.field()), kind);
    Draft draft =
        draft(request, addressing)
            .media(stored, caption, request.text("caption"))
            .keyboard(keyboard);
    return send(addressing.chat(), draft);
  }

  private JsonNode sendMediaGroup(Request request) {
    JsonNode media = request.json("media");
    if (!media.isArray()) {
      throw Refusal.badRequest("parameter \"media\" is required");
    }
    if (media.isEmpty()) {
      throw Refusal.badRequest("there are no messages to send");
    }
    if (media.size() > 10) {
      throw Refusal.badRequest("too many messages to send as an album");
    }
    Addressing addressing = Addressing.of(request, access);
    String album = world.nextQueryId();
    List<Draft> drafts = new ArrayList<>();
    media.forEach(item -> drafts.add(albumDraft(request, addressing, item).inAlbum(album)));
    ArrayNode sent = Json.array();
    drafts.forEach(draft -> sent.add(send(addressing.chat(), draft)));
    return sent;
  }

  private Draft albumDraft(Request request, Addressing addressing, JsonNode item) {
    String sent = item.path("caption").asText("");
    FormattedText caption =
        Formatting.of(sent, item.path("parse_mode").asText(""), item.path("caption_entities"));
    Formatting.requireCaptionLength(caption);
    Stored stored = sentFiles.stored(request, item);
    return draft(request, addressing).media(stored, caption, sent);
  }

  private Draft draft(Request request, Addressing addressing) {
    Chat chat = addressing.chat();
    if (request.has("receiver_user_id")) {
      throw Refusal.notImplemented("ephemeral messages");
    }
    ObjectNode bot = world.account().asUser();
    Draft draft = chat.kind() == ChatKind.CHANNEL ? Draft.ofChannel(chat) : new Draft(bot);
    return addressing.applyTo(draft);
  }

  private static ObjectNode send(Chat chat, Draft draft) {
    return Delivery.keep(chat, draft).json();
  }

  private JsonNode sendChatAction(Request request) {
    if (!ACTIONS.contains(request.text("action"))) {
      throw Refusal.badRequest("wrong parameter action in request");
    }
    Chat chat = access.chat(request, Right.WRITE);
    world.happened(new Happening.ActionShown(chat, request.text("action")));
    return Json.yes();
  }
}
