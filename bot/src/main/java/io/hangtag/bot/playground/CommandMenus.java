package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command menus the bot has set, by scope and language. Guarded by the world's monitor.
final class CommandMenus {

  private record Place(String scope, String language) {}

  private final Access access;
  private final Map<Place, JsonNode> menus = new HashMap<>();

  CommandMenus(Access access) {
    this.access = access;
  }

  JsonNode set(Request request) {
    JsonNode commands = request.json("commands");
    if (commands.size() > 100) {
      throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    for (JsonNode command : commands) {
      requireValid(command);
    }
    menus.put(place(request), commands);
    return Json.yes();
  }

  JsonNode get(Request request) {
    return menus.getOrDefault(place(request), Json.array());
  }

  JsonNode delete(Request request) {
    menus.remove(place(request));
    return Json.yes();
  }

  /// The menu somebody sees in a chat: Telegram takes the narrowest scope that has one, first in
  /// the person's language, then for all languages.
  List<JsonNode> shownTo(Person person, Chat chat) {
    String language = person.asUser().path("language_code").asText("");
    return scopes(person, chat).stream()
        .flatMap(scope -> List.of(new Place(scope, language), new Place(scope, "")).stream())
        .flatMap(place -> Optional.ofNullable(menus.get(place)).stream())
        .findFirst()
        .map(menu -> Json.elements(menu).toList())
        .orElse(List.of());
  }

  private static List<String> scopes(Person person, Chat chat) {
    String inChat = " " + chat.id();
    String member = "chat_member" + inChat + " " + person.id();
    boolean isAdministrator = chat.status(person.id()).isAdministrator();
    if (chat.kind() == ChatKind.PRIVATE) {
      return List.of("chat" + inChat, "all_private_chats", "default");
    }
    return isAdministrator
        ? List.of(
            member,
            "chat_administrators" + inChat,
            "chat" + inChat,
            "all_chat_administrators",
            "all_group_chats",
            "default")
        : List.of(member, "chat" + inChat, "all_group_chats", "default");
  }

  private static void requireValid(JsonNode command) {
    if (!command.path("command").asText().matches("/?[a-z0-9_]{1,32}")) {
      throw Refusal.badRequest("BOT_COMMAND_INVALID");
    }
    int length = command.path("description").asText().length();
    if (length < 1 || length > 256) {
      throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
  }

  private Place place(Request request) {
    JsonNode scope = request.json("scope");
    String type = scope.path("type").asText("default");
    String key = type;
    if (scope.has("chat_id")) {
      String chatId = scope.path("chat_id").asText();
      Request aboutChat = request.with(Json.object().put("chat_id", chatId));
      key = key + " " + access.chat(aboutChat, Access.Right.READ_MEMBERS).id();
    }
    if (scope.has("user_id")) {
      key = key + " " + scope.path("user_id").asText();
    }
    String language = request.text("language_code");
    if (!language.matches("([a-z]{2})?")) {
      throw Refusal.badRequest("invalid language code specified");
    }
    return new Place(key, language);
  }
}
