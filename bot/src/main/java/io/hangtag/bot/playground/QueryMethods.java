package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The bot's answers to pressed buttons and inline queries.
final class QueryMethods {

  /// Telegram does not say; answers after a minute are known to come too late.
  private static final Duration CALLBACK_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration INLINE_TIMEOUT = Duration.ofSeconds(30);

  private final World world;

  QueryMethods(World world) {
    this.world = world;
  }

  void addTo(Map<String, Method> methods) {
    Method.add(methods, "answerCallbackQuery", this::answerCallback);
    Method.add(methods, "answerInlineQuery", this::answerInline);
  }

  private JsonNode answerCallback(Request request) {
    ButtonPress press = world.presses().get(request.text("callback_query_id"));
    if (press == null || press.findAnswer().isPresent() || isOver(press.at(), CALLBACK_TIMEOUT)) {
      throw tooOld();
    }
    String text = request.text("text");
    if (text.length() > 200) {
      throw Refusal.badRequest("MESSAGE_TOO_LONG");
    }
    press.answered(new CallbackAnswer(text, request.flag("show_alert"), request.text("url")));
    return Json.yes();
  }

  private JsonNode answerInline(Request request) {
    JsonNode results = request.json("results");
    if (results.size() > 50) {
      throw Refusal.badRequest("too many inline query results specified");
    }
    InlineQuery query = world.inlineQueries().get(request.text("inline_query_id"));
    if (query == null || query.findAnswer().isPresent() || isOver(query.at(), INLINE_TIMEOUT)) {
      throw tooOld();
    }
    requireDistinctIds(results);
    results.forEach(QueryMethods::requireSendable);
    if (bytes(request.text("next_offset")) > 64) {
      throw Refusal.badRequest("NEXT_OFFSET_INVALID");
    }
    String parameter = request.json("button").path("start_parameter").asText("");
    if (!parameter.matches("[A-Za-z0-9_-]{0,64}")) {
      throw Refusal.badRequest("START_PARAM_INVALID");
    }
    query.answered(request.parameters());
    return Json.yes();
  }

  private static void requireDistinctIds(JsonNode results) {
    Set<String> ids = new HashSet<>();
    for (JsonNode result : results) {
      String id = result.path("id").asText();
      if (id.isEmpty() || bytes(id) > 64) {
        throw Refusal.badRequest("RESULT_ID_INVALID");
      }
      if (!ids.add(id)) {
        throw Refusal.badRequest("RESULT_ID_DUPLICATE");
      }
    }
  }

  /// What is offered must be fit to be sent: Telegram looks at texts and keyboards right away.
  private static void requireSendable(JsonNode result) {
    JsonNode content = result.path("input_message_content");
    JsonNode _ = Keyboards.checked(result.path("reply_markup"));
    if (content.has("message_text")) {
      requireText(content);
    } else if (result.path("type").asText().equals("article")) {
      throw Refusal.badRequest(
          "can't parse inline query result: Can't find field \"input_message_content\"");
    }
    String thumbnail = result.path("thumbnail_url").asText("");
    if (!thumbnail.isEmpty() && Links.checked(thumbnail).isEmpty()) {
      throw Refusal.badRequest("WEBDOCUMENT_URL_INVALID");
    }
    String parseMode = result.path("parse_mode").asText("");
    Formatting.requireCaptionLength(
        Formatting.of(
            result.path("caption").asText(""), parseMode, result.path("caption_entities")));
  }

  private static void requireText(JsonNode content) {
    String parseMode = content.path("parse_mode").asText("");
    String text = content.path("message_text").asText();
    if (text.isEmpty()) {
      throw Refusal.badRequest("can't parse inline query result: Message text is empty");
    }
    Formatting.requireTextLength(Formatting.of(text, parseMode, content.path("entities")));
  }

  private boolean isOver(Instant asked, Duration timeout) {
    return world.clock().instant().isAfter(asked.plus(timeout));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Refusal tooOld() {
    return Refusal.badRequest(
        "query is too old and response timeout expired or query ID is invalid");
  }
}
