package io.hangtag.bot.chat.inline;

import io.hangtag.core.team.Person;

/// What somebody has typed behind the bot's name so far. Each keystroke is a question of its own.
///
/// @param id for the one answer it gets
/// @param text at most 256 characters; empty: nothing yet
/// @param offset what the page before gave as its end; empty: the first page
public record InlineQuestion(String id, Person person, String text, String offset) {}
