package io.hangtag.bot.chat.link;

import io.hangtag.bot.chat.ButtonData;
import io.hangtag.bot.chat.MediaNames;
import io.hangtag.bot.chat.PressReply;
import io.hangtag.bot.chat.Reply;
import io.hangtag.bot.chat.Request;
import io.hangtag.bot.chat.Texts;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.BatchId;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.UndoOutcome;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Goes on with what was linked or unlinked: undo, another type, only one picture, ended.
public final class BatchHandler {
  private final Linking linking;
  private final MediaNames names;

  public BatchHandler(Linking linking, MediaNames names) {
    this.linking = linking;
    this.names = names;
  }

  /// Takes a batch back.
  public PressReply undo(Request request, ButtonData.Undo press) {
    return switch (linking.undo(request.actor(), press.batch())) {
      case UndoOutcome.Undone(int links, int kept) -> {
        Batch batch = batch(request, press.batch());
        String text =
            batch.activeItems().isEmpty()
                ? Texts.undoneLink(name(request, batch), batch.products())
                : Texts.undoneUnlink(name(request, batch), batch.products());
        yield edit(request, kept == 0 ? text : text + Texts.kept(links, kept));
      }
      case UndoOutcome.NothingToUndo() -> PressReply.toast(Texts.nothingToUndo());
      case UndoOutcome.UnknownBatch(BatchId _) -> PressReply.toast(Texts.staleMenu());
    };
  }

  /// Gives what was linked another type.
  public PressReply retype(Request request, ButtonData.Retype press) {
    int changed = linking.retype(request.actor(), press.batch(), press.type());
    if (changed == 0) {
      return PressReply.toast(Texts.changedSince());
    }
    Batch batch = batch(request, press.batch());
    Subject subject = request.subject().orElse(batch.firstSubject());
    return PressReply.edit(
        Reply.about(subject, Texts.retyped(name(request, batch), batch.products(), press.type()))
            .with(LinkButtons.below(press.batch(), subject, press.type()))
            .undoneBy(new ButtonData.Undo(press.batch())));
  }

  /// Keeps what was linked to an album on one of its pictures.
  public PressReply onlyThis(Request request, ButtonData.OnlyThis press) {
    int changed = linking.keepOnly(request.actor(), press.batch(), press.media());
    Batch batch = batch(request, press.batch());
    if (changed == 0 || batch.activeItems().isEmpty()) {
      return PressReply.toast(Texts.changedSince());
    }
    Subject only = new Subject(press.media(), null);
    Link kept = batch.links().stream().filter(Batch.ACTIVE).findFirst().orElseThrow();
    String name = names.of(request.workspace(), List.of(press.media()));
    return PressReply.edit(
        Reply.about(only, Texts.onlyThis(name, Texts.products(batch.products())))
            .with(LinkButtons.below(press.batch(), only, kept.type()))
            .undoneBy(new ButtonData.Undo(press.batch())));
  }

  /// Says of what was unlinked that it was right until now.
  public PressReply ended(Request request, ButtonData.Ended press) {
    if (linking.end(request.actor(), press.batch()) == 0) {
      return PressReply.toast(Texts.changedSince());
    }
    Batch batch = batch(request, press.batch());
    return PressReply.edit(
        Reply.about(
                request.subject().orElse(batch.firstSubject()),
                Texts.ended(name(request, batch), batch.products().getFirst()))
            .with(List.of(List.of(LinkButtons.undo(press.batch()))))
            .undoneBy(new ButtonData.Undo(press.batch())));
  }

  private PressReply edit(Request request, String text) {
    return PressReply.edit(
        request.subject().map(about -> Reply.about(about, text)).orElseGet(() -> Reply.of(text)));
  }

  private Batch batch(Request request, BatchId id) {
    return new Batch(linking.linksIn(request.workspace(), id));
  }

  private String name(Request request, Batch batch) {
    List<MediaId> active = batch.activeItems();
    return names.of(request.workspace(), active.isEmpty() ? batch.items() : active);
  }

  /// What a batch was about: one or more products and pictures.
  private record Batch(List<Link> links) {
    static final Predicate<Link> ACTIVE = link -> link.unlinkedAt() == null;

    List<Product> products() {
      Map<ProductId, Product> products = new LinkedHashMap<>();
      links.forEach(link -> products.putIfAbsent(link.product().id(), link.product()));
      return List.copyOf(products.values());
    }

    Subject firstSubject() {
      return new Subject(links.getFirst().media(), null);
    }

    List<MediaId> items() {
      return links.stream().map(Link::media).distinct().toList();
    }

    List<MediaId> activeItems() {
      return links.stream().filter(ACTIVE).map(Link::media).distinct().toList();
    }
  }
}
