package io.hangtag.bot.chat.inline;

import io.hangtag.bot.chat.Button;
import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.bot.chat.link.BatchHandler;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.linking.BulkOutcome;
import io.hangtag.core.linking.LinkDetails;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkSource;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Pick;
import io.hangtag.core.media.Picks;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import java.util.List;
import java.util.Optional;

/// Links a product that was picked inline, and takes that back.
public final class PickHandler {
  private final Products products;
  private final MediaLibrary media;
  private final Picks picks;
  private final Linking linking;
  private final BatchHandler batches;

  public PickHandler(
      Products products, MediaLibrary media, Picks picks, Linking linking, BatchHandler batches) {
    this.products = products;
    this.media = media;
    this.picks = picks;
    this.linking = linking;
    this.batches = batches;
  }

  /// Answers a press on Link: what the product was sent as a reply to is meant, else what the
  /// presser last worked on in any chat.
  public PressReply link(Actor actor, ButtonData.PickedLink press) {
    Optional<Product> product = products.find(actor.workspace(), press.product());
    if (product.isEmpty()) {
      return PressReply.toast(Texts.productGone());
    }
    return switch (picks.find(actor.workspace(), press.token())) {
      case Pick.For(Subject subject) -> link(actor, subject, product.get());
      case Pick.Elsewhere() -> PressReply.toast(InlineTexts.elsewhere());
      case Pick.Anything() ->
          Optional.ofNullable(actor.user())
              .flatMap(user -> media.currentAnywhere(actor.workspace(), user))
              .map(subject -> link(actor, subject, product.get()))
              .orElseGet(() -> PressReply.toast(InlineTexts.noMedia()));
    };
  }

  /// Answers a press on Undo.
  public PressReply undo(Actor actor, ButtonData.PickedUndo press) {
    return batches.undo(new Request(actor, Optional.empty()), new ButtonData.Undo(press.batch()));
  }

  private PressReply link(Actor actor, Subject subject, Product product) {
    List<MediaId> items = media.itemsOf(actor.workspace(), subject);
    LinkRequest request =
        new LinkRequest(
            product.id(),
            LinkType.FEATURED,
            LinkDetails.NONE,
            subject.inAlbum(),
            LinkSource.MANUAL);
    String name = new MediaNames(media).of(actor.workspace(), subject);
    return switch (linking.linkAll(actor, items, request)) {
      case BulkOutcome.UnknownProduct(ProductId _) -> PressReply.toast(Texts.productGone());
      case BulkOutcome.Done done when done.linked() > 0 ->
          said(
              InlineTexts.linked(name, product),
              Texts.linked(name, product, LinkType.FEATURED),
              new ButtonData.PickedUndo(actor.workspace(), done.batch()));
      case BulkOutcome.Done done when done.retyped() > 0 ->
          said(
              InlineTexts.retyped(name, product),
              Texts.retyped(name, List.of(product), LinkType.FEATURED),
              new ButtonData.PickedUndo(actor.workspace(), done.batch()));
      // The message stays as it is: the product can still be linked to another photo.
      case BulkOutcome.Done done when done.alreadyLinked() > 0 ->
          PressReply.toast(InlineTexts.alreadyLinked(name, product));
      case BulkOutcome.Done _ -> PressReply.toast(InlineTexts.mediaGone());
    };
  }

  private static PressReply said(String toast, String html, ButtonData undo) {
    Reply reply = Reply.of(html).with(List.of(List.of(Button.of(InlineTexts.undoButton(), undo))));
    return new PressReply(toast, Optional.of(reply));
  }
}
