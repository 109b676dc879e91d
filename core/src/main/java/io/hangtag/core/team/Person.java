package io.hangtag.core.team;

import org.jspecify.annotations.Nullable;

/// Somebody on Telegram, as Telegram describes them.
///
/// @param telegramId Telegram's number of the person
/// @param name first and last name
/// @param username without @; null: has none
/// @param language IETF tag; null: not given
public record Person(
    long telegramId, String name, @Nullable String username, @Nullable String language) {}
