package io.hangtag.bot.chat.inline;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.SalesTexts;
import io.hangtag.bot.chat.inline.InlineAnswer.InlineResult;
import io.hangtag.bot.chat.inline.InlineAnswer.StartButton;
import io.hangtag.core.attribution.Attribution;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.SoldProducts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what products sold while somebody types `@bot sold words`.
public final class SoldSearch {
  private static final Pattern ASKED =
      Pattern.compile("\\s*sold(?:\\s+(?<words>.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int MOST = 10;
  private static final int DAYS = 30;

  private final ProductSearch search;
  private final Products products;
  private final Attribution attribution;
  private final LongSupplier tokens;

  /// @param tokens numbers from 1 that nobody can guess
  public SoldSearch(
      ProductSearch search, Products products, Attribution attribution, LongSupplier tokens) {
    this.search = search;
    this.products = products;
    this.attribution = attribution;
    this.tokens = tokens;
  }

  /// Whether this asks for sales, and not for products.
  public static boolean isAsked(InlineQuestion question) {
    return ASKED.matcher(question.text()).matches();
  }

  /// The first products of this team that match the words, with what they sold in the last 30 days;
  /// what the team linked lately where there are no words yet.
  public InlineAnswer forMember(WorkspaceId workspace, InlineQuestion question) {
    String words = words(question);
    List<Product> found =
        search.search(workspace, words, 0, MOST).hits().stream().map(hit -> hit.product()).toList();
    List<ProductId> ids = found.stream().map(Product::id).toList();
    Map<ProductId, String> images = ids.isEmpty() ? Map.of() : products.imageUrls(workspace, ids);
    SoldProducts sold =
        attribution.sold(workspace, ids, DayRange.last(DAYS, attribution.today(workspace)));
    List<InlineResult> results =
        found.stream()
            .map(
                product ->
                    new InlineResult(
                        "s" + product.id(),
                        InlineTexts.title(product),
                        SalesTexts.brief(product.id(), sold),
                        Thumbnail.of(images.get(product.id())),
                        InlineTexts.soldMessage(product),
                        show(workspace, product.id())))
            .toList();
    return new InlineAnswer(question.id(), results, "", button(words, results), Duration.ZERO);
  }

  private static String words(InlineQuestion question) {
    Matcher asked = ASKED.matcher(question.text());
    return asked.matches() ? Optional.ofNullable(asked.group("words")).orElse("").strip() : "";
  }

  private Button show(WorkspaceId workspace, ProductId product) {
    return Button.of(
        InlineTexts.showButton(), new ButtonData.ShowSold(workspace, product, tokens.getAsLong()));
  }

  private static Optional<StartButton> button(String words, List<InlineResult> results) {
    if (!results.isEmpty()) {
      return Optional.empty();
    }
    String label = words.isEmpty() ? InlineTexts.typeSomething() : InlineTexts.nothingFound(words);
    return Optional.of(new StartButton(label, "help"));
  }
}
