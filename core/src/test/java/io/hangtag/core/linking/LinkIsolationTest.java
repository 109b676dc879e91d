package io.hangtag.core.linking;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkIsolationTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Linking linking = test.core().linking();
  private final Side first = side();
  private final Side second = side();

  /// A team with two linked photos of an album, and one that is not linked yet.
  private record Side(
      SampleTeam team,
      Actor actor,
      ProductId product,
      AlbumId album,
      List<MediaId> photos,
      MediaId late,
      BatchId batch) {}

  private Side side() {
    SampleTeam team = test.team();
    Actor actor = team.person("Ann");
    ProductId product = team.product("Blue hoodie");
    AlbumId album = team.album();
    List<MediaId> photos = team.photos(2);
    BatchId batch = new Hand(linking, actor).linksAlbum(album, photos, product).batch();
    return new Side(team, actor, product, album, photos, team.photo(), batch);
  }

  @Test
  void links_nothing_of_another_team() {
    linksNothing(first, second);
    linksNothing(second, first);
  }

  private void linksNothing(Side own, Side other) {
    List<MediaId> both = List.of(own.late(), other.late());

    LinkOutcome media = linking.link(own.actor(), other.late(), Hand.featured(own.product()));
    LinkOutcome product = linking.link(own.actor(), own.late(), Hand.featured(other.product()));
    BulkOutcome bulk = linking.linkAll(own.actor(), both, Hand.featured(other.product()));

    assertThat(media).isEqualTo(new LinkOutcome.UnknownMedia(other.late()));
    assertThat(product).isEqualTo(new LinkOutcome.UnknownProduct(other.product()));
    assertThat(bulk).isEqualTo(new BulkOutcome.UnknownProduct(other.product()));
    assertThat(linking.linksOf(own.team().id(), both)).isEmpty();
    assertThat(linking.linksOf(other.team().id(), both)).isEmpty();
  }

  @Test
  void leaves_media_of_another_team_out_of_many() {
    List<MediaId> both = List.of(first.late(), second.late());

    BulkOutcome.Done done = new Hand(linking, first.actor()).linksAll(both, first.product());

    assertThat(done.linked()).isEqualTo(1);
    assertThat(done.unknown()).containsExactly(second.late());
    assertThat(linking.linksOf(second.team().id(), both)).isEmpty();
  }

  @Test
  void changes_no_link_of_another_team() {
    changesNothing(first, second);
    changesNothing(second, first);
  }

  private void changesNothing(Side own, Side other) {
    List<Record> before = rows(other).all();
    Link link = linking.linksOf(other.team().id(), other.photos()).getFirst();
    MediaId photo = other.photos().getFirst();

    UnlinkOutcome unlinked = linking.unlink(own.actor(), link.id(), UnlinkReason.WRONG);
    UndoOutcome undone = linking.undo(own.actor(), other.batch());

    assertThat(unlinked).isEqualTo(new UnlinkOutcome.UnknownLink(link.id()));
    assertThat(undone).isEqualTo(new UndoOutcome.UnknownBatch(other.batch()));
    assertThat(linking.retype(own.actor(), other.batch(), LinkType.MENTIONED)).isZero();
    assertThat(linking.keepOnly(own.actor(), other.batch(), photo)).isZero();
    assertThat(linking.end(own.actor(), other.batch())).isZero();
    assertThat(linking.unlinkAll(own.actor(), other.photos(), other.product(), UnlinkReason.WRONG))
        .isEmpty();
    assertThat(linking.inherit(own.team().id(), own.late(), other.album())).isZero();
    assertThat(rows(other).all()).isEqualTo(before);
  }

  @Test
  void shows_nothing_of_another_team() {
    showsNothing(first, second);
    showsNothing(second, first);
  }

  private void showsNothing(Side own, Side other) {
    Link link = linking.linksOf(other.team().id(), other.photos()).getFirst();

    assertThat(linking.find(own.team().id(), link.id())).isEmpty();
    assertThat(linking.linksIn(own.team().id(), other.batch())).isEmpty();
    assertThat(linking.linksOf(own.team().id(), other.photos())).isEmpty();
    assertThat(linking.historyOf(own.team().id(), other.photos().getFirst())).isEmpty();
    assertThat(linking.historyOf(own.team().id(), other.product())).isEmpty();
    assertThat(linking.linksTo(own.team().id(), other.product(), Optional.empty())).isEmpty();
  }

  @Test
  void is_refused_by_the_database_itself() {
    assertThatThrownBy(
            () ->
                test.sql()
                    .insertInto(MEDIA_PRODUCT_LINKS)
                    .set(MEDIA_PRODUCT_LINKS.WORKSPACE_ID, first.team().id().value())
                    .set(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID, first.late().value())
                    .set(MEDIA_PRODUCT_LINKS.PRODUCT_ID, second.product().value())
                    .set(MEDIA_PRODUCT_LINKS.LINKED_AT, test.clock().instant())
                    .execute())
        .isInstanceOf(IntegrityConstraintViolationException.class)
        .hasMessageContaining("media_product_links_product_fk");
  }

  private static LinkRows rows(Side side) {
    return new LinkRows(test.sql(), side.team().id());
  }
}
