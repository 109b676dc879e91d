package io.hangtag.bot.chat.link;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PickList;
import io.hangtag.bot.chat.PickList.Asked;
import io.hangtag.bot.chat.PickList.Question;
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
import io.hangtag.core.linking.BulkOutcome;
import io.hangtag.core.linking.LinkDetails;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkSource;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Links the media somebody means to the product they name.
public final class LinkHandler {
  /// The longest list of SKUs, in characters: what was linked must fit a message.
  private static final int MOST_LISTED = 500;

  private final ProductSearch search;
  private final Products products;
  private final MediaLibrary media;
  private final Linking linking;
  private final PickList lists;
  private final MediaNames names;

  public LinkHandler(
      ProductSearch search,
      Products products,
      MediaLibrary media,
      Linking linking,
      PickList lists) {
    this.search = search;
    this.products = products;
    this.media = media;
    this.linking = linking;
    this.lists = lists;
    this.names = new MediaNames(media);
  }

  /// Answers `/link`.
  ///
  /// @param noMedia what to say where no media is meant
  public Reply handle(Request request, Command.Link command, String noMedia) {
    if (command.query().isEmpty()) {
      return Reply.of(Texts.linkWhat());
    }
    int most = SkuList.of(command.query()).skus().size() > 1 ? MOST_LISTED : PickList.MAX_QUERY;
    if (command.query().length() > most) {
      return Reply.of(Texts.queryTooLong(command.query().length(), most));
    }
    if (request.subject().isEmpty()) {
      return Reply.of(noMedia);
    }
    Subject subject = request.subject().get();
    SkuList listed = SkuList.of(command.query());
    if (!listed.wrongType().isEmpty()) {
      return Reply.about(subject, LinkTexts.wrongType(listed.wrongType()));
    }
    if (listed.skus().size() > 1) {
      return linkListed(request.actor(), subject, listed.skus(), command.type());
    }
    Optional<Product> titled = titledSo(request, command);
    if (titled.isPresent()) {
      return link(request.actor(), subject, titled.get(), LinkType.FEATURED);
    }
    SearchResult found = search.search(request.workspace(), command.query(), 0, PickList.PAGE);
    if (found.hits().isEmpty()) {
      return Reply.about(subject, Texts.nothingFound(command.query()));
    }
    Optional<Product> clear = found.clearMatch();
    if (clear.isPresent()) {
      return link(request.actor(), subject, clear.get(), command.type());
    }
    Question question =
        Question.about(Asked.WHICH_PRODUCT, command.query(), request.subject(), command.type());
    return lists.open(request.workspace(), question, found);
  }

  /// Answers a press on a product's number.
  public PressReply pick(Actor actor, ButtonData.Pick pick) {
    Optional<Question> question = lists.find(actor.workspace(), pick.menu());
    if (question.flatMap(Question::subject).isEmpty()) {
      return PressReply.toast(Texts.staleMenu());
    }
    Optional<Product> product = products.find(actor.workspace(), pick.product());
    if (product.isEmpty()) {
      return PressReply.toast(Texts.productGone());
    }
    Subject subject = question.get().subject().orElseThrow();
    if (question.get().batch() != null) {
      return PressReply.edit(pickListed(actor, subject, product.get(), question.get()));
    }
    return PressReply.edit(link(actor, subject, product.get(), question.get().type()));
  }

  /// Links what is clear of a list of SKUs in one batch and asks for the rest, one after the other.
  private Reply linkListed(Actor actor, Subject subject, List<String> skus, LinkType type) {
    Map<String, SearchResult> found = new LinkedHashMap<>();
    skus.forEach(sku -> found.put(sku, bySku(actor, sku)));
    List<String> clear = skus.stream().filter(sku -> exact(found, sku) == 1).toList();
    List<LinkRequest> requests =
        clear.stream()
            .map(
                sku ->
                    request(
                        Objects.requireNonNull(found.get(sku)).clearMatch().orElseThrow(),
                        type,
                        subject))
            .toList();
    List<MediaId> items = media.itemsOf(actor.workspace(), subject);
    BatchId batch = linking.newBatch();
    List<BulkOutcome> outcomes = linking.linkEach(actor, items, requests, Optional.of(batch));
    List<String> lines = new ArrayList<>();
    boolean changed = false;
    for (int i = 0; i < clear.size(); i++) {
      Product product = Objects.requireNonNull(found.get(clear.get(i))).clearMatch().orElseThrow();
      changed |= changes(outcomes.get(i));
      lines.add(LinkTexts.line(product, changes(outcomes.get(i))));
    }
    skus.stream()
        .filter(sku -> exact(found, sku) == 0)
        .forEach(sku -> lines.add(LinkTexts.unknownSku(sku)));
    String name = names.of(actor.workspace(), subject);
    Reply reply = Reply.about(subject, LinkTexts.listed(name, type, lines));
    Reply done =
        changed
            ? reply
                .with(LinkButtons.below(batch, subject, type))
                .undoneBy(new ButtonData.Undo(batch))
            : reply;
    List<String> unclear =
        skus.stream().filter(sku -> exact(found, sku) > 1).map(sku -> "SKU:" + sku).toList();
    return unclear.isEmpty()
        ? done
        : ask(actor, done, Question.oneByOne(unclear, subject, type, batch));
  }

