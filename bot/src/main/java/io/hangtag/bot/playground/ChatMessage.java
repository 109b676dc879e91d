package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A message in a chat, as it is now: edits show. For many threads.
public final class ChatMessage {

  private final Chat chat;
  private ObjectNode json;
  private String html;
  private String reaction = "";
  private boolean isDeleted;

  ChatMessage(Chat chat, ObjectNode json, String html) {
    this.chat = chat;
    this.json = json;
    this.html = html;
  }

  public Chat chat() {
    return chat;
  }

  public int id() {
    return now().path("message_id").asInt();
  }

  /// The text, else the caption, else nothing; without formatting.
  public String text() {
    ObjectNode now = now();
    return now.path("text").asText(now.path("caption").asText(""));
  }

  /// The text or caption with its tags, as the bot sent it; what people write has none.
  public String html() {
    return chat.world().monitor().within(() -> html);
  }

  /// The whole Message as Telegram would describe it to the bot; a copy.
  public ObjectNode json() {
    return now().deepCopy();
  }

  /// The picture it shows, in its largest size; empty if it shows none.
  public Optional<Content> picture() {
    String id = now().path("photo").path(0).path("file_id").asText();
    return chat.world()
        .monitor()
        .within(() -> chat.world().files().find(id))
        .map(stored -> stored.media().content());
  }

  public boolean isFromBot() {
    return now().path("from").path("id").asLong() == chat.world().account().id();
  }

  public boolean isEdited() {
    return now().has("edit_date");
  }

  public boolean isDeleted() {
    return chat.world().monitor().within(() -> isDeleted);
  }

  /// The emoji the bot put on it, or empty.
  public String reaction() {
    return chat.world().monitor().within(() -> reaction);
  }

  public Optional<ChatMessage> replyTo() {
    int target = now().path("reply_to_message").path("message_id").asInt();
    return chat.findMessage(target);
  }

  public OptionalInt threadId() {
    JsonNode thread = now().path("message_thread_id");
    return thread.isInt() ? OptionalInt.of(thread.asInt()) : OptionalInt.empty();
  }

  /// The inline keyboard's buttons, row by row.
  public List<Button> buttons() {
    List<Button> buttons = new ArrayList<>();
    for (JsonNode row : now().path("reply_markup").path("inline_keyboard")) {
      row.forEach(button -> buttons.add(new Button(button.deepCopy())));
    }
    return buttons;
  }

  public List<String> buttonTexts() {
    return buttons().stream().map(Button::text).toList();
  }

  /// Waits for the bot's reply: the first message that replies to this one.
  ///
  /// @throws NotHappened when none came in time
  public ChatMessage reply() {
    return chat.await("a reply to message " + id(), reply -> isRepliedBy(reply));
  }

  private boolean isRepliedBy(ChatMessage other) {
    return other.isFromBot() && other.replyTo().filter(target -> target == this).isPresent();
  }

  void edit(ObjectNode newJson, String newHtml) {
    json = newJson;
    html = newHtml;
    chat.world().happened(new Happening.Edited(this));
  }

  void delete() {
    isDeleted = true;
    chat.world().happened(new Happening.Deleted(this));
  }

  void react(String emoji) {
    reaction = emoji;
    chat.world().happened(new Happening.Reacted(this, emoji));
  }

  private ObjectNode now() {
    return chat.world().monitor().within(() -> json);
  }

  @Override
  public String toString() {
    return Transcript.line(this);
  }
}
