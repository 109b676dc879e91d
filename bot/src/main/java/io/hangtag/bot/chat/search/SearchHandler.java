package io.hangtag.bot.chat.search;

import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.PickList.Asked;
import io.hangtag.bot.chat.PickList.Question;
import io.hangtag.bot.chat.PickTexts;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.linking.LinkType;

/// Looks in the catalogue.
public final class SearchHandler {
  private final ProductSearch search;
  private final PickList lists;

  public SearchHandler(ProductSearch search, PickList lists) {
    this.search = search;
    this.lists = lists;
  }

  /// Answers `/search`; without words it shows what was linked lately.
  public Reply handle(Request request, Command.Search command) {
    if (command.query().length() > PickList.MAX_QUERY) {
      return Reply.of(Texts.queryTooLong(command.query().length(), PickList.MAX_QUERY));
    }
    SearchResult found = search.search(request.workspace(), command.query(), 0, PickList.PAGE);
    if (found.hits().isEmpty()) {
      return Reply.of(
          command.query().isEmpty() ? PickTexts.searchWhat() : Texts.nothingFound(command.query()));
    }
    Question question =
        Question.about(Asked.FIND_PRODUCTS, command.query(), request.subject(), LinkType.FEATURED);
    return lists.open(request.workspace(), question, found);
  }
}
