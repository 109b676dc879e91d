package io.hangtag.bot.cli;

import io.hangtag.bot.Config;
import picocli.CommandLine.Command;

/// `hangtag serve`.
@Command(name = "serve", description = "Run the bot.")
final class ServeCommand implements ProgramCommand {
  @Override
  public Config.Purpose purpose() {
    return Config.Purpose.SERVE;
  }

  @Override
  public int start(Programs programs, Config config) {
    return programs.serve(config);
  }
}
