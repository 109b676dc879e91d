package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something typed after the bot's name, and what the bot offered for it. For many threads.
public final class InlineQuery {

  private static final Duration RETENTION = Duration.ofSeconds(30);
  private static final Duration CHOICE_RETENTION = Duration.ofMinutes(10);

  private final World world;
  private final String id;
  private final Person person;
  private final String text;
  private final Instant at;
  private @Nullable JsonNode answer;

  private InlineQuery(World world, String id, Person person, String text) {
    this.world = world;
    this.id = id;
    this.person = person;
    this.text = text;
    this.at = world.clock().instant();
  }

  static InlineQuery ask(World world, Person person, String text, String offset) {
    return world
        .monitor()
        .within(
            () -> {
              if (!world.account().has(Setting.INLINE_QUERIES)) {
                throw new IllegalStateException(world.account() + " takes no inline queries");
              }
              InlineQuery query = new InlineQuery(world, world.nextQueryId(), person, text);
              world.inlineQueries().put(query.id, query);
              ObjectNode json = Json.object().put("id", query.id);
              json.set("from", person.asUser());
              json.put("query", text).put("offset", offset).put("chat_type", "group");
              world.updates().publish("inline_query", json, RETENTION);
              return query;
            });
  }

  /// The inline_query_id.
  public String id() {
    return id;
  }

  /// Scrolls to the end: asks for what comes after the results shown.
  ///
  /// @throws IllegalStateException when the bot said there is no more
  public InlineQuery more() {
    String offset = answer().path("next_offset").asText("");
    if (offset.isEmpty()) {
      throw new IllegalStateException("The bot has no more for \"" + text + "\"");
    }
    return ask(world, person, text, offset);
  }

  /// Waits for the results, as the bot gave them.
  ///
  /// @throws NotHappened when none came in time
  public List<JsonNode> results() {
    return Json.elements(answer().path("results")).toList();
  }

  /// Waits for the whole answerInlineQuery request: results, button, cache_time, is_personal.
  ///
  /// @throws NotHappened when none came in time
  public JsonNode answer() {
    return world.await("an answer to inline query \"" + text + "\"", this::findAnswer);
  }

  public Optional<JsonNode> findAnswer() {
    return world.monitor().within(() -> Optional.ofNullable(answer));
  }

  /// Sends the n-th result, counting from 0, into a chat.
  @CanIgnoreReturnValue
  public ChatMessage choose(int index, Chat chat) {
    return choose(index, person.in(chat));
  }

  /// Sends the n-th result, counting from 0, as somebody would write there: as a reply, in a topic.
  ///
  /// @param where who asked, in a chat
  @CanIgnoreReturnValue
  public ChatMessage choose(int index, Participant where) {
    JsonNode result = results().get(index);
    return where.sends(
        () -> {
          ChatMessage message = Delivery.post(where.chat(), draft(result, where.draft()));
          if (result.path("reply_markup").isObject()) {
            // Telegram gives the bot a handle on the message only if it has a keyboard.
            world.inlineMessages().put("AAMC" + world.nextQueryId(), message);
          }
          if (world.account().has(Setting.INLINE_FEEDBACK)) {
            world
                .updates()
                .publish("chosen_inline_result", choice(result, message), CHOICE_RETENTION);
          }
          return message;
        });
  }

  private Draft draft(JsonNode result, Draft draft) {
    JsonNode content = result.path("input_message_content");
    draft.viaBot(world.account().asUser());
    if (content.has("message_text")) {
      String html = content.path("message_text").asText();
      draft.text(
          Formatting.of(html, content.path("parse_mode").asText(""), content.path("entities")),
          html);
    } else {
      chosenFile(result).ifPresent(file -> addFile(draft, file, result));
    }
    JsonNode markup = result.path("reply_markup");
    if (markup.isObject()) {
      draft.keyboard(markup);
    }
    return draft;
  }

  private static void addFile(Draft draft, FileStore.Stored file, JsonNode result) {
    String caption = result.path("caption").asText("");
    String parseMode = result.path("parse_mode").asText("");
    draft.media(file, Formatting.of(caption, parseMode, result.path("caption_entities")), caption);
  }

  private Optional<FileStore.Stored> chosenFile(JsonNode result) {
    return Json.elements(result)
        .filter(JsonNode::isTextual)
        .flatMap(value -> world.files().find(value.asText()).stream())
        .findFirst();
  }

  private ObjectNode choice(JsonNode result, ChatMessage message) {
    ObjectNode choice = Json.object().put("result_id", result.path("id").asText());
    choice.set("from", person.asUser());
    String inlineMessageId = inlineMessageId(message);
    if (!inlineMessageId.isEmpty()) {
      choice.put("inline_message_id", inlineMessageId);
    }
    return choice.put("query", text);
  }

  /// The only name the bot has for a message sent through it; empty for other messages.
  static String inlineMessageId(ChatMessage message) {
    Map<String, ChatMessage> all = message.chat().world().inlineMessages();
    return all.entrySet().stream()
        .filter(each -> each.getValue() == message)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  Instant at() {
    return at;
  }

  void answered(JsonNode given) {
    answer = given;
  }
}
