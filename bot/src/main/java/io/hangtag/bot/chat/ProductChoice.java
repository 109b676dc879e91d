package io.hangtag.bot.chat;

import io.hangtag.bot.chat.PickList.Asked;
import io.hangtag.bot.chat.PickList.Question;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.team.WorkspaceId;
import java.util.Optional;
import java.util.function.Function;

/// Finds the product that words are about, or asks which of several it is.
public final class ProductChoice {
  private final ProductSearch search;
  private final PickList lists;

  public ProductChoice(ProductSearch search, PickList lists) {
    this.search = search;
    this.lists = lists;
  }

  /// The answer about the product that the words name; else what there is to say or ask first.
  ///
  /// @param asked what the numbers of a list of several do
  public Reply answer(
      WorkspaceId workspace, String words, Asked asked, Function<Product, Reply> about) {
    if (words.length() > PickList.MAX_QUERY) {
      return Reply.of(Texts.queryTooLong(words.length(), PickList.MAX_QUERY));
    }
    SearchResult found = search.search(workspace, words, 0, PickList.PAGE);
    if (found.hits().isEmpty()) {
      return Reply.of(PickTexts.noSuchProduct(words));
    }
    return found
        .clearMatch()
        .map(about)
        .orElseGet(
            () ->
                lists.open(
                    workspace,
                    Question.about(asked, words, Optional.empty(), LinkType.FEATURED),
                    found));
  }
}
