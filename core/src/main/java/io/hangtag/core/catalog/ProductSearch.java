package io.hangtag.core.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.Collection;
import org.jooq.DSLContext;

/// Finds products by name or SKU, the best first.
///
/// Any text may be asked; one without letters or digits finds nothing, of a very long one the
/// beginning counts. A blank one, or one letter, gives what the team linked lately. `SKU:` in front
/// looks at SKUs and barcodes only. Words that no product has, or none with the others, are
/// corrected where the text itself finds little; a text that is exactly a SKU, barcode, title or
/// handle finds nothing that only resembles it. Answers are kept for a few seconds, and not beyond
/// a change of the catalogue. Safe for use by many threads.
public final class ProductSearch {
  private static final Duration KEPT = Duration.ofSeconds(20);
  private static final int MAX_KEPT_HITS = 20_000;
  private static final int MAX_KEPT_WORDS = 500_000;
  private static final int MAX_RECENT = 50;
  private static final int FEW_OTHERS = 1_000;

  private final ProductSearchQueries queries;
  private final LexiconQueries words;
  private final Cache<Asked, SearchResult> answers =
      Caffeine.newBuilder()
          .maximumWeight(MAX_KEPT_HITS)
          .weigher((Asked _, SearchResult found) -> found.hits().size() + 1)
          .expireAfterWrite(KEPT)
          .build();
  private final Cache<Catalogue, Known> known =
      Caffeine.newBuilder()
          .maximumWeight(MAX_KEPT_WORDS)
          .weigher((Catalogue _, Known known) -> known.lexicon().size() + 1)
          .build();

  public ProductSearch(DSLContext db) {
    this.queries = new ProductSearchQueries(db);
    this.words = new LexiconQueries(db);
  }

  /// What a team's catalogue has for these words: `offset` hits skipped, at most `limit` given.
  public SearchResult search(WorkspaceId workspace, String query, int offset, int limit) {
    return answer(workspace, query, Spelling.CORRECTED, page(offset, limit));
  }

  /// As [#search], but no word is corrected and no SKU is only close.
  public SearchResult searchExactly(WorkspaceId workspace, String query, int offset, int limit) {
    return answer(workspace, query, Spelling.AS_WRITTEN, page(offset, limit));
  }

  /// Which of these products the words match, the best first.
  public SearchResult searchAmong(
      WorkspaceId workspace, String query, Collection<ProductId> products) {
    return among(workspace, query, products, Spelling.CORRECTED);
  }

  /// As [#searchAmong], but no word is corrected and no SKU is only close.
  public SearchResult searchAmongExactly(
      WorkspaceId workspace, String query, Collection<ProductId> products) {
    return among(workspace, query, products, Spelling.AS_WRITTEN);
  }

  private SearchResult among(
      WorkspaceId workspace, String query, Collection<ProductId> products, Spelling spelling) {
    Catalogue catalogue = new Catalogue(workspace, words.catalogVersion(workspace));
    return find(
        catalogue,
        ReachQueries.among(workspace, products),
        SearchText.of(query),
        new Terms(spelling, new Page(0, products.size())));
  }

  private static Page page(int offset, int limit) {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "offset and limit must be at least 0, not %d and %d".formatted(offset, limit));
    }
    return new Page(offset, limit);
  }

  private SearchResult answer(WorkspaceId workspace, String query, Spelling spelling, Page page) {
    SearchText text = SearchText.of(query);
    Terms terms = new Terms(spelling, page);
    Asked asked = new Asked(new Catalogue(workspace, words.catalogVersion(workspace)), text, terms);
    SearchResult kept = answers.getIfPresent(asked);
    if (kept != null) {
      return kept;
    }
    SearchResult found = find(asked.catalogue(), ReachQueries.of(workspace), text, asked.terms());
    answers.put(asked, found);
    return found;
  }

  private SearchResult find(Catalogue catalogue, ReachQueries reach, SearchText text, Terms terms) {
    // One letter begins half of all words: it tells less than what the team works with.
    if (text.isBlank() || text.isLetter()) {
      SearchTiers found = new SearchTiers(reach, terms.page());
      found.add(queries.recent(reach, MAX_RECENT));
      return found.result();
    }
    Known about = known.get(catalogue, it -> known(it.workspace()));
    ReachQueries reached = about.fewOthers() ? reach.amongFewOthers() : reach;
    TieredSearch search =
        new TieredSearch(
            queries,
            words,
            catalogue.workspace(),
            about.lexicon(),
            text,
            new SearchTiers(reached, terms.page()));
    return switch (terms.spelling()) {
      case CORRECTED -> search.corrected();
      case AS_WRITTEN -> search.asWritten();
    };
  }

  private Known known(WorkspaceId workspace) {
    return new Known(words.lexicon(workspace), words.hasFewOthers(workspace, FEW_OTHERS));
  }

  /// Which of all hits to give.
  record Page(int offset, int limit) {}

  private enum Spelling {
    CORRECTED,
    AS_WRITTEN
  }

  private record Terms(Spelling spelling, Page page) {}

  /// A team's products as they were.
  private record Catalogue(WorkspaceId workspace, long version) {}

  /// @param fewOthers whether it has nearly all products there are, when it was looked at: others
  ///     that come later only make its searches slower until its next change
  private record Known(Lexicon lexicon, boolean fewOthers) {}

  private record Asked(Catalogue catalogue, SearchText text, Terms terms) {}
}
