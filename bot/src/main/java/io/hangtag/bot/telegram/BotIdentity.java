package io.hangtag.bot.telegram;

/// What Telegram says the bot is.
///
/// @param username without @
/// @param readsAllMessages privacy mode is off: it sees what nobody addressed to it
/// @param takesInlineQuestions inline mode is on: people can type `@bot words` in any chat
public record BotIdentity(
    long telegramId, String username, boolean readsAllMessages, boolean takesInlineQuestions) {}
