package io.hangtag.bot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `hangtag` itself: only its subcommands do something.
@Command(
    name = "hangtag",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Tags a team's photos with its products, in Telegram, and tells what they sold.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      MigrateCommand.class,
      DoctorCommand.class,
      WorkspaceCommand.class,
      ImportCommand.class,
      ProductCommand.class,
      MediaCommand.class,
      LinkCommand.class,
      SuggestCommand.class,
      AttributionCommand.class,
      PerformanceCommand.class
    })
final class HangtagCommand {
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document instead of text.")
  private boolean json;

  boolean json() {
    return json;
  }
}
