package io.hangtag.core.linking;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.linking.LinkQueries.StoredLink;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.WorkspaceId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// Links that nobody has said yet, and refusing them; [Linking#confirm] is the other answer.
///
/// What people decided stays: a pair that is linked, was refused or was removed by somebody is not
/// suggested again. Safe for use by many threads.
public final class SuggestedLinks {
  private final DSLContext db;
  private final Products products;
  private final InstantSource clock;

  public SuggestedLinks(DSLContext db, Products products, InstantSource clock) {
    this.db = db;
    this.products = products;
    this.clock = clock;
  }

  /// Lets the open suggestions of these media be what is proposed: new ones come, others change,
  /// and what is not proposed any more is withdrawn. The same again changes nothing.
  public Saved replace(WorkspaceId workspace, Collection<MediaId> media, List<Proposal> proposals) {
    return db.transactionResult(
        () -> {
          new LinkLockQueries(db).lock(workspace);
          SuggestedLinkQueries links = new SuggestedLinkQueries(db);
          Change change =
              new Change(
                  Actor.commandLine(workspace),
                  new LinkChangeQueries(db).nextBatch(),
                  LinkSource.SUGGESTION,
                  clock.instant());
          // Meanwhile one may have turned out to be another one.
          Set<MediaId> standing = Set.copyOf(new LinkQueries(db).existing(workspace, media));
          List<Proposal> meant =
              proposals.stream().filter(it -> standing.contains(it.media())).toList();
          int withdrawn = links.withdrawOthers(change, standing, meant);
          int changed = links.update(workspace, meant);
          int created = links.insert(change, meant.stream().filter(Proposal::fresh).toList());
          return new Saved(created, changed, withdrawn);
        });
  }

  /// The open suggestions of a media item, the likeliest first.
  public List<Standing> of(WorkspaceId workspace, MediaId media) {
    return new SuggestedLinkQueries(db).openOf(workspace, media);
  }

  /// What is linked to a media item, or was refused or removed by people, and what is suggested.
  public Map<ProductId, Pairing> pairingsOf(WorkspaceId workspace, MediaId media) {
    return new SuggestedLinkQueries(db).pairingsOf(workspace, media);
  }

  /// As [#pairingsOf(WorkspaceId, MediaId)], of a product with media.
  public Map<MediaId, Pairing> pairingsOf(WorkspaceId workspace, ProductId product) {
    return new SuggestedLinkQueries(db).pairingsOf(workspace, product);
  }

  /// Refuses an open suggestion.
  public RejectOutcome reject(Actor actor, LinkId link) {
    return db.transactionResult(
        () -> {
          new LinkLockQueries(db).lock(actor.workspace());
          LinkChangeQueries links = new LinkChangeQueries(db);
          Change change = new Change(actor, links.nextBatch(), LinkSource.MANUAL, clock.instant());
          int rejected = new SuggestedLinkQueries(db).reject(change, link);
          Optional<Link> now = find(actor.workspace(), link);
          if (now.isEmpty()) {
            return new RejectOutcome.UnknownLink(link);
          }
          return rejected == 1
              ? new RejectOutcome.Rejected(now.get(), change.batch())
              : kept(now.get());
        });
  }

  private static RejectOutcome kept(Link link) {
    if (link.unlinkedAt() == null) {
      return new RejectOutcome.Confirmed(link);
    }
    return link.unlinkReason() == UnlinkReason.REJECTED
        ? new RejectOutcome.AlreadyRejected(link)
        : new RejectOutcome.Removed(link);
  }

  private Optional<Link> find(WorkspaceId workspace, LinkId id) {
    Optional<StoredLink> stored = new LinkQueries(db).find(workspace, id);
    return stored.map(
        link -> {
          Map<ProductId, Product> known = products.byId(workspace, List.of(link.product()));
          return link.showing(Objects.requireNonNull(known.get(link.product())));
        });
  }

  /// What saving changed.
  ///
  /// @param created newly suggested
  /// @param changed suggested before, with another confidence or reason
  /// @param withdrawn suggested before, and no longer
  public record Saved(int created, int changed, int withdrawn) {
    /// Both together.
    public Saved plus(Saved other) {
      return new Saved(
          created + other.created, changed + other.changed, withdrawn + other.withdrawn);
    }
  }

  /// An open suggestion as it was saved.
  public record Standing(LinkId link, Proposal proposal) {}

  /// What is known of a media item and a product.
  public sealed interface Pairing {
    /// Linked, refused, or removed by somebody: not to be suggested.
    record Decided() implements Pairing {}

    /// Suggested already.
    record Open(LinkId link) implements Pairing {}
  }
}
