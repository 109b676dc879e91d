package io.hangtag.core.linking;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.util.Collection;

/// Somebody at work on links, who does not expect to be refused.
record Hand(Linking linking, Actor actor) {
  LinkOutcome.Linked links(MediaId media, ProductId product) {
    return (LinkOutcome.Linked) linking.link(actor, media, featured(product));
  }

  LinkOutcome.Retyped retypes(MediaId media, ProductId product, LinkType type) {
    return (LinkOutcome.Retyped) linking.link(actor, media, LinkRequest.of(product, type));
  }

  BulkOutcome.Done linksAll(Collection<MediaId> media, ProductId product) {
    return (BulkOutcome.Done) linking.linkAll(actor, media, featured(product));
  }

  BulkOutcome.Done linksAlbum(AlbumId album, Collection<MediaId> media, ProductId product) {
    return linksAlbum(album, media, product, LinkType.FEATURED);
  }

  BulkOutcome.Done linksAlbum(
      AlbumId album, Collection<MediaId> media, ProductId product, LinkType type) {
    LinkRequest request =
        new LinkRequest(product, type, LinkDetails.NONE, album, LinkSource.MANUAL);
    return (BulkOutcome.Done) linking.linkAll(actor, media, request);
  }

  UnlinkOutcome.Unlinked unlinks(LinkId link, UnlinkReason reason) {
    return (UnlinkOutcome.Unlinked) linking.unlink(actor, link, reason);
  }

  UnlinkOutcome.Unlinked unlinks(LinkId link) {
    return unlinks(link, UnlinkReason.WRONG);
  }

  UndoOutcome undoes(BatchId batch) {
    return linking.undo(actor, batch);
  }

  static LinkRequest featured(ProductId product) {
    return LinkRequest.of(product, LinkType.FEATURED);
  }
}
