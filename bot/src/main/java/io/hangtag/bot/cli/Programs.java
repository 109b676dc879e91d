package io.hangtag.bot.cli;

import io.hangtag.bot.Config;

/// The long-running programs that the command line starts. Each returns the exit code when it ends.
public interface Programs {
  /// Runs the bot until the process is told to stop.
  ///
  /// @param config read to serve
  int serve(Config config);

  /// Shows what the bot does in a sample shop, without a Telegram account.
  int demo(Config config);

  /// Lets somebody chat with the bot in a sample shop, without a Telegram account.
  int demoChat(Config config);
}
