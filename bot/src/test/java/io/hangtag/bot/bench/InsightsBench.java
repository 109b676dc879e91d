package io.hangtag.bot.bench;

import io.hangtag.bot.bench.SimulatedShop.Truth;
import io.hangtag.core.insight.InsightReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How often insights are right about shops of which the truth is known.
@Command(
    name = "insights",
    description = "Insights: how often they are right about made-up shops.",
    mixinStandardHelpOptions = true)
final class InsightsBench implements Callable<Integer> {
  @Spec CommandSpec command = CommandSpec.create();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "500",
      description = "Shops of each kind (default: ${DEFAULT-VALUE}).")
  int runs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Makes the shops (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  @Override
  public Integer call() {
    InsightsScore score = new InsightsScore(runs, seed);
    score.none(reports("posts do nothing", new Truth(1, 1, 0)));
    score.half(reports("posts sell half as much again", new Truth(1.5, 1, 0)));
    score.twice(reports("posts sell twice as much", new Truth(2, 1, 0)));
    score.weekday(reports("posts of one weekday sell twice as much", new Truth(1, 2, 0)));
    score.chased(reports("posts do nothing but follow each day's demand", new Truth(1, 1, 0.5)));
    command.commandLine().getOut().println(json ? score.json() : score.text());
    return 0;
  }

  private List<InsightReport> reports(String truth, Truth scenario) {
    command.commandLine().getErr().println("%,d shops where %s ...".formatted(runs, truth));
    return LongStream.range(0, runs)
        .parallel()
        .mapToObj(run -> InsightReport.of(SimulatedShop.history(seed * 1_000_000 + run, scenario)))
        .toList();
  }
}
