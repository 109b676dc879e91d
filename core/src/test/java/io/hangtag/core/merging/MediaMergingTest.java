package io.hangtag.core.merging;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.inbox.Answers.Answer;
import io.hangtag.core.inbox.Answers.Place;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.LinkOutcome;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.Proposal;
import io.hangtag.core.linking.UndoOutcome;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaFilter;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.MediaItem;
import io.hangtag.core.media.MediaLibrary;
import io.hangtag.core.media.Pick;
import io.hangtag.core.media.Subject;
import io.hangtag.core.posting.Channel;
import io.hangtag.core.posting.PostId;
import io.hangtag.core.posting.RecordOutcome;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MediaMergingTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final MediaMerging merging = test.core().mediaMerging();
  private final MediaLibrary library = test.core().media();
  private final Linking linking = test.core().linking();
  private final ProductId hoodie = team.product("Blue hoodie");
  private final ProductId mug = team.product("Mug");
  private final MediaId keep = team.photo();
  private final MediaId other = team.photo();

  @Test
  void gives_the_links_and_posts_of_the_other_to_the_kept_one() {
    Link own = link(keep, hoodie, LinkType.FEATURED);
    Link moved = link(other, mug, LinkType.MENTIONED);
    PostId _ = post(other);

    MergeOutcome.Merged merged = merge(keep, other);

    assertThat(merged).isEqualTo(new MergeOutcome.Merged(merged.merge(), keep, other, 1, 1));
    assertThat(linking.linksOf(team.id(), List.of(keep)))
        .extracting(Link::id)
        .containsExactly(own.id(), moved.id());
    assertThat(posts(keep)).isEqualTo(1);
    assertThat(library.list(team.id(), MediaFilter.ALL))
        .extracting(MediaItem::id)
        .containsExactly(keep);
  }

  @Test
  void lets_one_of_two_links_to_a_product_stand_and_both_again_when_it_is_undone() {
    Link weaker = link(keep, hoodie, LinkType.BACKGROUND);
    Link stronger = link(other, hoodie, LinkType.FEATURED);
    MergeOutcome.Merged merged = merge(keep, other);

    assertThat(linking.linksOf(team.id(), List.of(keep)))
        .extracting(Link::id)
        .containsExactly(stronger.id());
    assertThat(linking.find(team.id(), weaker.id()).orElseThrow().unlinkReason())
        .isEqualTo(UnlinkReason.MERGED);

    assertThat(merging.undo(ann, merged.merge()))
        .isEqualTo(new UndoMergeOutcome.Undone(keep, other, 1, 0, 0));
    assertThat(linking.linksOf(team.id(), List.of(keep)))
        .extracting(Link::id)
        .containsExactly(weaker.id());
    assertThat(linking.linksOf(team.id(), List.of(other)))
        .extracting(Link::id)
        .containsExactly(stronger.id());
  }

  @Test
  void leaves_removed_what_was_removed_from_the_one_picture() {
    Link first = link(keep, hoodie, LinkType.FEATURED);
    Link second = link(other, hoodie, LinkType.MENTIONED);
    MergeOutcome.Merged merged = merge(keep, other);
    var _ = linking.unlink(ann, first.id(), UnlinkReason.WRONG);

    assertThat(merging.undo(ann, merged.merge()))
        .isEqualTo(new UndoMergeOutcome.Undone(keep, other, 1, 0, 1));
    assertThat(linking.linksOf(team.id(), List.of(keep, other))).isEmpty();
    assertThat(linking.find(team.id(), second.id()).orElseThrow().unlinkReason())
        .isEqualTo(UnlinkReason.WRONG);
  }

  @Test
  void ends_both_when_the_one_picture_ceased_to_show_the_product() {
    Link first = link(keep, hoodie, LinkType.FEATURED);
    Link second = link(other, hoodie, LinkType.MENTIONED);
    MergeOutcome.Merged merged = merge(keep, other);
    var _ = linking.unlink(ann, first.id(), UnlinkReason.ENDED);

    var _ = merging.undo(ann, merged.merge());

    assertThat(linking.find(team.id(), second.id()).orElseThrow().unlinkReason())
        .isEqualTo(UnlinkReason.ENDED);
  }

  @Test
  void lets_a_suggestion_wait_behind_what_was_confirmed() {
    LinkId suggested = suggest(keep);
    Link confirmed = link(other, hoodie, LinkType.BACKGROUND);

    MergeOutcome.Merged merged = merge(keep, other);
    assertThat(linking.linksOf(team.id(), List.of(keep)))
        .extracting(Link::id)
        .containsExactly(confirmed.id());

    var _ = merging.undo(ann, merged.merge());
    assertThat(linking.linksOf(team.id(), List.of(keep)))
        .extracting(Link::id, Link::type)
        .containsExactly(tuple(suggested, LinkType.SUGGESTED));
  }

  @Test
  void withdraws_both_suggestions_but_decides_nothing() {
    LinkId _ = suggest(keep);
    LinkId second = suggest(other);
    MergeOutcome.Merged merged = merge(keep, other);
    var _ = test.core().suggestedLinks().replace(team.id(), List.of(keep), List.of());

    var _ = merging.undo(ann, merged.merge());

    assertThat(linking.find(team.id(), second).orElseThrow().unlinkReason())
        .isEqualTo(UnlinkReason.WITHDRAWN);
  }

  @Test
  void suggests_nothing_for_an_item_that_stands_no_longer() {
    MergeOutcome.Merged _ = merge(keep, other);

    assertThat(
            test.core()
                .suggestedLinks()
                .replace(team.id(), List.of(other), List.of(proposal(other)))
                .created())
        .isZero();
  }

  private LinkId suggest(MediaId media) {
    var _ =
        test.core().suggestedLinks().replace(team.id(), List.of(media), List.of(proposal(media)));
    return linking.linksOf(team.id(), List.of(media)).getFirst().id();
  }

  private Proposal proposal(MediaId media) {
    return new Proposal(
        media,
        hoodie,
        new BigDecimal("0.80"),
        "caption_words",
        "The caption says it",
        Map.of(),
        true);
  }

  @Test
  void undoes_what_was_linked_before_the_merge() {
    LinkOutcome.Linked linked =
        (LinkOutcome.Linked) linking.link(ann, other, LinkRequest.of(hoodie, LinkType.FEATURED));
    MergeOutcome.Merged merged = merge(keep, other);

    assertThat(linking.undo(ann, linked.batch())).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(linking.linksOf(team.id(), List.of(keep))).isEmpty();
    assertThat(merging.undo(ann, merged.merge()))
        .isEqualTo(new UndoMergeOutcome.Undone(keep, other, 1, 0, 0));
    assertThat(linking.linksOf(team.id(), List.of(keep, other))).isEmpty();
  }

  @Test
  void keeps_what_was_said_since_with_the_kept_one() {
    MergeOutcome.Merged merged = merge(keep, other);
    Link since = link(other, hoodie, LinkType.FEATURED);
    PostId _ = post(other);

    var _ = merging.undo(ann, merged.merge());

    assertThat(since.media()).isEqualTo(keep);
    assertThat(linking.linksOf(team.id(), List.of(keep)))
        .extracting(Link::id)
        .containsExactly(since.id());
    assertThat(posts(keep)).isEqualTo(1);
    assertThat(posts(other)).isZero();
  }

  @Test
  void shows_a_post_of_both_once() {
    PostId _ = post(other, keep);

    MergeOutcome.Merged merged = merge(keep, other);

    assertThat(posts(keep)).isEqualTo(1);
    assertThat(merging.undo(ann, merged.merge()))
        .isEqualTo(new UndoMergeOutcome.Undone(keep, other, 0, 1, 0));
    assertThat(posts(keep)).isEqualTo(1);
    assertThat(posts(other)).isEqualTo(1);
  }

  @Test
  void goes_on_showing_the_kept_one_for_the_sake_of_a_third() {
    MediaId third = team.photo();
    PostId _ = post(other, third);
    MergeOutcome.Merged first = merge(keep, other);
    MergeOutcome.Merged second = merge(keep, third);

    var _ = merging.undo(ann, first.merge());
    assertThat(List.of(posts(keep), posts(other))).containsExactly(1, 1);

    var _ = merging.undo(ann, second.merge());
    assertThat(List.of(posts(keep), posts(other), posts(third))).containsExactly(0, 1, 1);
  }

  @Test
  void fills_in_the_words_that_the_kept_one_lacks_and_takes_them_back() {
    describe(keep, null, "Own caption", null, "beach");
    describe(other, "Twin", "Other caption", "memes", "Beach", "summer");

    MergeOutcome.Merged merged = merge(keep, other);

    MediaItem now = library.find(team.id(), keep).orElseThrow();
    assertThat(now.title()).isEqualTo("Twin");
    assertThat(now.caption()).isEqualTo("Own caption");
    assertThat(now.category()).isEqualTo("memes");
    assertThat(now.tags()).containsExactly("beach", "summer");
    library.describe(team.id(), keep, "Better title", null);
    assertThat(merging.undo(ann, merged.merge()))
        .isEqualTo(new UndoMergeOutcome.Undone(keep, other, 0, 0, 1));
    MediaItem then = library.find(team.id(), keep).orElseThrow();
    assertThat(then.title()).isEqualTo("Better title");
    assertThat(then.category()).isNull();
    assertThat(then.tags()).containsExactly("beach");
  }

  @Test
  void finds_the_kept_one_by_all_that_names_the_other() {
    ChatId chat = team.chat();
    AlbumId album = team.album();
    Subject about = new Subject(other, album);
    library.aboutMedia(team.id(), chat, 7, about);
    library.setCurrent(team.id(), Objects.requireNonNull(ann.user()), chat, 0, about);
    test.core().picks().save(team.id(), 99, new Pick.For(about));
    Place place = new Place(team.id(), chat, 8);
    test.core()
        .answers()
        .save(place, new Answer("/link hoodie", Optional.empty(), Optional.of(about), 1));

    MergeOutcome.Merged _ = merge(keep, other);

    Subject kept = new Subject(keep, album);
    assertThat(library.ofMessage(team.id(), chat, 7)).contains(kept);
    assertThat(library.current(team.id(), Objects.requireNonNull(ann.user()), chat, 0))
        .contains(kept);
    assertThat(library.currentAnywhere(team.id(), Objects.requireNonNull(ann.user())))
        .contains(kept);
    assertThat(library.itemsOf(team.id(), about)).containsExactly(keep);
    assertThat(library.itemsOf(team.id(), new Subject(other, null))).containsExactly(keep);
    assertThat(test.core().picks().find(team.id(), 99)).isEqualTo(new Pick.For(kept));
    assertThat(test.core().answers().find(place).orElseThrow().subject()).contains(kept);
    assertThat(library.find(team.id(), other).orElseThrow().id()).isEqualTo(keep);
    assertThat(test.core().labelling().tag(team.id(), about, List.of("new"), List.of()))
        .isPresent();
    assertThat(library.find(team.id(), keep).orElseThrow().tags()).containsExactly("new");
  }

  @Test
  void follows_both_to_what_they_turned_out_to_be_and_back_in_order() {
    MediaId third = team.photo();
    Link link = link(other, hoodie, LinkType.FEATURED);
    MergeOutcome.Merged first = merge(keep, other);
    MergeOutcome.Merged second = merge(third, keep);

    assertThat(merging.merge(ann, other, third))
        .isEqualTo(new MergeOutcome.AlreadyOne(third, Optional.of(first.merge())));
    assertThat(merging.undo(ann, first.merge()))
        .isEqualTo(new UndoMergeOutcome.KeptWasMerged(keep, second.merge()));
    var _ = merging.undo(ann, second.merge());
    assertThat(linking.linksOf(team.id(), List.of(other)))
        .extracting(Link::media)
        .containsExactly(keep);
    var _ = merging.undo(ann, first.merge());
    assertThat(linking.linksOf(team.id(), List.of(other)))
        .extracting(Link::id, Link::media)
        .containsExactly(tuple(link.id(), other));
    assertThat(merging.undo(ann, first.merge()))
        .isEqualTo(new UndoMergeOutcome.AlreadyUndone(keep, other));
  }

  @Test
  void refuses_what_is_no_pair_of_the_team() {
    SampleTeam others = test.team();
    MediaId theirs = others.photo();
    MergeOutcome.Merged merged = merge(keep, other);

    assertThat(merging.merge(ann, keep, theirs)).isEqualTo(new MergeOutcome.UnknownMedia(theirs));
    assertThat(merging.merge(ann, theirs, keep)).isEqualTo(new MergeOutcome.UnknownMedia(theirs));
    assertThat(merging.merge(ann, keep, keep)).isEqualTo(new MergeOutcome.Itself(keep));
    assertThat(merging.undo(others.person("Eve"), merged.merge()))
        .isEqualTo(new UndoMergeOutcome.UnknownMerge(merged.merge()));
    assertThat(merging.merge(ann, keep, other))
        .isEqualTo(new MergeOutcome.AlreadyOne(keep, Optional.of(merged.merge())));
  }

  private MergeOutcome.Merged merge(MediaId kept, MediaId merged) {
    return (MergeOutcome.Merged) merging.merge(ann, kept, merged);
  }

  private Link link(MediaId media, ProductId product, LinkType type) {
    return ((LinkOutcome.Linked) linking.link(ann, media, LinkRequest.of(product, type))).link();
  }

  private PostId post(MediaId... media) {
    RecordOutcome.Recorded recorded =
        (RecordOutcome.Recorded)
            test.core().postingHistory().record(ann, List.of(media), Channel.INSTAGRAM_FEED, NOON);
    return recorded.post();
  }

  private int posts(MediaId media) {
    return library.find(team.id(), media).filter(item -> item.id().equals(media)).stream()
        .mapToInt(MediaItem::posts)
        .sum();
  }

  private void describe(
      MediaId media,
      @Nullable String title,
      String caption,
      @Nullable String category,
      String... tags) {
    int _ =
        test.sql()
            .update(MEDIA_ITEMS)
            .set(MEDIA_ITEMS.TITLE, title)
            .set(MEDIA_ITEMS.CAPTION, caption)
            .set(MEDIA_ITEMS.CATEGORY, category)
            .set(MEDIA_ITEMS.TAGS, tags)
            .where(MEDIA_ITEMS.ID.eq(media.value()))
            .execute();
  }
}
