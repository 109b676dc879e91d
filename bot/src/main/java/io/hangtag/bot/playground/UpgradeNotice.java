package io.hangtag.bot.playground;

/// How a bot may hear that a basic group became a supergroup.
public enum UpgradeNotice {
  /// The last message of the old group, with migrate_to_chat_id.
  IN_THE_GROUP,
  /// The first message of the new one, with migrate_from_chat_id.
  IN_THE_SUPERGROUP,
  /// my_chat_member of the new one, as if the bot had been added there.
  BOT_MOVED
}
