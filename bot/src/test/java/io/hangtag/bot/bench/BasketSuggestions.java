package io.hangtag.bot.bench;

import io.hangtag.bot.bench.Baskets.HoldOut;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.Decision;
import io.hangtag.core.suggestion.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Orders as if each were a photo of what was bought: what Hangtag suggests for the later ones.
final class BasketSuggestions {
  private static final int SHOWN = 5;

  private final RankScore score = new RankScore();
  private final List<Decision> decisions = new ArrayList<>();

  static BasketSuggestions of(SuggestShop shop, Baskets baskets) {
    Map<String, Long> products = shop.products();
    shop.run("alter table media_product_links disable trigger user");
    baskets
        .train()
        .forEach(
            basket ->
                shop.links(
                    shop.media(null, null),
                    basket.stream().map(it -> Objects.requireNonNull(products.get(it))).toList()));
    shop.run("vacuum analyze");
    BasketSuggestions suggestions = new BasketSuggestions();
    baskets.test().forEach(it -> suggestions.ask(shop, products, it));
    return suggestions;
  }

  private void ask(SuggestShop shop, Map<String, Long> products, HoldOut holdOut) {
    MediaId media = shop.media(null, null);
    shop.links(
        media,
        holdOut.known().stream().map(it -> Objects.requireNonNull(products.get(it))).toList());
    List<Suggestion> suggestions = shop.candidates(media);
    shop.forgets(media);
    score.add(SuggestShop.handles(suggestions), holdOut.right());
    suggestions.stream()
        .limit(SHOWN)
        .forEach(
            it ->
                decisions.add(
                    new Decision(it.scores(), holdOut.rest().contains(it.product().handle()))));
  }

  Map<String, Object> figures() {
    return score.figures();
  }

  /// What a team would have said of the first five of each: right if the order had it.
  List<Decision> decisions() {
    return decisions;
  }
}
