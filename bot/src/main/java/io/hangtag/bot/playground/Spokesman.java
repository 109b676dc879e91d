package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The accounts that Telegram puts in the place of whoever speaks in a chat's name.
final class Spokesman {

  private static final long TELEGRAM = 777000L;
  private static final long GROUP_ANONYMOUS_BOT = 1087968824L;
  private static final long CHANNEL_BOT = 136817688L;

  private Spokesman() {}

  /// As whom the bot sees somebody in a group who speaks in the name of this chat.
  static ObjectNode of(Chat group, Chat speaker) {
    return speaker == group
        ? user(GROUP_ANONYMOUS_BOT, true, "Group").put("username", "GroupAnonymousBot")
        : user(CHANNEL_BOT, true, "Channel").put("username", "Channel_Bot");
  }

  /// As whom the bot sees Telegram itself, which forwards a channel's posts into its group.
  static ObjectNode telegram() {
    return user(TELEGRAM, false, "Telegram");
  }

  private static ObjectNode user(long id, boolean isBot, String name) {
    return Json.object().put("id", id).put("is_bot", isBot).put("first_name", name);
  }
}
