package io.hangtag.bot.cli;

import picocli.CommandLine.Command;

/// `hangtag performance ...`.
@Command(
    name = "performance",
    description = "Tell how posts and products do.",
    subcommands = {
      PerformanceCalculateCommand.class,
      PerformanceShowCommand.class,
      PerformanceTopCommand.class,
      PerformanceInsightsCommand.class
    })
final class PerformanceCommand {}
