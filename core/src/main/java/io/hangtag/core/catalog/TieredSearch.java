package io.hangtag.core.catalog;

import io.hangtag.core.catalog.LaterTierQueries.SomeWords;
import io.hangtag.core.catalog.Lexicon.Guess;
import io.hangtag.core.catalog.LexiconQueries.Folded;
import io.hangtag.core.team.WorkspaceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked of one text, from the surest tier to the vaguest.
///
/// @param found takes what is found, and knows when that is enough
record TieredSearch(
    ProductSearchQueries queries,
    LexiconQueries words,
    WorkspaceId workspace,
    Lexicon lexicon,
    SearchText text,
    SearchTiers found) {
  private static final int MAX_COUNTED = 200;
  private static final int MAX_SOME_WORDS = 1_500;

  /// Nothing is corrected, and no SKU is only close.
  SearchResult asWritten() {
    found.add((rest, page) -> queries.searchWithSkuParts(rest, text, lookup(text), page));
    if (isWanted()) {
      addSomeWords(text);
    }
    return found.result();
  }

  SearchResult corrected() {
    // Letters that a slip makes a word are meant as one, though some SKU has them in its middle.
    boolean wordsFirst = text.words() != null && !text.hasDigits();
    found.add(
        (rest, page) ->
            wordsFirst
                ? queries.search(rest, text, lookup(text), page)
                : queries.searchWithSkuParts(rest, text, lookup(text), page));
    if (isWanted()) {
      addLikelyMeant(words.fold(text.sku()), wordsFirst);
    }
    return found.result();
  }

  private WordLookup lookup(SearchText searched) {
    return lexicon.frequencies().lookup(searched.sku());
  }

  private boolean isWanted() {
    return !found.isExact() && !found.isFull();
  }

  private void addLikelyMeant(Folded folded, boolean wordsFirst) {
    SearchText spelled = text.words() == null ? text : spelled(folded.words());
    if (wordsFirst) {
      SomeWords someWords = someWords(spelled);
      found.add((rest, page) -> queries.skuPartsAndSomeWords(rest, text, someWords, page));
    } else {
      addSomeWords(spelled);
    }
    if (!spelled.equals(text) && found.hasSome()) {
      found.correctTo(spelled.sku());
    }
    if (text.mayBeSku() && !folded.sku().isEmpty()) {
      addCloseSkus(folded.sku());
    }
  }

  private void addSomeWords(SearchText spelled) {
    SomeWords someWords = someWords(spelled);
    if (!someWords.words().isEmpty()) {
      found.add((rest, page) -> queries.someWords(rest, someWords, page));
    }
  }

  // One word alone is all of the words.
  private SomeWords someWords(SearchText spelled) {
    List<String> separate = spelled.separateWords();
    return separate.size() > 1
        ? new SomeWords(
            separate, lexicon.frequencies().telling(separate, MAX_SOME_WORDS), found.missing())
        : new SomeWords(List.of(), List.of(), found.missing());
  }

  /// The text that counts from here on.
  private SearchText spelled(String folded) {
    return meant(folded)
        .map(
            meant -> {
              SearchText spelled = SearchText.of(meant);
              found.addCorrected(
                  meant, (rest, page) -> queries.search(rest, spelled, lookup(spelled), page));
              return spelled;
            })
        .orElse(text);
  }

  // What products have together decides what a word was meant to be. A word that products have is
  // taken for another only where none has it with the others.
  private Optional<String> meant(String folded) {
    List<Guess> corrections = lexicon.corrections(folded);
    if (!folded.contains(" ") || corrections.size() == 1) {
      return corrections.stream().findFirst().map(Guess::text);
    }
    if (corrections.isEmpty() && found.hasSure()) {
      return Optional.empty();
    }
    return likeliest(corrections.isEmpty() ? lexicon.replacements(folded) : corrections)
        .or(() -> corrections.stream().findFirst())
        .map(Guess::text);
  }

  private Optional<Guess> likeliest(List<Guess> guesses) {
    if (guesses.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = guesses.stream().map(Guess::text).toList();
    List<String> lookups =
        texts.stream().map(it -> lexicon.frequencies().few(it).orElse(it)).toList();
    List<Integer> products = words.products(workspace, texts, lookups, MAX_COUNTED);
    return IntStream.range(0, guesses.size())
        .filter(i -> products.get(i) > 0)
        .boxed()
        .max(Comparator.comparingDouble(i -> guesses.get(i).score(products.get(i))))
        .map(guesses::get);
  }

  private void addCloseSkus(String folded) {
    if (!found.isFull()) {
      List<String> similar =
          queries.skusWithPart(
              workspace, SkuGuess.parts(folded), folded.codePointCount(0, folded.length()));
      SkuGuess guess = SkuGuess.of(folded, similar);
      found.add((rest, page) -> queries.closeSkus(rest, guess, page));
    }
  }
}
