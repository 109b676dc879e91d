package io.hangtag.bot.chat.link;

import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.Command;
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
import java.util.List;
import java.util.Optional;

/// Links the media somebody means to the product they name.
public final class LinkHandler {
  private final ProductSearch search;
  private final Products products;
  private final MediaLibrary media;
  private final Linking linking;
  private final PickList lists;

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
  }

  /// Answers `/link`.
  ///
  /// @param noMedia what to say where no media is meant
  public Reply handle(Request request, Command.Link command, String noMedia) {
    if (command.query().isEmpty()) {
      return Reply.of(Texts.linkWhat());
    }
    if (command.query().length() > PickList.MAX_QUERY) {
      return Reply.of(Texts.queryTooLong(command.query().length(), PickList.MAX_QUERY));
    }
    if (request.subject().isEmpty()) {
      return Reply.of(noMedia);
    }
    Subject subject = request.subject().get();
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
    return PressReply.edit(link(actor, subject, product.get(), question.get().type()));
  }

  /// Answers a press on another page of a list.
  public PressReply turn(Actor actor, ButtonData.Page page) {
    return lists
        .turn(actor.workspace(), page)
        .map(PressReply::edit)
        .orElseGet(() -> PressReply.toast(Texts.staleMenu()));
  }

  private Reply link(Actor actor, Subject subject, Product product, LinkType type) {
    List<MediaId> items = media.itemsOf(actor.workspace(), subject);
    LinkRequest request =
        new LinkRequest(product.id(), type, LinkDetails.NONE, subject.inAlbum(), LinkSource.MANUAL);
    String name = Texts.name(subject, items);
    return switch (linking.linkAll(actor, items, request)) {
      case BulkOutcome.UnknownProduct(ProductId _) -> Reply.about(subject, Texts.productGone());
      case BulkOutcome.Done done when done.linked() > 0 ->
          Reply.about(subject, Texts.linked(name, product, type))
              .with(LinkButtons.below(done.batch(), subject, type));
      case BulkOutcome.Done done when done.retyped() > 0 ->
          Reply.about(subject, Texts.retyped(name, product, type))
              .with(LinkButtons.below(done.batch(), subject, type));
      case BulkOutcome.Done done when done.alreadyLinked() > 0 ->
          Reply.about(subject, Texts.alreadyLinked(name, product, type));
      case BulkOutcome.Done _ -> Reply.about(subject, Texts.mediaGone());
    };
  }
}
