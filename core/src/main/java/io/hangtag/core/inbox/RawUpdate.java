package io.hangtag.core.inbox;

/// An update as it came from Telegram.
///
/// @param updateId Telegram's number; starts anew, at random, after a quiet week
/// @param lane what is handled in order: the chat's number at Telegram, or the person's where there
///     is no chat
/// @param json the update, word for word
public record RawUpdate(long updateId, long lane, String json) {}