  private Reply pickListed(Actor actor, Subject subject, Product product, Question question) {
    BatchId batch = question.goingOn().orElseThrow();
    List<MediaId> items = media.itemsOf(actor.workspace(), subject);
    boolean changed =
        linking
            .linkEach(
                actor,
                items,
                List.of(request(product, question.type(), subject)),
                Optional.of(batch))
            .stream()
            .anyMatch(LinkHandler::changes);
    String name = names.of(actor.workspace(), subject);
    String line = LinkTexts.line(product, changed);
    Reply done =
        Reply.about(subject, LinkTexts.listed(name, question.type(), List.of(line)))
            .with(LinkButtons.below(batch, subject, question.type()))
            .undoneBy(new ButtonData.Undo(batch));
    return question.following().isEmpty()
        ? done
        : ask(
            actor, done, Question.oneByOne(question.following(), subject, question.type(), batch));
  }

  /// What was done, and below it the next question.
  private Reply ask(Actor actor, Reply done, Question question) {
    SearchResult found = search.search(actor.workspace(), question.query(), 0, PickList.PAGE);
    Reply asked = lists.open(actor.workspace(), question, found);
    List<List<Button>> buttons = new ArrayList<>(asked.buttons());
    if (!done.buttons().isEmpty()) {
      buttons.add(List.of(LinkButtons.undo(question.goingOn().orElseThrow())));
    }
    String text = done.html() + "\n\n" + LinkTexts.shared(question.query()) + " " + asked.html();
    return new Reply(text, buttons, asked.about(), done.undo(), null);
  }

  private SearchResult bySku(Actor actor, String sku) {
    return search.search(actor.workspace(), "SKU:" + sku, 0, PickList.PAGE);
  }

  private static int exact(Map<String, SearchResult> found, String sku) {
    return Objects.requireNonNull(found.get(sku)).exactSkus();
  }

  private static boolean changes(BulkOutcome outcome) {
    return outcome instanceof BulkOutcome.Done done && done.linked() + done.retyped() > 0;
  }

  private static LinkRequest request(Product product, LinkType type, Subject subject) {
    return new LinkRequest(
        product.id(), type, LinkDetails.NONE, subject.inAlbum(), LinkSource.MANUAL);
  }

  /// The product whose title ends in what would otherwise be a type.
  private Optional<Product> titledSo(Request request, Command.Link command) {
    if (command.words().equals(command.query())) {
      return Optional.empty();
    }
    SearchResult found = search.search(request.workspace(), command.words(), 0, PickList.PAGE);
    return found.exactTitles() == 1 ? found.clearMatch() : Optional.empty();
  }

  /// Answers a press on another page of a list.
  public PressReply turn(Actor actor, ButtonData.Page page) {
    return lists
        .turn(actor.workspace(), page)
        .map(PressReply::edit)
        .orElseGet(() -> PressReply.toast(Texts.staleMenu()));
  }

  /// Answers a press on "Search exactly".
  public PressReply exactly(Actor actor, ButtonData.Exactly press) {
    return lists
        .exactly(actor.workspace(), press)
        .map(PressReply::edit)
        .orElseGet(() -> PressReply.toast(Texts.staleMenu()));
  }

  private Reply link(Actor actor, Subject subject, Product product, LinkType type) {
    List<MediaId> items = media.itemsOf(actor.workspace(), subject);
    LinkRequest request = request(product, type, subject);
    String name = names.of(actor.workspace(), subject);
    return switch (linking.linkAll(actor, items, request)) {
      case BulkOutcome.UnknownProduct(ProductId _) -> Reply.about(subject, Texts.productGone());
      case BulkOutcome.Done done when done.linked() > 0 ->
          Reply.about(subject, Texts.linked(name, product, type))
              .with(LinkButtons.below(done.batch(), subject, type))
              .undoneBy(new ButtonData.Undo(done.batch()));
      case BulkOutcome.Done done when done.retyped() > 0 ->
          Reply.about(subject, Texts.retyped(name, List.of(product), type))
              .with(LinkButtons.below(done.batch(), subject, type))
              .undoneBy(new ButtonData.Undo(done.batch()));
      case BulkOutcome.Done done when done.alreadyLinked() > 0 ->
          Reply.about(
              subject, Texts.alreadyLinked(name, product, type, linkedBy(actor, items, product)));
      case BulkOutcome.Done _ -> Reply.about(subject, Texts.mediaGone());
    };
  }

  private Optional<String> linkedBy(Actor actor, List<MediaId> items, Product product) {
    return linking.linksOf(actor.workspace(), items).stream()
        .filter(link -> link.product().id().equals(product.id()))
        .flatMap(link -> Optional.ofNullable(link.linkedBy()).stream())
        .findFirst();
  }
}
