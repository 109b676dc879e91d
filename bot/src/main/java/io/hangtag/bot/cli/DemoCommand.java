package io.hangtag.bot.cli;

import io.hangtag.bot.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `hangtag demo`.
@Command(name = "demo", description = "See the bot at work without a Telegram account.")
final class DemoCommand implements ProgramCommand {
  @Option(names = "--chat", description = "Talk to it yourself.")
  private boolean chat;

  @Override
  public Config.Purpose purpose() {
    return Config.Purpose.COMMAND;
  }

  @Override
  public int start(Programs programs, Config config) {
    return chat ? programs.demoChat(config) : programs.demo(config);
  }
}
