package io.hangtag.core.linking;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.linking.LinkMergeQueries.Successor;
import io.hangtag.core.linking.LinkMergeQueries.Two;
import io.hangtag.core.linking.LinkQueries.ActiveCount;
import io.hangtag.core.linking.LinkQueries.StoredLink;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.WorkspaceId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Says which products are in which media.
///
/// There is at most one active link per media and product. Everything done at once is a batch; the
/// buttons below the answer go on with it ([#retype], [#end], [#keepOnly]) and [#undo] takes all of
/// it back. Safe for use by many threads: of two people doing the same at once, one changes the row
/// and the other is told that it was done.
public final class Linking {
  /// From how many changed links on it is worth telling the database's planner.
  private static final int MANY = 1_000;

  private final DSLContext db;
  private final Products products;
  private final InstantSource clock;

  public Linking(DSLContext db, Products products, InstantSource clock) {
    this.db = db;
    this.products = products;
    this.clock = clock;
  }

  /// Links one media item to a product; linked already with another type, it gets this one.
  public LinkOutcome link(Actor actor, MediaId media, LinkRequest request) {
    return changing(
        actor.workspace(),
        () ->
            switch (linkAll(actor, List.of(media), request)) {
              case BulkOutcome.UnknownProduct(ProductId product) ->
                  new LinkOutcome.UnknownProduct(product);
              case BulkOutcome.Done done when !done.unknown().isEmpty() ->
                  new LinkOutcome.UnknownMedia(media);
              case BulkOutcome.Done done -> {
                Link link =
                    active(
                        actor.workspace(),
                        media,
                        products.standIn(actor.workspace(), request.product()));
                yield done.linked() == 1
                    ? new LinkOutcome.Linked(link, done.batch())
                    : done.retyped() == 1
                        ? new LinkOutcome.Retyped(link, done.batch())
                        : new LinkOutcome.AlreadyLinked(link);
              }
            });
  }

  /// Links many media items to a product, in one batch; those the team does not have are left out.
  public BulkOutcome linkAll(Actor actor, Collection<MediaId> media, LinkRequest request) {
    return linkEach(actor, media, List.of(request), Optional.empty()).getFirst();
  }

  /// Links many media items to each of several products, all in one batch; what came of each, in
  /// their order.
  ///
  /// @param goingOn an earlier batch that this belongs to; empty: a new one
  public List<BulkOutcome> linkEach(
      Actor actor,
      Collection<MediaId> media,
      List<LinkRequest> requests,
      Optional<BatchId> goingOn) {
    return changing(
        actor.workspace(),
        () -> {
          BatchId batch = goingOn.orElseGet(() -> new LinkChangeQueries(db).nextBatch());
          return requests.stream().map(request -> link(actor, media, request, batch)).toList();
        });
  }

  private BulkOutcome link(
      Actor actor, Collection<MediaId> media, LinkRequest request, BatchId batch) {
    // Looked for behind the lock: until then it may turn out to be another one.
    Optional<ProductId> product =
        products.find(actor.workspace(), request.product()).map(Product::id);
    if (product.isEmpty()) {
      return new BulkOutcome.UnknownProduct(request.product());
    }
    LinkRequest meant = request.to(product.get());
    Set<MediaId> asked = new LinkQueries(db).meant(actor.workspace(), media);
    List<MediaId> known = new LinkQueries(db).existing(actor.workspace(), asked);
    LinkChangeQueries links = new LinkChangeQueries(db);
    Change change = new Change(actor, batch, request.source(), clock.instant());
    int linked = links.insertMissing(change, known, meant);
    int retyped = links.retype(change, known, meant.product(), meant.type());
    if (request.album() != null) {
      int _ = links.sayOfAlbum(change, known, meant.product(), request.album());
    }
    refreshStatistics(linked + retyped);
    int already = known.size() - linked - retyped;
    return new BulkOutcome.Done(
        asked.size(), linked, already, retyped, missing(asked, known), batch);
  }

  /// A number for what is going to be done at once, in several steps.
  public BatchId newBatch() {
    return new LinkChangeQueries(db).nextBatch();
  }

  /// What [#linkAll] would do now, without doing it; nothing if the team has no such product.
  public Optional<BulkPreview> preview(
      WorkspaceId workspace, Collection<MediaId> media, ProductId product, LinkType type) {
    LinkRequest.checkGiven(type);
    return products
        .find(workspace, product)
        .map(
            meant -> {
              LinkQueries links = new LinkQueries(db);
              Set<MediaId> asked = links.meant(workspace, media);
              List<MediaId> known = links.existing(workspace, asked);
              ActiveCount active = links.countActive(workspace, known, meant.id(), type);
              return new BulkPreview(
                  asked.size(),
                  known.size() - active.sameType() - active.otherType(),
                  active.sameType(),
                  active.otherType(),
                  missing(asked, known));
            });
  }

