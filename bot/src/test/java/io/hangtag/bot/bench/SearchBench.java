package io.hangtag.bot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How well and how fast products are found, beside what PostgreSQL and Lucene offer by themselves.
@Command(
    name = "search",
    description = "Product search: relevance, typing errors, SKUs and speed.",
    mixinStandardHelpOptions = true)
final class SearchBench implements Callable<Integer> {
  @Spec CommandSpec command = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with products.tsv.gz and queries.csv.")
  Path data = Path.of("");

  @Option(
      names = "--typo-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Makes the typing errors (default: ${DEFAULT-VALUE}).")
  long typoSeed;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N,N",
      defaultValue = "100000,1000000",
      description = "Catalogue sizes at which speed is measured (default: ${DEFAULT-VALUE}).")
  List<Integer> sizes = List.of();

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    RatedCatalogue catalogue = RatedCatalogue.read(data);
    SearchReport report = new SearchReport(catalogue);
    say("Rating the answers to %d queries ...".formatted(catalogue.answerableQueries().size()));
    try (FilledCatalogue filled =
        FilledCatalogue.of(catalogue.documents(), catalogue.documents().size())) {
      report.quality(new SearchQuality(catalogue, typoSeed).measure(filled.methods()));
    }
    for (int products : sizes) {
      say("Importing %,d products ...".formatted(products));
      try (FilledCatalogue filled = FilledCatalogue.of(catalogue.documents(), products)) {
        say("Timing searches among them ...");
        report.speed(products, SearchSpeed.measure(catalogue.documents(), filled.methods()));
      }
    }
    command.commandLine().getOut().println(json ? report.json() : report.text());
    return 0;
  }

  private void say(String progress) {
    command.commandLine().getErr().println(progress);
  }
}
