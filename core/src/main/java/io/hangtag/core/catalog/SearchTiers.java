package io.hangtag.core.catalog;

import io.hangtag.core.catalog.ProductSearch.Page;
import io.hangtag.core.catalog.ProductSearchQueries.Found;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.catalog.SearchResult.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// One search, tier after tier while there are few hits.
///
/// What a text finds does not depend on the page that is asked for: pages are pieces of one list.
final class SearchTiers {
  /// So many hits are enough not to look further.
  static final int ENOUGH = 10;

  private final ReachQueries reach;
  private final Page page;
  private final List<Hit> hits = new ArrayList<>();
  private int start;
  private int total;
  private int sure;
  private int exactSkus;
  private int exactTitles;
  private int some;
  private @Nullable String correction;

  SearchTiers(ReachQueries reach, Page page) {
    this.reach = reach;
    this.page = page;
  }

  boolean isFull() {
    return total >= ENOUGH;
  }

  /// Whether the text is a SKU, barcode, title or handle: then nobody means what only resembles it.
  boolean isExact() {
    return exactSkus > 0 || exactTitles > 0;
  }

  /// Whether a product has all that was asked.
  boolean hasSure() {
    return sure > 0;
  }

  /// The next tiers; not asked if there is enough already.
  void add(BiFunction<ProductTierQueries, Page, Found> search) {
    if (isFull()) {
      return;
    }
    Found found = whole(search);
    total += found.total();
    sure += found.sure();
    exactSkus += found.exactSkus();
    exactTitles += found.exactTitles();
    some += found.some();
    hits.addAll(found.hits());
  }

  /// Whether there are hits that have only some of the words.
  boolean hasSome() {
    return some > 0;
  }

  /// How many hits would be enough.
  int missing() {
    return ENOUGH - total;
  }

  /// Some of the hits were found by this text.
  void correctTo(String corrected) {
    correction = corrected;
  }

  /// The tiers of the corrected text.
  void addCorrected(String corrected, BiFunction<ProductTierQueries, Page, Found> search) {
    if (isFull()) {
      return;
    }
    Found found = whole(search);
    if (found.total() > 0) {
      correctTo(corrected);
      total += found.total();
      found.hits().forEach(hit -> hits.add(new Hit(hit.product(), Tier.CORRECTED, hit.score())));
    }
  }

  void add(List<Hit> more) {
    List<Hit> fresh =
        more.stream()
            .filter(
                hit -> hits.stream().noneMatch(it -> it.product().id().equals(hit.product().id())))
            .toList();
    hits.addAll(fresh);
    total += fresh.size();
  }

  // Few hits are all needed, so that later tiers leave them out; of many, the page is.
  private Found whole(BiFunction<ProductTierQueries, Page, Found> search) {
    ProductTierQueries rest =
        new ProductTierQueries(
            hits.isEmpty()
                ? reach
                : reach.without(hits.stream().map(hit -> hit.product().id()).toList()));
    int offset = Math.max(0, page.offset() - total);
    if (offset >= ENOUGH) {
      Found piece = search.apply(rest, new Page(offset, page.limit()));
      if (piece.total() >= ENOUGH) {
        start = total + offset;
        hits.clear();
        return piece;
      }
    }
    long end = Math.max((long) page.offset() + page.limit() - total, ENOUGH);
    return search.apply(rest, new Page(0, (int) Math.min(end, Integer.MAX_VALUE)));
  }

  SearchResult result() {
    int from = Math.clamp(page.offset() - start, 0, hits.size());
    int to = (int) Math.min((long) from + page.limit(), hits.size());
    return new SearchResult(
        hits.subList(from, to), total, sure, exactSkus, exactTitles, correction);
  }
}
