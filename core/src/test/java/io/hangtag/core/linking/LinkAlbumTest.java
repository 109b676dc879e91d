package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkAlbumTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final Hand bob = new Hand(linking, team.person("Bob"));
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final AlbumId album = team.album();
  private final List<MediaId> early = team.photos(2);
  private final MediaId late = team.photo();

  @Test
  void gives_a_late_picture_what_was_said_of_its_album() {
    ProductId mug = team.product("Mug");
    BatchId _ = hand.linksAlbum(album, early, hoodie, LinkType.MENTIONED).batch();
    BatchId _ = bob.linksAlbum(album, early, mug, LinkType.BACKGROUND).batch();

    int inherited = linking.inherit(team.id(), late, album);

    assertThat(inherited).isEqualTo(2);
    assertThat(linksOfLate())
        .extracting(link -> link.product().title(), Link::type, Link::linkedBy)
        .containsExactlyInAnyOrder(
            tuple("Blue hoodie", LinkType.MENTIONED, "Ann"),
            tuple("Mug", LinkType.BACKGROUND, "Bob"));
  }

  @Test
  void gives_a_late_picture_the_details_too() {
    LinkDetails said = new LinkDetails("on the left", null, Map.of("source", "ig"), null);
    BulkOutcome _ =
        linking.linkAll(
            ann, early, new LinkRequest(hoodie, LinkType.FEATURED, said, album, LinkSource.MANUAL));

    int _ = linking.inherit(team.id(), late, album);

    assertThat(linksOfLate()).extracting(Link::details).containsExactly(said);
  }

  @Test
  void inherits_once() {
    BatchId _ = hand.linksAlbum(album, early, hoodie).batch();
    int _ = linking.inherit(team.id(), late, album);

    int again = linking.inherit(team.id(), late, album);

    assertThat(again).isZero();
    assertThat(linksOfLate()).hasSize(1);
    assertThat(rows.all()).hasSize(3);
  }

  @Test
  void undoes_the_late_picture_with_the_others() {
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();
    int _ = linking.inherit(team.id(), late, album);

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(3, 0));
    assertThat(linksOfLate()).isEmpty();
  }

  @Test
  void inherits_nothing_that_was_undone() {
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();
    UndoOutcome _ = hand.undoes(batch);

    int inherited = linking.inherit(team.id(), late, album);

    assertThat(inherited).isZero();
  }

  @Test
  void inherits_nothing_that_was_said_of_one_picture() {
    LinkOutcome _ = hand.links(early.getFirst(), hoodie);

    int inherited = linking.inherit(team.id(), late, album);

    assertThat(inherited).isZero();
  }

  @Test
  void inherits_nothing_after_only_this_photo() {
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();
    int _ = linking.keepOnly(ann, batch, early.getLast());

    int inherited = linking.inherit(team.id(), late, album);

    assertThat(inherited).isZero();
    assertThat(linking.linksOf(team.id(), early))
        .extracting(Link::media)
        .containsExactly(early.getLast());
  }

  @Test
  void keeps_all_of_them_if_the_one_to_keep_is_none_of_them() {
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();

    assertThat(linking.keepOnly(ann, batch, late)).isZero();
    assertThat(linking.linksOf(team.id(), early)).hasSize(2);
  }

  @Test
  void takes_the_late_picture_out_too_with_only_this_photo() {
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();
    int _ = linking.inherit(team.id(), late, album);

    int changed = linking.keepOnly(ann, batch, early.getFirst());

    assertThat(changed).isEqualTo(3);
    assertThat(linksOfLate()).isEmpty();
  }

  @Test
  void inherits_the_type_that_a_button_gave_since() {
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();
    int _ = linking.retype(ann, batch, LinkType.BACKGROUND);

    int _ = linking.inherit(team.id(), late, album);

    assertThat(linksOfLate()).extracting(Link::type).containsExactly(LinkType.BACKGROUND);
    assertThat(hand.undoes(batch)).isEqualTo(new UndoOutcome.Undone(3, 0));
    assertThat(linksOfLate()).isEmpty();
  }

  @Test
  void goes_back_to_the_earlier_type_with_the_others() {
    BatchId first = hand.linksAlbum(album, early, hoodie).batch();
    BatchId second = bob.linksAlbum(album, early, hoodie, LinkType.MENTIONED).batch();
    int _ = linking.inherit(team.id(), late, album);

    UndoOutcome outcome = bob.undoes(second);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(3, 0));
    assertThat(linksOfLate()).extracting(Link::type).containsExactly(LinkType.FEATURED);
    assertThat(hand.undoes(first)).isEqualTo(new UndoOutcome.Undone(3, 0));
    assertThat(linksOfLate()).isEmpty();
  }

  @Test
  void undoes_the_late_picture_when_one_link_was_older_than_what_was_said_of_the_album() {
    Link older = bob.links(early.getFirst(), hoodie).link();
    BatchId batch = hand.linksAlbum(album, early, hoodie).batch();
    int inherited = linking.inherit(team.id(), late, album);

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(inherited).isEqualTo(1);
    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(3, 0));
    assertThat(linking.linksOf(team.id(), early)).containsExactly(older);
    assertThat(linksOfLate()).isEmpty();
  }

  @Test
  void inherits_again_after_the_removal_was_undone() {
    BatchId _ = hand.linksAlbum(album, early, hoodie).batch();
    BatchId removal = linking.unlinkAll(ann, early, hoodie, UnlinkReason.WRONG).orElseThrow();
    int nothing = linking.inherit(team.id(), late, album);
    UndoOutcome _ = hand.undoes(removal);

    int inherited = linking.inherit(team.id(), late, album);

    assertThat(nothing).isZero();
    assertThat(inherited).isEqualTo(1);
  }

  @Test
  void does_not_bring_back_what_was_removed_from_one_picture() {
    BatchId _ = hand.linksAlbum(album, early, hoodie).batch();
    Link removed = linking.linksOf(team.id(), List.of(early.getFirst())).getFirst();
    Link _ = bob.unlinks(removed.id()).link();

    int inherited = linking.inherit(team.id(), early.getFirst(), album);

    assertThat(inherited).isZero();
    assertThat(linking.linksOf(team.id(), early))
        .extracting(Link::media)
        .containsOnly(early.get(1));
  }

  @Test
  void keeps_two_albums_apart() {
    AlbumId other = team.album();
    ProductId mug = team.product("Mug");
    BatchId _ = hand.linksAlbum(album, early, hoodie).batch();
    BatchId _ = hand.linksAlbum(other, team.photos(1), mug).batch();

    int inherited = linking.inherit(team.id(), late, other);

    assertThat(inherited).isEqualTo(1);
    assertThat(linksOfLate()).extracting(link -> link.product().title()).containsExactly("Mug");
  }

  @Test
  void says_a_link_of_the_album_that_was_said_of_one_picture_before() {
    Link single = hand.links(early.getFirst(), hoodie).link();

    BulkOutcome.Done done = hand.linksAlbum(album, early, hoodie);

    assertThat(done).isEqualTo(new BulkOutcome.Done(2, 1, 1, 0, List.of(), done.batch()));
    assertThat(rows.one(single.id()).get("album_id")).isEqualTo(album.value());
    assertThat(rows.actions()).containsExactly("linked", "linked", "edited");
  }

  private List<Link> linksOfLate() {
    return linking.linksOf(team.id(), List.of(late));
  }
}
