package io.hangtag.bot.chat.unlink;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes products off the media somebody means.
public final class UnlinkHandler {
  /// More would not fit a message.
  private static final int MOST_LISTED = 25;

  private final ProductSearch search;
  private final Products products;
  private final MediaLibrary media;
  private final Linking linking;

  public UnlinkHandler(
      ProductSearch search, Products products, MediaLibrary media, Linking linking) {
    this.search = search;
    this.products = products;
    this.media = media;
    this.linking = linking;
  }

  /// Answers `/unlink`.
  ///
  /// @param noMedia what to say where no media is meant
  public Reply handle(Request request, Command.Unlink command, String noMedia) {
    if (command.query().length() > PickList.MAX_QUERY) {
      return Reply.of(Texts.queryTooLong(command.query().length(), PickList.MAX_QUERY));
    }
    if (request.subject().isEmpty()) {
      return Reply.of(noMedia);
    }
    Subject subject = request.subject().get();
    List<MediaId> items = media.itemsOf(request.workspace(), subject);
    String name = Texts.name(subject, items);
    List<Product> linked = linkedTo(request, items);
    if (linked.isEmpty()) {
      return Reply.about(subject, Texts.nothingLinked(name));
    }
    if (command.query().isEmpty()) {
      return choose(subject, name, linked);
    }
    List<Product> matching = matching(request, command.query(), linked);
    return switch (matching.size()) {
      case 0 -> Reply.about(subject, Texts.notLinked(name, command.query()));
      case 1 ->
          unlink(request, subject, matching.getFirst())
              .orElseGet(() -> Reply.about(subject, Texts.goneAlready()));
      default -> choose(subject, name, matching);
    };
  }

  /// Answers a press on a product to unlink.
  public PressReply press(Request request, ButtonData.Unlink press) {
    Optional<Product> product = products.find(request.workspace(), press.product());
    if (product.isEmpty()) {
      return PressReply.toast(Texts.productGone());
    }
    return unlink(request, press.subject(), product.get())
        .map(PressReply::edit)
        .orElseGet(() -> PressReply.toast(Texts.goneAlready()));
  }

  private Optional<Reply> unlink(Request request, Subject subject, Product product) {
    List<MediaId> items = media.itemsOf(request.workspace(), subject);
    return linking
        .unlinkAll(request.actor(), items, product.id(), UnlinkReason.WRONG)
        .map(
            batch ->
                Reply.about(subject, Texts.unlinked(Texts.name(subject, items), product))
                    .with(List.of(below(batch))));
  }

  private static List<Button> below(BatchId batch) {
    return List.of(
        Button.of(Texts.undoButton(), new ButtonData.Undo(batch)),
        Button.of(Texts.endedButton(), new ButtonData.Ended(batch)));
  }

  private static Reply choose(Subject subject, String name, List<Product> products) {
    StringBuilder text = new StringBuilder(Texts.unlinkWhich(name));
    List<Button> numbers = new ArrayList<>();
    for (Product product : products.subList(0, Math.min(products.size(), MOST_LISTED))) {
      int number = numbers.size() + 1;
      text.append("\n%d. %s".formatted(number, Texts.product(product)));
      numbers.add(
          Button.of(Integer.toString(number), new ButtonData.Unlink(subject, product.id())));
    }
    return Reply.about(subject, text.toString()).with(Button.rows(numbers));
  }

  private List<Product> matching(Request request, String query, List<Product> linked) {
    List<ProductId> ids = linked.stream().map(Product::id).toList();
    SearchResult found = search.searchAmong(request.workspace(), query, ids);
    return found
        .clearMatch()
        .map(List::of)
        .orElseGet(() -> found.hits().stream().map(SearchResult.Hit::product).toList());
  }

  private List<Product> linkedTo(Request request, List<MediaId> items) {
    Map<ProductId, Product> linked = new LinkedHashMap<>();
    linking.linksOf(request.workspace(), items).stream()
        .filter(Link::confirmed)
        .map(Link::product)
        .forEach(product -> linked.putIfAbsent(product.id(), product));
    return List.copyOf(linked.values());
  }
}
