package io.hangtag.core.linking;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkUndoTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final Hand bob = new Hand(linking, team.person("Bob"));
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final MediaId photo = team.photo();

  @Test
  void takes_a_link_back() {
    LinkOutcome.Linked linked = hand.links(photo, hoodie);

    UndoOutcome outcome = hand.undoes(linked.batch());

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(linking.linksOf(team.id(), List.of(photo))).isEmpty();
    assertThat(linking.find(team.id(), linked.link().id()).orElseThrow().unlinkReason())
        .isEqualTo(UnlinkReason.WRONG);
  }

  @Test
  void puts_an_unlinked_row_back_with_every_column() {
    LinkId link = withEverythingSet();
    Record before = rows.one(link);
    test.clock().pass(Duration.ofMinutes(1));
    BatchId batch = bob.unlinks(link, UnlinkReason.ENDED).batch();

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(link)).isEqualTo(before);
  }

  @Test
  void puts_a_retyped_row_back_with_every_column() {
    LinkId link = withEverythingSet();
    Record before = rows.one(link);
    BatchId batch = bob.retypes(photo, hoodie, LinkType.BACKGROUND).batch();

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(link)).isEqualTo(before);
  }

  @Test
  void puts_back_every_column_that_an_edit_changed() {
    LinkId link = withEverythingSet();
    Record before = rows.one(link);
    BatchId batch = rows.edited(link, team.album());

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(link)).isEqualTo(before);
  }

  @Test
  void makes_a_suggestion_of_what_was_confirmed() {
    LinkId suggestion = rows.suggested(photo, hoodie);
    Record before = rows.one(suggestion);
    BatchId batch = hand.retypes(photo, hoodie, LinkType.FEATURED).batch();

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(suggestion)).isEqualTo(before);
  }

  @Test
  void takes_back_a_removal_that_was_said_to_be_an_end() {
    Link link = hand.links(photo, hoodie).link();
    Record before = rows.one(link.id());
    test.clock().pass(Duration.ofMinutes(1));
    BatchId batch = hand.unlinks(link.id()).batch();
    int _ = linking.end(ann, batch);

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(link.id())).isEqualTo(before);
  }

  @Test
  void takes_a_link_back_that_got_another_type_from_its_button() {
    BatchId batch = hand.links(photo, hoodie).batch();
    int _ = linking.retype(ann, batch, LinkType.MENTIONED);

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(linking.linksOf(team.id(), List.of(photo))).isEmpty();
  }

  @Test
  void takes_back_all_of_a_batch() {
    List<MediaId> photos = team.photos(3);
    LinkId suggestion = rows.suggested(photos.get(1), hoodie);
    Record before = rows.one(suggestion);
    BatchId batch = hand.linksAll(photos, hoodie).batch();

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(3, 0));
    assertThat(rows.one(suggestion)).isEqualTo(before);
    assertThat(linking.linksOf(team.id(), photos)).extracting(Link::id).containsExactly(suggestion);
  }

  @Test
  void takes_back_the_one_link_that_only_this_photo_left() {
    List<MediaId> photos = team.photos(3);
    BatchId batch = hand.linksAlbum(team.album(), photos, hoodie).batch();
    int kept = linking.keepOnly(ann, batch, photos.get(1));

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(kept).isEqualTo(3);
    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(linking.linksOf(team.id(), photos)).isEmpty();
  }

  @Test
  void has_nothing_to_undo_the_second_time() {
    BatchId batch = hand.links(photo, hoodie).batch();
    UndoOutcome _ = hand.undoes(batch);
    List<Record> before = rows.all();

    UndoOutcome again = hand.undoes(batch);

    assertThat(again).isEqualTo(new UndoOutcome.NothingToUndo());
    assertThat(rows.all()).isEqualTo(before);
    assertThat(rows.actions()).containsExactly("linked", "undone");
  }

  @Test
  void takes_back_a_link_after_its_removal_was_taken_back() {
    LinkOutcome.Linked linked = hand.links(photo, hoodie);
    BatchId removal = bob.unlinks(linked.link().id()).batch();
    UndoOutcome first = bob.undoes(removal);

    UndoOutcome second = hand.undoes(linked.batch());

    assertThat(first).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(second).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(linking.linksOf(team.id(), List.of(photo))).isEmpty();
  }

  @Test
  void leaves_what_was_undone_to_no_button() {
    BatchId linked = hand.links(photo, hoodie).batch();
    BatchId retyped = bob.retypes(photo, hoodie, LinkType.MENTIONED).batch();
    UndoOutcome _ = bob.undoes(retyped);
    List<Record> before = rows.all();

    int changed = linking.retype(ann, retyped, LinkType.BACKGROUND);

    assertThat(changed).isZero();
    assertThat(rows.all()).isEqualTo(before);
    assertThat(linking.retype(ann, linked, LinkType.BACKGROUND)).isEqualTo(1);
  }

  @Test
  void does_not_know_a_batch_that_is_not_there() {
    BatchId missing = new BatchId(1_000_000_000);

    UndoOutcome outcome = hand.undoes(missing);

    assertThat(outcome).isEqualTo(new UndoOutcome.UnknownBatch(missing));
  }

  @Test
  void keeps_and_counts_what_somebody_changed_since() {
    List<MediaId> photos = team.photos(3);
    BatchId batch = hand.linksAll(photos, hoodie).batch();
    Link theirs = bob.retypes(photos.get(1), hoodie, LinkType.MENTIONED).link();

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(2, 1));
    assertThat(linking.linksOf(team.id(), photos)).containsExactly(theirs);
  }

  @Test
  void counts_nothing_as_kept_that_somebody_took_back_since() {
    List<MediaId> photos = team.photos(2);
    BatchId batch = hand.linksAll(photos, hoodie).batch();
    Link first = linking.linksOf(team.id(), photos).getFirst();
    Link theirs = bob.unlinks(first.id()).link();

    UndoOutcome outcome = hand.undoes(batch);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(linking.find(team.id(), first.id())).contains(theirs);
  }

  @Test
  void leaves_an_old_row_alone_when_the_pair_was_linked_anew() {
    List<MediaId> photos = team.photos(2);
    BatchId _ = hand.linksAll(photos, hoodie).batch();
    BatchId removal = linking.unlinkAll(ann, photos, hoodie, UnlinkReason.WRONG).orElseThrow();
    Link anew = bob.links(photos.getFirst(), hoodie).link();

    UndoOutcome outcome = hand.undoes(removal);

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 1));
    assertThat(linking.linksOf(team.id(), photos))
        .hasSize(2)
        .contains(anew)
        .extracting(Link::media)
        .containsExactlyInAnyOrderElementsOf(photos);
  }

  @Test
  void has_nothing_to_undo_when_all_was_linked_anew() {
    Link first = hand.links(photo, hoodie).link();
    BatchId removal = hand.unlinks(first.id()).batch();
    Link anew = bob.links(photo, hoodie).link();

    UndoOutcome outcome = hand.undoes(removal);

    assertThat(outcome).isEqualTo(new UndoOutcome.NothingToUndo());
    assertThat(linking.linksOf(team.id(), List.of(photo))).containsExactly(anew);
  }

  @Test
  void says_in_the_history_who_took_back_what() {
    BatchId batch = hand.links(photo, hoodie).batch();
    UndoOutcome _ = bob.undoes(batch);

    LinkRows.Event last = rows.events().getLast();

    assertThat(last.action()).isEqualTo("undone");
    assertThat(last.batch()).isEqualTo(batch);
    assertThat(last.user()).isEqualTo(userOf(bob));
  }

  private static @Nullable Long userOf(Hand somebody) {
    return somebody.actor().user() == null ? null : somebody.actor().user().value();
  }

  @Test
  void lets_the_planner_know_a_batch_of_thousands() {
    List<MediaId> photos = team.photos(1_000);

    BatchId batch = hand.linksAll(photos, hoodie).batch();

    assertThat(
            test.sql()
                .fetchSingle(
                    "select most_common_vals::text::bigint[] from pg_stats"
                        + " where tablename = 'link_events' and attname = 'batch'")
                .get(0, Long[].class))
        .contains(batch.value());
    assertThat(hand.undoes(batch)).isEqualTo(new UndoOutcome.Undone(1_000, 0));
  }

  private LinkId withEverythingSet() {
    LinkDetails said =
        new LinkDetails("left", "c-7", Map.of("source", "ig", "medium", "story"), "{\"a\": [1]}");
    LinkRequest request =
        new LinkRequest(hoodie, LinkType.MENTIONED, said, team.album(), LinkSource.IMPORT);
    LinkOutcome.Linked linked = (LinkOutcome.Linked) linking.link(ann, photo, request);
    test.sql()
        .update(MEDIA_PRODUCT_LINKS)
        .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM, Instant.parse("2026-01-02T03:04:05.678901Z"))
        .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO, Instant.parse("2027-01-02T03:04:05Z"))
        .set(MEDIA_PRODUCT_LINKS.POSTS_USING_LINK, 2)
        .set(MEDIA_PRODUCT_LINKS.ATTRIBUTED_REVENUE_MINOR, 1999L)
        .where(MEDIA_PRODUCT_LINKS.ID.eq(linked.link().id().value()))
        .execute();
    return linked.link().id();
  }
}
