package io.hangtag.bot.chat.inline;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.inline.InlineAnswer.InlineResult;
import io.hangtag.bot.chat.inline.InlineAnswer.StartButton;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Offers products while somebody types `@bot words`.
public final class InlineSearch {
  private static final int PAGE = 50;

  /// By so many places may a product move between two pages without being missed or repeated.
  private static final int SLACK = 25;

  /// Telegram is to ask each time: links and catalogue change, and each answer's buttons have
  /// tokens of their own.
  private static final Duration MEMBERS_CACHE = Duration.ZERO;

  private static final Duration STRANGERS_CACHE = Duration.ofSeconds(5);

  private final ProductSearch search;
  private final Products products;
  private final LongSupplier tokens;

  /// @param tokens numbers from 1 that nobody can guess
  public InlineSearch(ProductSearch search, Products products, LongSupplier tokens) {
    this.search = search;
    this.products = products;
    this.tokens = tokens;
  }

  /// Nothing, and a way to the private chat.
  public static InlineAnswer forStranger(InlineQuestion question) {
    return new InlineAnswer(
        question.id(),
        List.of(),
        "",
        Optional.of(new StartButton(InlineTexts.membersOnly(), "inline")),
        STRANGERS_CACHE);
  }

  /// The products of this team that match what was typed, 50 at a time; what the team linked lately
  /// where nothing was typed yet.
  public InlineAnswer forMember(WorkspaceId workspace, InlineQuestion question) {
    if (question.offset().isEmpty()) {
      SearchResult found = search.search(workspace, question.text(), 0, PAGE);
      Page page = new Page(found.hits(), found.hits().size(), found.total());
      return answer(workspace, question, page, button(question, page));
    }
    Page page =
        InlineOffset.decode(question.offset())
            // Somebody who has changed teams since does not go on with the other team's products.
            .filter(offset -> offset.workspace().equals(workspace))
            .map(offset -> after(offset, question.text()))
            .orElseGet(() -> new Page(List.of(), 0, 0));
    return answer(workspace, question, page, Optional.empty());
  }

  /// Goes on behind the last product shown, wherever it stands by now; where it has gone, behind as
  /// many as were shown.
  private Page after(InlineOffset offset, String text) {
    int skipped = Math.max(0, offset.shown() - SLACK);
    SearchResult found =
        search.search(offset.workspace(), text, skipped, offset.shown() - skipped + SLACK + PAGE);
    List<Hit> hits = found.hits();
    int begin =
        IntStream.range(0, hits.size())
            .filter(index -> hits.get(index).product().id().equals(offset.last()))
            .map(index -> index + 1)
            .findFirst()
            .orElse(Math.min(offset.shown() - skipped, hits.size()));
    List<Hit> shown = hits.subList(begin, Math.min(begin + PAGE, hits.size()));
    return new Page(shown, skipped + begin + shown.size(), found.total());
  }

  private static Optional<StartButton> button(InlineQuestion question, Page page) {
    if (!page.hits().isEmpty()) {
      return Optional.empty();
    }
    String label =
        question.text().isBlank()
            ? InlineTexts.typeSomething()
            : InlineTexts.nothingFound(question.text());
    return Optional.of(new StartButton(label, "help"));
  }

  private InlineAnswer answer(
      WorkspaceId workspace, InlineQuestion question, Page page, Optional<StartButton> button) {
    List<ProductId> shown = page.hits().stream().map(hit -> hit.product().id()).toList();
    Map<ProductId, String> images =
        shown.isEmpty() ? Map.of() : products.imageUrls(workspace, shown);
    List<InlineResult> results =
        page.hits().stream()
            .map(hit -> result(workspace, hit, images.get(hit.product().id())))
            .toList();
    return new InlineAnswer(
        question.id(), results, nextOffset(workspace, page), button, MEMBERS_CACHE);
  }

  private static String nextOffset(WorkspaceId workspace, Page page) {
    boolean isLast =
        page.hits().isEmpty() || page.end() >= page.total() || page.end() > InlineOffset.MAX_SHOWN;
    return isLast
        ? ""
        : new InlineOffset(workspace, page.end(), page.hits().getLast().product().id()).encode();
  }

  private InlineResult result(WorkspaceId workspace, Hit hit, @Nullable String image) {
    Product product = hit.product();
    ButtonData link = new ButtonData.PickedLink(workspace, product.id(), tokens.getAsLong());
    return new InlineResult(
        "p" + product.id(),
        InlineTexts.title(product),
        InlineTexts.description(hit),
        Thumbnail.of(image),
        InlineTexts.message(product),
        Button.of(InlineTexts.linkButton(), link));
  }

  /// @param end how many of all hits stand before or on this page
  private record Page(List<Hit> hits, int end, int total) {}
}
