package io.hangtag.core.inbox;

import java.time.Instant;

/// An update from the inbox.
///
/// @param id the inbox's own number
/// @param updateId Telegram's number
/// @param lane what is handled in order
/// @param json the update, as JSON
/// @param receivedAt when we had it
/// @param attempts how often handling it failed before
public record StoredUpdate(
    long id, long updateId, long lane, String json, Instant receivedAt, int attempts) {}
