package io.hangtag.bot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts to be timed, each kind answered by another part of the search.
final class SpeedQueries {
  private static final int OF_A_KIND = 60;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private SpeedQueries() {}

  /// Kind to texts, none of which comes twice.
  static SequencedMap<String, List<String>> of(List<Document> documents, RandomGenerator random) {
    SequencedMap<String, BiFunction<Document, RandomGenerator, String>> kinds =
        new LinkedHashMap<>();
    kinds.put("sku", (document, _) -> document.sku());
    kinds.put("title", (document, _) -> document.title());
    kinds.put("sku_prefix", (document, _) -> part(document.sku(), 0, 4));
    kinds.put("frequent_word", (document, _) -> document.vendor());
    kinds.put("two_words", (document, _) -> word(document, 0) + " " + word(document, 2));
    kinds.put("three_letters", (document, chance) -> part(word(document, chance.nextInt(4)), 0, 3));
    kinds.put("two_letters", (document, chance) -> part(word(document, chance.nextInt(4)), 0, 2));
    kinds.put(
        "word_begun", (document, _) -> word(document, 0) + " " + part(word(document, 1), 0, 2));
    kinds.put(
        "attributes",
        (document, _) -> document.vendor() + " " + String.join(" ", document.attributes()));
    kinds.put("sku_part", (document, _) -> part(document.sku(), 2, 5));
    kinds.put(
        "typo", (document, chance) -> Typos.in(document.title(), chance).orElse(document.title()));
    kinds.put(
        "unrelated_words",
        (document, chance) ->
            word(document, 1) + " " + word(documents.get(chance.nextInt(documents.size())), 2));
    kinds.put(
        "five_words",
        (_, chance) ->
            IntStream.range(0, 5)
                .mapToObj(number -> word(documents.get(chance.nextInt(documents.size())), number))
                .collect(Collectors.joining(" ")));
    kinds.put(
        "sku_cut", (document, _) -> part(document.sku(), 0, document.sku().length() * 7 / 10));
    kinds.put(
        "sku_typo", (document, chance) -> SkuForm.ONE_REPLACED.of(document.sku() + "0", chance));
    SequencedMap<String, List<String>> queries = new LinkedHashMap<>();
    for (Map.Entry<String, BiFunction<Document, RandomGenerator, String>> kind : kinds.entrySet()) {
      queries.put(
          kind.getKey(),
          IntStream.range(0, OF_A_KIND * 4)
              .mapToObj(_ -> documents.get(random.nextInt(documents.size())))
              .map(document -> kind.getValue().apply(document, random).toLowerCase(Locale.ROOT))
              .distinct()
              .limit(OF_A_KIND)
              .toList());
    }
    return queries;
  }

  private static String part(String text, int from, int to) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }

  private static String word(Document document, int number) {
    List<String> words = WORD.matcher(document.title()).results().map(MatchResult::group).toList();
    return words.isEmpty() ? document.vendor() : words.get(Math.min(number, words.size() - 1));
  }
}
