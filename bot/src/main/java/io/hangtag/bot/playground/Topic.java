package io.hangtag.bot.playground;

/// A thread of a forum: a supergroup with topics.
///
/// @param id the message_thread_id
public record Topic(int id, String name) {}
