package io.hangtag.core.catalog;

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
    asked();
    if (isWanted()) {
      addSkuParts();
      addSomeWords(text);
    }
    return found.result();
  }

  SearchResult corrected() {
    asked();
    if (isWanted()) {
      // Letters that a slip makes a word are meant as one, though some SKU has them in its middle.
      boolean wordsFirst = text.words() != null && !text.hasDigits();
      if (!wordsFirst) {
        addSkuParts();
      }
      if (isWanted()) {
        addLikelyMeant(words.fold(text.sku()), wordsFirst);
      }
    }
    return found.result();
  }

  private void asked() {
    found.add(
        (rest, page) -> queries.search(rest, text, lexicon.frequencies().lookup(text.sku()), page));
  }

  private boolean isWanted() {
    return !found.isExact() && !found.isFull();
  }

  private void addLikelyMeant(Folded folded, boolean wordsFirst) {
    SearchText spelled = text.words() == null ? text : spelled(folded.words());
    if (wordsFirst) {
      addSkuParts();
    }
    int before = found.total();
    addSomeWords(spelled);
    if (!spelled.equals(text) && found.total() > before) {
      found.correctTo(spelled.sku());
    }
    if (text.mayBeSku() && !folded.sku().isEmpty()) {
      addCloseSkus(folded.sku());
    }
  }

  private void addSkuParts() {
    found.add((rest, page) -> queries.skuParts(rest, text, page));
  }

  /// The text that counts from here on.
  private SearchText spelled(String folded) {
    return meant(folded)
        .map(
            meant -> {
              SearchText spelled = SearchText.of(meant);
              found.addCorrected(
                  meant,
                  (rest, page) ->
                      queries.search(rest, spelled, lexicon.frequencies().lookup(meant), page));
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
    List<Integer> products =
        words.products(workspace, guesses.stream().map(Guess::text).toList(), MAX_COUNTED);
    return IntStream.range(0, guesses.size())
        .filter(i -> products.get(i) > 0)
        .boxed()
        .max(Comparator.comparingDouble(i -> guesses.get(i).score(products.get(i))))
        .map(guesses::get);
  }

  private void addSomeWords(SearchText spelled) {
    List<String> separate = spelled.separateWords();
    if (separate.size() > 2) {
      found.add((rest, page) -> queries.mostWords(rest, separate, page));
    }
    if (separate.size() > 1) {
      List<String> telling = lexicon.frequencies().telling(separate, MAX_SOME_WORDS);
      found.add((rest, page) -> queries.anyWords(rest, telling, separate, page));
    }
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
