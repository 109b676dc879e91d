package io.hangtag.core.linking;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class LinkEditTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private static final LinkDetails SAID =
      new LinkDetails("left", "c-7", Map.of("source", "ig", "medium", "story"), "{\"a\": [1]}");

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final MediaId photo = team.photo();

  private LinkId said() {
    LinkRequest request =
        new LinkRequest(hoodie, LinkType.MENTIONED, SAID, null, LinkSource.MANUAL);
    return ((LinkOutcome.Linked) linking.link(ann, photo, request)).link().id();
  }

  private EditOutcome.Changed edits(LinkId link, LinkEdit edit) {
    return (EditOutcome.Changed) linking.edit(ann, link, edit);
  }

  private static LinkEdit note(@Nullable String text) {
    return new LinkEdit(null, text, null, null, null);
  }

  @Test
  void says_all_that_can_be_said_anew() {
    LinkId link = said();

    Link now =
        edits(
                link,
                new LinkEdit(
                    LinkType.BACKGROUND, "right", "c-8", Map.of("source", "tt"), "{\"b\": 2}"))
            .link();

    assertThat(now.type()).isEqualTo(LinkType.BACKGROUND);
    assertThat(now.details())
        .isEqualTo(new LinkDetails("right", "c-8", Map.of("source", "tt"), "{\"b\": 2}"));
    assertThat(rows.actions()).containsExactly("linked", "edited");
  }

  @Test
  void leaves_alone_what_the_edit_does_not_name() {
    LinkId link = said();

    assertThat(edits(link, note("right")).link().details())
        .isEqualTo(new LinkDetails("right", SAID.campaign(), SAID.utm(), SAID.metadata()));
    assertThat(edits(link, new LinkEdit(LinkType.FEATURED, null, null, null, null)).link())
        .extracting(Link::type, now -> now.details().note())
        .containsExactly(LinkType.FEATURED, "right");
  }

  @Test
  void takes_away_what_is_given_as_nothing() {
    LinkId link = said();

    Link now = edits(link, new LinkEdit(null, "", " ", Map.of(), "")).link();

    assertThat(now.details()).isEqualTo(LinkDetails.NONE);
    assertThat(now.type()).isEqualTo(LinkType.MENTIONED);
  }

  @Test
  void changes_nothing_that_is_so_already() {
    LinkId link = said();
    Link before = linking.find(team.id(), link).orElseThrow();
    LinkEdit same = new LinkEdit(LinkType.MENTIONED, "left", "c-7", SAID.utm(), "{ \"a\":\n[1] }");

    assertThat(linking.edit(ann, link, same)).isEqualTo(new EditOutcome.Unchanged(before));
    assertThat(linking.edit(ann, link, LinkEdit.NONE)).isEqualTo(new EditOutcome.Unchanged(before));
    assertThat(rows.actions()).containsExactly("linked");
  }

  @Test
  void is_undone_with_every_column() {
    LinkId link = said();
    Record before = rows.one(link);
    BatchId batch = edits(link, new LinkEdit(LinkType.FEATURED, "", "c-8", Map.of(), "")).batch();

    assertThat(hand.undoes(batch)).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(link)).isEqualTo(before);
  }

  @Test
  void keeps_an_edited_link_from_being_undone_with_the_batch_that_made_it() {
    BulkOutcome.Done made = hand.linksAll(List.of(photo, team.photo()), hoodie);
    LinkId link = linking.linksOf(team.id(), List.of(photo)).getFirst().id();
    EditOutcome.Changed _ = edits(link, note("mine"));

    assertThat(hand.undoes(made.batch())).isEqualTo(new UndoOutcome.Undone(1, 1));
    assertThat(linking.find(team.id(), link).orElseThrow().unlinkedAt()).isNull();
  }

  @Test
  void lets_an_edited_link_count_for_the_same_time_as_before() {
    LinkId link = said();
    Instant from = Instant.parse("2026-01-02T03:04:05Z");
    Instant to = Instant.parse("2099-01-02T03:04:05Z");
    counts(link, from, to);
    test.clock().pass(Duration.ofDays(1));

    EditOutcome.Changed _ = edits(link, new LinkEdit(LinkType.FEATURED, "x", "y", null, null));

    assertThat(rows.one(link).get(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM)).isEqualTo(from);
    assertThat(rows.one(link).get(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO)).isEqualTo(to);
    assertThat(rows.one(link).get(MEDIA_PRODUCT_LINKS.LINKED_AT))
        .isEqualTo(test.clock().instant().minus(Duration.ofDays(1)));
  }

  @Test
  void ends_no_link_before_it_begins() {
    LinkId link = said();
    counts(link, test.clock().instant(), null);
    Record before = rows.one(link);

    UnlinkOutcome outcome = linking.unlink(ann, link, UnlinkReason.ENDED);

    assertThat(outcome)
        .isEqualTo(new UnlinkOutcome.NotBegun(linking.find(team.id(), link).orElseThrow()));
    assertThat(rows.one(link)).isEqualTo(before);
    assertThat(linking.unlinkAll(ann, List.of(photo), hoodie, UnlinkReason.ENDED)).isEmpty();
  }

  @Test
  void says_of_no_link_that_it_was_right_before_it_begins() {
    LinkId link = said();
    counts(link, test.clock().instant().plusSeconds(60), null);
    BatchId removal = hand.unlinks(link).batch();

    assertThat(linking.end(ann, removal)).isZero();
    assertThat(linking.find(team.id(), link).orElseThrow().unlinkReason())
        .isEqualTo(UnlinkReason.WRONG);
  }

  @Test
  void lets_a_link_that_is_over_end_no_later() {
    Instant over = Instant.parse("2020-01-02T03:04:05Z");
    LinkId first = said();
    counts(first, null, over);
    UnlinkOutcome.Unlinked _ = hand.unlinks(first, UnlinkReason.ENDED);
    LinkId second = hand.links(team.photo(), hoodie).link().id();
    counts(second, null, over);
    BatchId removal = hand.unlinks(second).batch();

    assertThat(linking.end(ann, removal)).isEqualTo(1);
    assertThat(rows.one(first).get(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO)).isEqualTo(over);
    assertThat(rows.one(second).get(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO)).isEqualTo(over);
  }

  @Test
  void lets_a_confirmed_suggestion_count_since_ever() {
    LinkId suggestion = rows.suggested(photo, hoodie);

    EditOutcome _ = linking.confirm(ann, suggestion, LinkType.FEATURED);

    assertThat(rows.one(suggestion).get(MEDIA_PRODUCT_LINKS.IS_CONFIRMED)).isTrue();
    assertThat(rows.one(suggestion).get(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM)).isNull();
    assertThat(rows.one(suggestion).get(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO)).isNull();
  }

  /// Else an ended link would count again, or for longer, by being edited.
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"MERGED", "WITHDRAWN"})
  void leaves_a_removed_link_as_it_ended(UnlinkReason reason) {
    LinkId link = said();
    UnlinkOutcome.Unlinked _ = hand.unlinks(link, reason);
    Record before = rows.one(link);
    Link removed = linking.find(team.id(), link).orElseThrow();
    test.clock().pass(Duration.ofDays(1));

    EditOutcome edited = linking.edit(ann, link, note("x"));
    EditOutcome confirmed = linking.confirm(ann, link, LinkType.FEATURED);

    assertThat(edited).isEqualTo(new EditOutcome.Removed(removed));
    assertThat(confirmed).isEqualTo(new EditOutcome.Removed(removed));
    assertThat(rows.one(link)).isEqualTo(before);
  }

  @Test
  void confirms_a_suggestion_and_takes_that_back() {
    LinkId suggestion = rows.suggested(photo, hoodie);
    Record before = rows.one(suggestion);

    EditOutcome.Changed changed =
        (EditOutcome.Changed) linking.confirm(ann, suggestion, LinkType.MENTIONED);

    assertThat(changed.link().confirmed()).isTrue();
    assertThat(changed.link().type()).isEqualTo(LinkType.MENTIONED);
    assertThat(hand.undoes(changed.batch())).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(rows.one(suggestion)).isEqualTo(before);
  }

  @Test
  void confirms_a_suggestion_by_giving_it_a_type() {
    LinkId suggestion = rows.suggested(photo, hoodie);

    assertThat(edits(suggestion, note("maybe")).link().confirmed()).isFalse();
    assertThat(
            edits(suggestion, new LinkEdit(LinkType.BACKGROUND, null, null, null, null))
                .link()
                .confirmed())
        .isTrue();
  }

  @Test
  void keeps_the_type_of_a_link_that_is_confirmed() {
    LinkId link = said();

    EditOutcome outcome = linking.confirm(ann, link, LinkType.FEATURED);

    assertThat(outcome)
        .isEqualTo(new EditOutcome.Unchanged(linking.find(team.id(), link).orElseThrow()));
    assertThat(rows.actions()).containsExactly("linked");
  }

  @Test
  void knows_no_link_of_another_team() {
    LinkId link = said();
    Actor stranger = test.team().person("Zoe");

    assertThat(linking.edit(stranger, link, note("x")))
        .isEqualTo(new EditOutcome.UnknownLink(link));
    assertThat(linking.confirm(stranger, link, LinkType.FEATURED))
        .isEqualTo(new EditOutcome.UnknownLink(link));
    assertThat(rows.actions()).containsExactly("linked");
  }

  @Test
  void lets_nobody_make_a_suggestion_of_a_link() {
    LinkId link = said();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinkEdit(LinkType.SUGGESTED, null, null, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linking.confirm(ann, link, LinkType.SUGGESTED));
  }

  private static void counts(LinkId link, @Nullable Instant from, @Nullable Instant to) {
    int _ =
        test.sql()
            .update(MEDIA_PRODUCT_LINKS)
            .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM, from)
            .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO, to)
            .where(MEDIA_PRODUCT_LINKS.ID.eq(link.value()))
            .execute();
  }
}
