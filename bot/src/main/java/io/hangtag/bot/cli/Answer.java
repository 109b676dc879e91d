package io.hangtag.bot.cli;

/// What a command has to say.
///
/// @param document a record that is printed as JSON
/// @param text the same for people; lines without the last line break
record Answer(Record document, String text) {}
