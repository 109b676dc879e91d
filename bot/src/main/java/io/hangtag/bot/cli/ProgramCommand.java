package io.hangtag.bot.cli;

import io.hangtag.bot.Config;

/// A command that starts a program and ends with it.
interface ProgramCommand {
  /// What its configuration is for.
  Config.Purpose purpose();

  /// Runs the program and returns its exit code.
  int start(Programs programs, Config config);
}