  /// Changes what is said of an active link. A suggestion that gets a type is confirmed by that;
  /// since when and until when it counts stays.
  public EditOutcome edit(Actor actor, LinkId link, LinkEdit edit) {
    return editing(actor, link, (links, change) -> links.edit(change, link, edit));
  }

  /// Says of a suggestion that the product is there. One that was said already keeps its type.
  public EditOutcome confirm(Actor actor, LinkId link, LinkType type) {
    LinkRequest.checkGiven(type);
    return editing(actor, link, (links, change) -> links.confirm(change, link, type));
  }

  private EditOutcome editing(
      Actor actor, LinkId link, ToIntBiFunction<LinkChangeQueries, Change> work) {
    return changing(
        actor.workspace(),
        () -> {
          LinkChangeQueries links = new LinkChangeQueries(db);
          Change change = changeByHand(actor, links.nextBatch());
          int changed = work.applyAsInt(links, change);
          Optional<Link> now = find(actor.workspace(), link);
          if (now.isEmpty()) {
            return new EditOutcome.UnknownLink(link);
          }
          if (now.get().unlinkedAt() != null) {
            return new EditOutcome.Removed(now.get());
          }
          return changed == 1
              ? new EditOutcome.Changed(now.get(), change.batch())
              : new EditOutcome.Unchanged(now.get());
        });
  }

  private void refreshStatistics(int changed) {
    if (changed >= MANY) {
      new LinkEventQueries(db).refreshStatistics();
    }
  }

  /// Removes one link.
  public UnlinkOutcome unlink(Actor actor, LinkId link, UnlinkReason reason) {
    return changing(
        actor.workspace(),
        () -> {
          LinkChangeQueries links = new LinkChangeQueries(db);
          Change change = changeByHand(actor, links.nextBatch());
          int removed = links.unlink(change, link, reason);
          Optional<Link> now = find(actor.workspace(), link);
          if (now.isEmpty()) {
            return new UnlinkOutcome.UnknownLink(link);
          }
          if (removed == 1) {
            return new UnlinkOutcome.Unlinked(now.get(), change.batch());
          }
          return now.get().unlinkedAt() == null
              ? new UnlinkOutcome.NotBegun(now.get())
              : new UnlinkOutcome.AlreadyUnlinked(now.get());
        });
  }

  /// Removes a product from media; the batch that undoes it, or nothing if it was on none of them.
  public Optional<BatchId> unlinkAll(
      Actor actor, Collection<MediaId> media, ProductId product, UnlinkReason reason) {
    return changing(
        actor.workspace(),
        () -> {
          LinkChangeQueries links = new LinkChangeQueries(db);
          Change change = changeByHand(actor, links.nextBatch());
          ProductId meant = products.standIn(actor.workspace(), product);
          Set<MediaId> from = new LinkQueries(db).meant(actor.workspace(), media);
          int removed = links.unlink(change, from, meant, reason);
          return removed == 0 ? Optional.empty() : Optional.of(change.batch());
        });
  }

  /// Takes back everything done in a batch that nobody changed since.
  public UndoOutcome undo(Actor actor, BatchId batch) {
    return changing(
        actor.workspace(),
        () -> {
          if (!new LinkEventQueries(db).exists(actor.workspace(), batch)) {
            return new UndoOutcome.UnknownBatch(batch);
          }
          LinkUndoQueries links = new LinkUndoQueries(db);
          long before = new LinkEventQueries(db).newest(actor.workspace());
          int undone = links.restore(changeByHand(actor, batch));
          standUp(actor, before);
          refreshStatistics(undone);
          return undone == 0
              ? new UndoOutcome.NothingToUndo()
              : new UndoOutcome.Undone(undone, links.countLeft(actor.workspace(), batch));
        });
  }

  /// Gives the links of a batch another type, one that people give. How many changed.
  public int retype(Actor actor, BatchId batch, LinkType type) {
    LinkRequest.checkGiven(type);
    return changing(
        actor.workspace(),
        () -> new LinkChangeQueries(db).retype(changeByHand(actor, batch), type));
  }

  /// Says of what a batch removed as wrong that it was right until then. How many links changed.
  public int end(Actor actor, BatchId batch) {
    return changing(
        actor.workspace(), () -> new LinkChangeQueries(db).end(changeByHand(actor, batch)));
  }

  /// Takes back what a batch linked, except on one of its media; that is then said of it alone, not
  /// of its album. How many links changed; none if the batch has no active link of that one.
  public int keepOnly(Actor actor, BatchId batch, MediaId media) {
    return changing(
        actor.workspace(),
        () -> {
          LinkQueries known = new LinkQueries(db);
          MediaId kept = known.meant(actor.workspace(), media);
          boolean isThere =
              known.inBatch(actor.workspace(), batch).stream()
                  .anyMatch(link -> link.media().equals(kept) && link.unlinkedAt() == null);
          if (!isThere) {
            return 0;
          }
          long before = new LinkEventQueries(db).newest(actor.workspace());
          int changed = new LinkChangeQueries(db).unlinkAllBut(changeByHand(actor, batch), kept);
          standUp(actor, before);
          return changed;
        });
  }

