package io.hangtag.bot.chat.unlink;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.PickTexts;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.ProductSearch;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.catalog.SearchResult;
import io.hangtag.core.catalog.SearchResult.Hit;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.menu.MenuId;
import io.hangtag.core.menu.Menus;
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
  private final Menus menus;
  private final MediaNames names;

  public UnlinkHandler(
      ProductSearch search, Products products, MediaLibrary media, Linking linking, Menus menus) {
    this.search = search;
    this.products = products;
    this.media = media;
    this.linking = linking;
    this.menus = menus;
    this.names = new MediaNames(media);
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
    String name = names.of(request.workspace(), subject);
    List<Product> linked = linkedTo(request, items);
    if (linked.isEmpty()) {
      return Reply.about(subject, Texts.nothingLinked(name));
    }
    return command.query().isEmpty()
        ? choose(subject, Texts.unlinkWhich(name), linked)
        : unlinkFound(request, command.query(), subject, linked);
  }

  /// Unlinks what is clear; what is only near is asked about.
  private Reply unlinkFound(Request request, String query, Subject subject, List<Product> linked) {
    String name = names.of(request.workspace(), subject);
    List<ProductId> ids = linked.stream().map(Product::id).toList();
    SearchResult found = search.searchAmong(request.workspace(), query, ids);
    Optional<Product> clear = found.clearMatch();
    if (clear.isPresent()) {
      return unlink(request, subject, clear.get())
          .orElseGet(() -> Reply.about(subject, Texts.goneAlready()));
    }
    return found.hits().isEmpty()
        ? Reply.about(subject, Texts.notLinked(name, query))
        : chooseFound(request, subject, query, found);
  }

  /// Answers a press on "Search exactly": a press on one of what that finds unlinks it.
  public PressReply exactly(Request request, ButtonData.ExactlyLinked press) {
    return menus
        .find(request.workspace(), press.menu())
        .flatMap(UnlinkQuestion::read)
        .map(question -> PressReply.edit(exactly(request, question)))
        .orElseGet(() -> PressReply.toast(Texts.staleMenu()));
  }

  private Reply exactly(Request request, UnlinkQuestion question) {
    Subject subject = question.subject();
    String name = names.of(request.workspace(), subject);
    List<Product> linked = linkedTo(request, media.itemsOf(request.workspace(), subject));
    List<ProductId> ids = linked.stream().map(Product::id).toList();
    SearchResult found = search.searchAmongExactly(request.workspace(), question.unlink(), ids);
    if (linked.isEmpty()) {
      return Reply.about(subject, Texts.nothingLinked(name));
    }
    return found.hits().isEmpty()
        ? choose(
            subject,
            PickTexts.notLinkedExactly(name, question.unlink()) + "\n" + Texts.unlinkWhich(name),
            linked)
        : chooseFound(request, subject, question.unlink(), found);
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
                Reply.about(
                        subject, Texts.unlinked(names.of(request.workspace(), subject), product))
                    .with(List.of(below(batch)))
                    .undoneBy(new ButtonData.Undo(batch)));
  }

  private static List<Button> below(BatchId batch) {
    return List.of(
        Button.of(Texts.undoButton(), new ButtonData.Undo(batch)),
        Button.of(Texts.endedButton(), new ButtonData.Ended(batch)));
  }

  private Reply chooseFound(Request request, Subject subject, String query, SearchResult found) {
    List<Hit> hits = found.hits();
    List<Hit> listed = hits.subList(0, Math.min(hits.size(), MOST_LISTED));
    SearchResult shown =
        new SearchResult(
            listed,
            found.total(),
            found.sure(),
            found.exactSkus(),
            found.exactTitles(),
            found.correction());
    String heading = Texts.unlinkWhich(names.of(request.workspace(), subject));
    List<List<Button>> buttons =
        new ArrayList<>(numbers(subject, listed.stream().map(Hit::product).toList()));
    if (found.correctedTo().isPresent()) {
      MenuId menu = menus.save(request.workspace(), UnlinkQuestion.of(query, subject).write());
      buttons.add(
          List.of(Button.of(PickTexts.exactlyButton(), new ButtonData.ExactlyLinked(menu))));
    }
    return Reply.about(subject, PickTexts.list(heading, query, shown, 1)).with(buttons);
  }

  private static Reply choose(Subject subject, String heading, List<Product> products) {
    List<Product> listed = products.subList(0, Math.min(products.size(), MOST_LISTED));
    StringBuilder text = new StringBuilder(heading);
    for (int i = 0; i < listed.size(); i++) {
      text.append("\n%d. %s".formatted(i + 1, Texts.product(listed.get(i))));
    }
    return Reply.about(subject, text.toString()).with(numbers(subject, listed));
  }

  private static List<List<Button>> numbers(Subject subject, List<Product> products) {
    List<Button> numbers = new ArrayList<>();
    for (Product product : products) {
      String number = Integer.toString(numbers.size() + 1);
      numbers.add(Button.of(number, new ButtonData.Unlink(subject, product.id())));
    }
    return Button.rows(numbers);
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
