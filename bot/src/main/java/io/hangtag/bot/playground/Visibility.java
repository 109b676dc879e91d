package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.util.List;
import java.util.Locale;

/// What a bot is shown of a chat: Telegram's privacy mode.
final class Visibility {

  private static final List<String> SERVICE =
      List.of(
          "new_chat_members",
          "left_chat_member",
          "forum_topic_created",
          "migrate_to_chat_id",
          "migrate_from_chat_id");

  private Visibility() {}

  static boolean isVisible(Chat chat, BotAccount bot, JsonNode message) {
    MemberStatus status = chat.status(bot.id());
    if (!status.isMember() && !isOwnRemoval(bot, message)) {
      return false;
    }
    boolean seesAll =
        !chat.kind().isGroup()
            || status.isAdministrator()
            || !bot.has(Setting.PRIVACY_MODE)
            || SERVICE.stream().anyMatch(message::has);
    return seesAll || isMeantFor(bot, message);
  }

  private static boolean isOwnRemoval(BotAccount bot, JsonNode message) {
    return message.path("left_chat_member").path("id").asLong() == bot.id();
  }

  private static boolean isMeantFor(BotAccount bot, JsonNode message) {
    boolean isReplyToBot =
        message.path("reply_to_message").path("from").path("id").asLong() == bot.id();
    boolean isViaBot = message.path("via_bot").path("id").asLong() == bot.id();
    return isReplyToBot || isViaBot || hasCommandFor(bot, message);
  }

  /// Telegram shows a command without @ to the bot that posted last; here there is no other bot, so
  /// that is always this one.
  private static boolean hasCommandFor(BotAccount bot, JsonNode message) {
    boolean isText = message.has("text");
    String text = message.path(isText ? "text" : "caption").asText();
    for (JsonNode entity : message.path(isText ? "entities" : "caption_entities")) {
      if (entity.path("type").asText().equals("bot_command")) {
        int from = entity.path("offset").asInt();
        String command = text.substring(from, from + entity.path("length").asInt());
        if (isAddressedTo(bot, command)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAddressedTo(BotAccount bot, String command) {
    int at = command.indexOf('@');
    return at < 0
        || command
            .substring(at + 1)
            .toLowerCase(Locale.ROOT)
            .equals(bot.username().toLowerCase(Locale.ROOT));
  }
}
