package io.hangtag.bot.bench;

import io.hangtag.bot.bench.LabelledTexts.Labelled;
import io.hangtag.core.media.MediaId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;

/// Which product a text means: Hangtag beside methods that see the text only.
record TextRanking(LabelledTexts texts, SuggestShop shop, long seed) {

  /// Figures by method, Hangtag's last.
  ///
  /// @param fileNames whether the texts are names of files; otherwise captions
  Map<String, Object> measure(List<Labelled> labelled, boolean fileNames) throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    Random random = new Random(seed);
    figures.put("random", score(labelled, _ -> shuffled(random)));
    figures.put("exact_sku", score(labelled, this::bySku));
    figures.put("title_overlap", score(labelled, this::byTitle));
    Path folder = Files.createTempDirectory("hangtag-bench-");
    try (LuceneSearch lucene = LuceneSearch.over(texts.documents().values().stream(), folder)) {
      figures.put("bm25", score(labelled, text -> lucene.find(text, RankScore.DEPTH)));
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
    figures.put("hangtag", score(labelled, text -> hangtag(text, fileNames)));
    return figures;
  }

  private static Map<String, Object> score(
      List<Labelled> labelled, Function<String, List<String>> method) {
    RankScore score = new RankScore();
    labelled.forEach(text -> score.add(method.apply(text.text()), text.handle()));
    return score.figures();
  }

  private List<String> shuffled(Random random) {
    List<String> handles = new ArrayList<>(texts.documents().keySet());
    Collections.shuffle(handles, random);
    return handles;
  }

  /// The products one of whose SKUs stands in the text.
  private List<String> bySku(String text) {
    String folded = folded(text);
    return texts.skus().entrySet().stream()
        .filter(
            product -> product.getValue().stream().anyMatch(sku -> folded.contains(folded(sku))))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// By how many words of the title stand in the text.
  private List<String> byTitle(String text) {
    Set<String> words = LabelledTexts.words(text);
    Map<String, Double> overlap = new LinkedHashMap<>();
    texts
        .documents()
        .forEach(
            (handle, document) -> {
              Set<String> title = LabelledTexts.words(document.title());
              double found = title.stream().filter(words::contains).count();
              if (found > 0) {
                overlap.put(handle, found / title.size());
              }
            });
    return overlap.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> hangtag(String text, boolean fileNames) {
    MediaId media = shop.media(fileNames ? text : null, fileNames ? null : text);
    List<String> handles = SuggestShop.handles(shop.candidates(media));
    shop.forgets(media);
    return handles;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
