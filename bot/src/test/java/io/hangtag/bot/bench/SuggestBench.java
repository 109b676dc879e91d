package io.hangtag.bot.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hangtag.core.suggestion.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How often suggestions are right, whether they know how sure to be, and how long they take.
@Command(
    name = "suggest",
    description = "Suggestions: how often they are right, and whether they know it.",
    mixinStandardHelpOptions = true)
final class SuggestBench implements Callable<Integer> {
  private static final int MADE_UP = 6_000;

  @Spec CommandSpec command = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with shopify/, photos/ and search/.")
  Path data = Path.of("");

  @Option(
      names = "--decisions",
      split = ",",
      paramLabel = "N,N",
      defaultValue = "200,800",
      description = "After so many answers confidence is judged (default: ${DEFAULT-VALUE}).")
  List<Integer> decisions = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Draws the lots (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--hold-outs",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Orders of which one product is to be found (default: ${DEFAULT-VALUE}).")
  int holdOuts;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "Catalogue size at which speed is measured; 0: not (default: ${DEFAULT-VALUE}).")
  int products;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seed", seed);
    texts(figures);
    List<Decision> real = baskets(figures);
    calibration(figures, real);
    if (products > 0) {
      say("Importing %,d products ...".formatted(products));
      figures.put(
          "speed",
          SuggestSpeed.measure(RatedCatalogue.read(data.resolve("search")).documents(), products));
    }
    JsonMapper mapper = new JsonMapper();
    command
        .commandLine()
        .getOut()
        .println(
            json
                ? mapper.writeValueAsString(figures)
                : mapper.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    return 0;
  }

  private void texts(Map<String, Object> figures) throws IOException {
    Path export = data.resolve("shopify/magento_luma_products_export.csv.gz");
    LabelledTexts texts = LabelledTexts.read(export);
    try (SuggestShop shop = SuggestShop.of(export)) {
      TextRanking ranking = new TextRanking(texts, shop, seed);
      say("File names of photos ...");
      figures.put(
          "file_names", ranking.measure(texts.photos(data.resolve("photos/truth.csv")), true));
      say("Captions ...");
      figures.put("captions", ranking.measure(texts.captions(), false));
      figures.put("captions_without_the_name", ranking.measure(texts.unnamedCaptions(), false));
    }
  }

  private List<Decision> baskets(Map<String, Object> figures) throws IOException {
    Path export = data.resolve("shopify/uci_products_export.csv.gz");
    LabelledTexts texts = LabelledTexts.read(export);
    Map<String, String> handles =
        texts.skus().entrySet().stream()
            .flatMap(
                product -> product.getValue().stream().map(sku -> Map.entry(sku, product.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    Baskets baskets =
        Baskets.read(
            data.resolve("shopify/uci_orders_export_2011q4.csv.gz"), handles, holdOuts, seed);
    say("What goes together, from %,d orders ...".formatted(baskets.train().size()));
    Map<String, Object> methods =
        new BasketRanking(baskets, texts.documents()).measure(baskets.test());
    try (SuggestShop shop = SuggestShop.of(export)) {
      BasketSuggestions suggestions = BasketSuggestions.of(shop, baskets);
      methods.put("hangtag", suggestions.figures());
      figures.put("co_occurrence", methods);
      return suggestions.decisions();
    }
  }

  private void calibration(Map<String, Object> figures, List<Decision> real) {
    say("Calibration ...");
    Map<String, Object> calibration = new LinkedHashMap<>();
    calibration.put("orders", each(real));
    for (SimulatedDecisions team : SimulatedDecisions.values()) {
      calibration.put(team.name().toLowerCase(Locale.ROOT), each(team.of(MADE_UP, seed)));
    }
    figures.put("calibration", calibration);
  }

  private List<Map<String, Object>> each(List<Decision> all) {
    List<Map<String, Object>> after = new ArrayList<>();
    after.add(SuggestCalibration.measure(all, 0, seed));
    decisions.forEach(learnt -> after.add(SuggestCalibration.measure(all, learnt, seed)));
    return after;
  }

  private void say(String progress) {
    command.commandLine().getErr().println(progress);
  }
}