  /// Lets links follow products that turned out to be one: those of the keys belong to the values
  /// from now on. Of two active links of one media item the stronger stands for both; were it taken
  /// back by undoing, the other would stand again. Undoing, history and numbers stay right.
  public void merge(WorkspaceId workspace, Map<ProductId, ProductId> products) {
    BatchId _ =
        changing(
            workspace,
            () -> {
              LinkMergeQueries links = new LinkMergeQueries(db);
              BatchId batch = new LinkChangeQueries(db).nextBatch();
              Change change =
                  new Change(
                      Actor.commandLine(workspace), batch, LinkSource.IMPORT, clock.instant());
              products.forEach(
                  (merged, kept) -> {
                    Two two = Two.products(kept, merged);
                    int _ = links.fold(change, two);
                    int _ = links.flatten(change);
                    int _ = links.move(change, two);
                  });
              return batch;
            });
  }

  /// Lets the links that were folded into what was just taken back stand for themselves again.
  private void standUp(Actor actor, long sinceEvent) {
    LinkMergeQueries links = new LinkMergeQueries(db);
    List<Successor> successors = links.successors(actor.workspace(), sinceEvent);
    if (!successors.isEmpty()) {
      links.regroup(actor.workspace(), successors);
      BatchId batch = new LinkChangeQueries(db).nextBatch();
      int _ = links.standUp(changeByHand(actor, batch), successors);
    }
  }

  /// Gives a picture that arrived later than its album's links the same ones with the same history,
  /// so that undoing those undoes these too. One that was taken from it does not come back. How
  /// many it got.
  public int inherit(WorkspaceId workspace, MediaId media, AlbumId album) {
    return changing(
        workspace,
        () -> {
          MediaId meant = new LinkQueries(db).meant(workspace, media);
          return new LinkAlbumQueries(db).inherit(workspace, meant, album, clock.instant());
        });
  }

  /// The link with this number, active or not.
  public Optional<Link> find(WorkspaceId workspace, LinkId link) {
    List<StoredLink> found = new LinkQueries(db).find(workspace, link).stream().toList();
    return withProducts(workspace, found).stream().findAny();
  }

  /// The links that a batch touched, active or not, oldest first.
  public List<Link> linksIn(WorkspaceId workspace, BatchId batch) {
    return withProducts(workspace, new LinkQueries(db).inBatch(workspace, batch));
  }

  /// The products in these media now, oldest link first.
  public List<Link> linksOf(WorkspaceId workspace, Collection<MediaId> media) {
    LinkQueries links = new LinkQueries(db);
    return withProducts(workspace, links.activeOf(workspace, media));
  }

  /// The products that were ever in this media, oldest link first.
  public List<Link> historyOf(WorkspaceId workspace, MediaId media) {
    LinkQueries links = new LinkQueries(db);
    return withProducts(workspace, links.allOf(workspace, media));
  }

  /// The media that ever showed this product, oldest link first.
  public List<Link> historyOf(WorkspaceId workspace, ProductId product) {
    LinkQueries links = new LinkQueries(db);
    ProductId meant = products.standIn(workspace, product);
    return withProducts(workspace, links.allTo(workspace, meant));
  }

  /// The media that show this product now, oldest link first.
  public List<Link> linksTo(WorkspaceId workspace, ProductId product, Optional<LinkType> type) {
    LinkQueries links = new LinkQueries(db);
    ProductId meant = products.standIn(workspace, product);
    return withProducts(workspace, links.activeTo(workspace, meant, type));
  }

  private Link active(WorkspaceId workspace, MediaId media, ProductId product) {
    List<StoredLink> found =
        new LinkQueries(db).findActive(workspace, media, product).stream().toList();
    return withProducts(workspace, found).getFirst();
  }

  private List<Link> withProducts(WorkspaceId workspace, List<StoredLink> stored) {
    Set<ProductId> ids = stored.stream().map(StoredLink::product).collect(Collectors.toSet());
    Map<ProductId, Product> known = products.byId(workspace, ids);
    return stored.stream()
        .map(link -> link.showing(Objects.requireNonNull(known.get(link.product()))))
        .toList();
  }

  private Change changeByHand(Actor actor, BatchId batch) {
    return new Change(actor, batch, LinkSource.MANUAL, clock.instant());
  }

  /// Changes links in a transaction, one change of the team's links after the other.
  private <T> T changing(WorkspaceId workspace, Supplier<T> change) {
    return db.transactionResult(
        () -> {
          new LinkLockQueries(db).lock(workspace);
          return change.get();
        });
  }

  private static List<MediaId> missing(Set<MediaId> asked, List<MediaId> known) {
    return asked.stream()
        .filter(Predicate.not(Set.copyOf(known)::contains))
        .sorted(Comparator.comparingLong(MediaId::value))
        .toList();
  }
}
