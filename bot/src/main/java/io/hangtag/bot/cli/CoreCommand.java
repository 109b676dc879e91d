package io.hangtag.bot.cli;

/// A command that works on the database.
interface CoreCommand {
  /// Does it.
  ///
  /// @throws RefusedException if it cannot be done
  Answer run(Session session);
}
