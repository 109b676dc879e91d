package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkingTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Actor bob = team.person("Bob");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final MediaId photo = team.photo();

  @Test
  void links_a_photo_to_a_product() {
    Link link = hand.links(photo, hoodie).link();

    assertThat(link.media()).isEqualTo(photo);
    assertThat(link.product().title()).isEqualTo("Blue hoodie");
    assertThat(link.type()).isEqualTo(LinkType.FEATURED);
    assertThat(link.confirmed()).isTrue();
    assertThat(link.linkedBy()).isEqualTo("Ann");
    assertThat(link.linkedAt()).isEqualTo(test.clock().instant());
    assertThat(link.unlinkedAt()).isNull();
    assertThat(link.attributedRevenue()).hasToString("0.00 USD");
    assertThat(linking.linksOf(team.id(), List.of(photo))).containsExactly(link);
    assertThat(linking.find(team.id(), link.id())).contains(link);
  }

  @Test
  void keeps_all_that_is_said_of_a_link() {
    LinkDetails said =
        new LinkDetails(
            "the left one", "campaign-7", Map.of("source", "instagram"), "{\"shoot\": 3}");
    LinkRequest request =
        new LinkRequest(hoodie, LinkType.BACKGROUND, said, null, LinkSource.MANUAL);

    LinkOutcome outcome = linking.link(ann, photo, request);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LinkOutcome.Linked.class,
            linked -> assertThat(linked.link().details()).isEqualTo(said));
  }

  @Test
  void links_without_a_name_from_the_command_line() {
    LinkOutcome outcome = linking.link(Actor.commandLine(team.id()), photo, Hand.featured(hoodie));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LinkOutcome.Linked.class, linked -> assertThat(linked.link().linkedBy()).isNull());
  }

  @Test
  void says_that_a_link_is_there_already() {
    Link link = hand.links(photo, hoodie).link();

    LinkOutcome again = linking.link(bob, photo, Hand.featured(hoodie));

    assertThat(again).isEqualTo(new LinkOutcome.AlreadyLinked(link));
    assertThat(rows.all()).hasSize(1);
    assertThat(rows.actions()).containsExactly("linked");
  }

  @Test
  void gives_a_link_the_type_that_was_named_last() {
    LinkId link = hand.links(photo, hoodie).link().id();

    LinkOutcome.Retyped retyped = hand.retypes(photo, hoodie, LinkType.BACKGROUND);

    assertThat(retyped.link().id()).isEqualTo(link);
    assertThat(retyped.link().type()).isEqualTo(LinkType.BACKGROUND);
    assertThat(rows.actions()).containsExactly("linked", "retyped");
  }

  @Test
  void confirms_a_suggestion_that_is_linked_by_hand() {
    LinkId suggestion = rows.suggested(photo, hoodie);

    LinkOutcome.Retyped retyped = hand.retypes(photo, hoodie, LinkType.MENTIONED);

    assertThat(retyped.link().id()).isEqualTo(suggestion);
    assertThat(retyped.link().confirmed()).isTrue();
    assertThat(retyped.link().confidence()).isEqualTo(new BigDecimal("0.80"));
    assertThat(retyped.link().reason()).isEqualTo("the caption names it");
  }

  @Test
  void lets_nobody_make_a_suggestion_by_hand() {
    BatchId batch = hand.links(photo, hoodie).batch();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkRequest.of(hoodie, LinkType.SUGGESTED))
        .withMessageContaining("type");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linking.retype(ann, batch, LinkType.SUGGESTED))
        .withMessageContaining("type");
  }

  @Test
  void shows_the_products_of_photos_oldest_link_first() {
    ProductId mug = team.product("Mug");
    MediaId other = team.photo();
    Link second = hand.links(other, mug).link();
    Link third = hand.links(photo, hoodie).link();

    List<Link> links = linking.linksOf(team.id(), List.of(photo, other));

    assertThat(links).containsExactly(second, third);
    assertThat(linking.linksOf(team.id(), List.of(photo))).containsExactly(third);
    assertThat(linking.linksOf(team.id(), List.of())).isEmpty();
  }

  @Test
  void shows_the_photos_of_a_product_of_all_types_or_one() {
    MediaId other = team.photo();
    Link featured = hand.links(photo, hoodie).link();
    LinkRequest background = LinkRequest.of(hoodie, LinkType.BACKGROUND);
    LinkOutcome.Linked behind = (LinkOutcome.Linked) linking.link(ann, other, background);

    List<Link> all = linking.linksTo(team.id(), hoodie, Optional.empty());

    assertThat(all).containsExactly(featured, behind.link());
    assertThat(linking.linksTo(team.id(), hoodie, Optional.of(LinkType.BACKGROUND)))
        .containsExactly(behind.link());
  }

  @Test
  void keeps_an_unlinked_row_with_who_when_and_why() {
    Link link = hand.links(photo, hoodie).link();
    test.clock().pass(Duration.ofMinutes(5));

    Link unlinked = new Hand(linking, bob).unlinks(link.id(), UnlinkReason.WRONG).link();

    assertThat(unlinked.unlinkedAt()).isEqualTo(test.clock().instant());
    assertThat(unlinked.unlinkReason()).isEqualTo(UnlinkReason.WRONG);
    assertThat(rows.one(link.id()).get("unlinked_by_user_id"))
        .isEqualTo(Objects.requireNonNull(bob.user()).value());
    assertThat(rows.one(link.id()).get("effective_to")).isNull();
    assertThat(linking.linksOf(team.id(), List.of(photo))).isEmpty();
    assertThat(linking.linksTo(team.id(), hoodie, Optional.empty())).isEmpty();
    assertThat(linking.historyOf(team.id(), photo)).containsExactly(unlinked);
  }

  @Test
  void ends_what_was_right_until_then() {
    Link link = hand.links(photo, hoodie).link();
    test.clock().pass(Duration.ofMinutes(5));

    Link ended = hand.unlinks(link.id(), UnlinkReason.ENDED).link();

    assertThat(ended.unlinkReason()).isEqualTo(UnlinkReason.ENDED);
    assertThat(rows.one(link.id()).get("effective_to")).isEqualTo(test.clock().instant());
  }

  @Test
  void says_that_a_link_was_removed_already() {
    Link link = hand.links(photo, hoodie).link();
    Link unlinked = hand.unlinks(link.id()).link();
    test.clock().pass(Duration.ofMinutes(5));

    UnlinkOutcome again = linking.unlink(bob, link.id(), UnlinkReason.ENDED);

    assertThat(again).isEqualTo(new UnlinkOutcome.AlreadyUnlinked(unlinked));
    assertThat(rows.actions()).containsExactly("linked", "unlinked");
  }

  @Test
  void links_anew_what_was_unlinked() {
    Link first = hand.links(photo, hoodie).link();
    Link unlinked = hand.unlinks(first.id()).link();

    Link second = hand.links(photo, hoodie).link();

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(linking.linksOf(team.id(), List.of(photo))).containsExactly(second);
    assertThat(linking.historyOf(team.id(), photo)).containsExactly(unlinked, second);
    assertThat(linking.historyOf(team.id(), hoodie)).containsExactly(unlinked, second);
  }

  @Test
  void removes_a_product_from_many_photos_at_once() {
    List<MediaId> photos = team.photos(3);
    BatchId _ = hand.linksAll(photos, hoodie).batch();
    ProductId mug = team.product("Mug");
    Link mugLink = hand.links(photos.getFirst(), mug).link();

    Optional<BatchId> batch = linking.unlinkAll(ann, photos, hoodie, UnlinkReason.WRONG);

    assertThat(batch).isPresent();
    assertThat(linking.linksOf(team.id(), photos)).containsExactly(mugLink);
    assertThat(linking.linksIn(team.id(), batch.orElseThrow()))
        .hasSize(3)
        .allSatisfy(link -> assertThat(link.unlinkReason()).isEqualTo(UnlinkReason.WRONG));
    assertThat(linking.unlinkAll(ann, photos, hoodie, UnlinkReason.WRONG)).isEmpty();
  }

  @Test
  void counts_what_became_of_many_photos() {
    List<MediaId> photos = team.photos(4);
    Link _ = hand.links(photos.get(0), hoodie).link();
    LinkOutcome _ = linking.link(ann, photos.get(1), LinkRequest.of(hoodie, LinkType.BACKGROUND));
    MediaId missing = new MediaId(photos.getLast().value() + 1_000_000);
    List<MediaId> asked =
        List.of(photos.get(3), missing, photos.get(0), photos.get(1), photos.get(2), photos.get(3));

    BulkOutcome.Done done = hand.linksAll(asked, hoodie);

    assertThat(done).isEqualTo(new BulkOutcome.Done(5, 2, 1, 1, List.of(missing), done.batch()));
    assertThat(linking.linksOf(team.id(), photos))
        .hasSize(4)
        .allSatisfy(link -> assertThat(link.type()).isEqualTo(LinkType.FEATURED));
    assertThat(linking.linksIn(team.id(), done.batch()))
        .extracting(Link::media)
        .containsExactlyInAnyOrder(photos.get(1), photos.get(2), photos.get(3));
  }

  @Test
  void links_no_photos_to_a_product() {
    BulkOutcome.Done done = hand.linksAll(List.of(), hoodie);

    assertThat(done).isEqualTo(new BulkOutcome.Done(0, 0, 0, 0, List.of(), done.batch()));
    assertThat(linking.unlinkAll(ann, List.of(), hoodie, UnlinkReason.WRONG)).isEmpty();
  }

  @Test
  void does_not_know_media_that_is_not_there() {
    MediaId missing = new MediaId(photo.value() + 1_000_000);

    LinkOutcome outcome = linking.link(ann, missing, Hand.featured(hoodie));

    assertThat(outcome).isEqualTo(new LinkOutcome.UnknownMedia(missing));
  }

  @Test
  void links_what_a_photo_turned_out_to_be() {
    MediaId kept = team.photo();
    team.merges(photo, kept);

    Link link = hand.links(photo, hoodie).link();

    assertThat(link.media()).isEqualTo(kept);
    assertThat(linking.linksOf(team.id(), List.of(photo))).containsExactly(link);
    assertThat(linking.historyOf(team.id(), photo)).containsExactly(link);
    assertThat(linking.unlinkAll(ann, List.of(photo), hoodie, UnlinkReason.WRONG)).isPresent();
  }

  @Test
  void does_not_link_a_deleted_product_but_still_shows_it() {
    Link link = hand.links(photo, hoodie).link();
    team.deletes(hoodie);
    MediaId other = team.photo();

    LinkOutcome outcome = linking.link(ann, other, Hand.featured(hoodie));
    BulkOutcome bulk = linking.linkAll(ann, List.of(other), Hand.featured(hoodie));

    assertThat(outcome).isEqualTo(new LinkOutcome.UnknownProduct(hoodie));
    assertThat(bulk).isEqualTo(new BulkOutcome.UnknownProduct(hoodie));
    assertThat(linking.linksOf(team.id(), List.of(photo)))
        .singleElement()
        .satisfies(shown -> assertThat(shown.product().title()).isEqualTo("Blue hoodie"));
    assertThat(hand.unlinks(link.id()).link().product().id()).isEqualTo(hoodie);
  }

  @Test
  void does_not_know_a_link_that_is_not_there() {
    LinkId missing = new LinkId(1_000_000_000);

    UnlinkOutcome outcome = linking.unlink(ann, missing, UnlinkReason.WRONG);

    assertThat(outcome).isEqualTo(new UnlinkOutcome.UnknownLink(missing));
    assertThat(linking.find(team.id(), missing)).isEmpty();
  }

  @Test
  void gives_a_batch_another_type() {
    List<MediaId> photos = team.photos(2);
    BatchId batch = hand.linksAll(photos, hoodie).batch();

    int changed = linking.retype(ann, batch, LinkType.MENTIONED);

    assertThat(changed).isEqualTo(2);
    assertThat(linking.linksOf(team.id(), photos))
        .hasSize(2)
        .allSatisfy(link -> assertThat(link.type()).isEqualTo(LinkType.MENTIONED));
    assertThat(linking.retype(ann, batch, LinkType.MENTIONED)).isZero();
  }

  @Test
  void leaves_links_of_a_batch_that_somebody_changed_since() {
    List<MediaId> photos = team.photos(3);
    BatchId batch = hand.linksAll(photos, hoodie).batch();
    Link theirs = new Hand(linking, bob).retypes(photos.get(0), hoodie, LinkType.BACKGROUND).link();
    Link gone = linking.linksOf(team.id(), List.of(photos.get(1))).getFirst();
    Link _ = new Hand(linking, bob).unlinks(gone.id()).link();

    int changed = linking.retype(ann, batch, LinkType.MENTIONED);

    assertThat(changed).isEqualTo(1);
    assertThat(linking.find(team.id(), theirs.id())).contains(theirs);
    assertThat(linking.keepOnly(ann, batch, photos.get(2))).isZero();
    assertThat(linking.find(team.id(), theirs.id())).contains(theirs);
  }

  @Test
  void says_of_what_was_removed_that_it_was_right_until_then() {
    Link link = hand.links(photo, hoodie).link();
    test.clock().pass(Duration.ofMinutes(5));
    UnlinkOutcome.Unlinked unlinked = hand.unlinks(link.id());
    test.clock().pass(Duration.ofMinutes(5));

    int changed = linking.end(ann, unlinked.batch());

    assertThat(changed).isEqualTo(1);
    Link ended = linking.find(team.id(), link.id()).orElseThrow();
    assertThat(ended.unlinkReason()).isEqualTo(UnlinkReason.ENDED);
    assertThat(ended.unlinkedAt()).isEqualTo(unlinked.link().unlinkedAt());
    assertThat(rows.one(link.id()).get("effective_to")).isEqualTo(ended.unlinkedAt());
    assertThat(linking.end(ann, unlinked.batch())).isZero();
  }
}
