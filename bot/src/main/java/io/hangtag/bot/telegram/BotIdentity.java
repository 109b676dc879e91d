package io.hangtag.bot.telegram;

/// What Telegram says the bot is.
///
/// @param username without @
/// @param readsAllMessages privacy mode is off: it sees what nobody addressed to it
public record BotIdentity(long telegramId, String username, boolean readsAllMessages) {}
