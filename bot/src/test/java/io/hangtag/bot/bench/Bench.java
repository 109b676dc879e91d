package io.hangtag.bot.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `hangtag bench`.
@Command(
    name = "hangtag bench",
    description = "Measures Hangtag beside other ways of doing the same.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SearchBench.class,
      AttributionBench.class,
      InsightsBench.class,
      SuggestBench.class
    })
public final class Bench {
  private Bench() {}

  /// Exits with 0 if it was measured, 1 if it failed, 2 on wrong usage.
  public static void main(String[] arguments) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
