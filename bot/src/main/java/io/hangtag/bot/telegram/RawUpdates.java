package io.hangtag.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bot.chat.inline.InlineQuestion;
import io.hangtag.core.inbox.RawUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// A request for updates whose answer is taken apart but not understood: each update stays word for
/// word as it came. So one that the library cannot read spoils no other, and is not asked for again
/// and again.
final class RawUpdates extends GetUpdates {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  RawUpdates(int offset, int timeoutSeconds, List<String> kinds) {
    setOffset(offset);
    setLimit(100);
    setTimeout(timeoutSeconds);
    setAllowedUpdates(kinds);
  }

  @Override
  @SuppressWarnings("NonApiType") // The library's method returns an ArrayList.
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    try {
      JsonNode root = JSON.readTree(answer);
      JsonNode result = root.path("result");
      if (!root.path("ok").asBoolean() || !result.isArray()) {
        throw new TelegramApiRequestException(
            "Telegram answered getUpdates without updates: " + root.path("description").asText());
      }
      ArrayList<Update> updates = new ArrayList<>();
      result.forEach(update -> updates.add(new Untouched(update)));
      return updates;
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("Telegram answered getUpdates with no JSON", e);
    }
  }

  /// An update that nobody has read yet.
  ///
  /// To the library its id is the order of arrival: it drops what is not above the last id, and
  /// Telegram's own ids start again lower after a quiet week.
  static final class Untouched extends Update {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger ARRIVED = new AtomicInteger();
    private final transient JsonNode json;

    private Untouched(JsonNode json) {
      this.json = json;
      setUpdateId(ARRIVED.incrementAndGet());
    }

    /// What somebody types, which nobody needs once it is half a minute old.
    boolean isInlineQuestion() {
      return json.has("inline_query");
    }

    Optional<InlineQuestion> inlineQuestion() {
      return UpdateReader.inlineQuestion(json);
    }

    long telegramId() {
      return json.path("update_id").asLong();
    }

    RawUpdate raw() {
      return new RawUpdate(telegramId(), lane(json), json.toString());
    }
  }

  /// The chat an update belongs to, or the person where there is no chat.
  static long lane(JsonNode update) {
    for (JsonNode content : update) {
      if (content.isObject()) {
        JsonNode chat = content.path("chat").path("id");
        JsonNode chatOfButton = content.path("message").path("chat").path("id");
        JsonNode person = content.path("from").path("id");
        JsonNode lane = chat.isNumber() ? chat : chatOfButton.isNumber() ? chatOfButton : person;
        return lane.asLong();
      }
    }
    return 0;
  }
}
