package io.hangtag.core.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hangtag.core.Race;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.EditOutcome;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkId;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.RejectOutcome;
import io.hangtag.core.linking.SuggestedLinks;
import io.hangtag.core.linking.UnlinkOutcome;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.suggestion.Suggestions.Refreshed;
import io.hangtag.core.team.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SuggestionsTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Studio studio = Studio.in(test);
  private final Suggestions suggestions = studio.suggestions();
  private final SuggestedLinks links = test.core().suggestedLinks();
  private final Linking linking = test.core().linking();
  private final Actor ann = studio.team().person("Ann");
  private final ProductId hoodie =
      studio.catalogue().product("Chaz Kangeroo Hoodie").sku("MH01-XS-Black").saved();
  private final MediaId photo = studio.photo().named("MH01-XS-Black.jpg").taken();

  private Refreshed refresh() {
    return suggestions.refresh(studio.id(), (_, _) -> {});
  }

  private LinkId saved() {
    return Objects.requireNonNull(suggestions.save(studio.id(), photo, 5).getFirst().link());
  }

  private List<ProductId> suggested() {
    return suggestions.forMedia(studio.id(), photo, 5).stream()
        .map(suggestion -> suggestion.product().id())
        .toList();
  }

  @Test
  void says_product_confidence_and_reason() {
    assertThat(suggestions.forMedia(studio.id(), photo, 5))
        .singleElement()
        .satisfies(
            suggestion -> {
              assertThat(suggestion.product().id()).isEqualTo(hoodie);
              assertThat(suggestion.confidence()).isEqualTo(new BigDecimal("0.97"));
              assertThat(suggestion.reason()).isEqualTo(Reason.SKU_NAMED);
              assertThat(suggestion.words()).isEqualTo("the file name has its SKU MH01-XS-Black");
              assertThat(suggestion.link()).isNull();
            });
  }

  @Test
  void says_the_main_of_several_reasons() {
    ProductId mug = studio.team().product("Mug");
    studio.showsOften(mug, "street", 12);
    MediaId other = studio.photo().in("street").taken();

    assertThat(suggestions.forMedia(studio.id(), other, 5))
        .first()
        .satisfies(
            suggestion -> {
              assertThat(suggestion.product().id()).isEqualTo(mug);
              assertThat(suggestion.words())
                  .isEqualTo("same category street as 12 photos of this product");
              assertThat(suggestion.scores())
                  .containsOnlyKeys(Reason.SIMILAR_MEDIA, Reason.OFTEN_LINKED);
            });
  }

  @Test
  void shows_nothing_unlikely() {
    studio.showsOften(studio.team().product("Mug"), "street", 1);
    MediaId other = studio.photo().taken();

    assertThat(suggestions.candidates(studio.id(), other)).isNotEmpty();
    assertThat(suggestions.forMedia(studio.id(), other, 5)).isEmpty();
  }

  @Test
  void suggests_nothing_for_media_that_the_team_does_not_have() {
    Studio others = Studio.in(test);

    assertThat(suggestions.forMedia(others.id(), photo, 5)).isEmpty();
    assertThat(suggestions.forMedia(studio.id(), new MediaId(Long.MAX_VALUE), 5)).isEmpty();
    assertThat(suggestions.mediaFor(others.id(), hoodie, 5)).isEmpty();
  }

  @Test
  void suggests_media_for_a_product_that_are_worth_posting() {
    MediaId byPart = studio.photo().named("mh01_back.jpg").taken();
    MediaId linked = studio.photo().named("mh01_side.jpg").taken();
    studio.links(hoodie, linked);

    assertThat(suggestions.mediaFor(studio.id(), hoodie, 10))
        .extracting(Suggestion::media)
        .containsExactly(photo, byPart);
    assertThat(suggestions.mediaFor(studio.id(), hoodie, 1))
        .extracting(Suggestion::media)
        .containsExactly(photo);
  }

  @Test
  void saves_suggestions_as_links_that_nobody_confirmed() {
    List<Suggestion> saved = suggestions.save(studio.id(), photo, 5);

    Link link = linking.linksOf(studio.id(), List.of(photo)).getFirst();
    assertThat(saved).extracting(Suggestion::link).containsExactly(link.id());
    assertThat(link.type()).isEqualTo(LinkType.SUGGESTED);
    assertThat(link.confirmed()).isFalse();
    assertThat(link.confidence()).isEqualTo(new BigDecimal("0.97"));
    assertThat(link.reason()).isEqualTo("sku_named");
    assertThat(saved).isEqualTo(suggestions.saved(studio.id(), photo));
    assertThat(saved).isEqualTo(suggestions.save(studio.id(), photo, 5));
  }

  @Test
  void refreshes_all_media_and_the_second_time_nothing() {
    studio.photo().named("mh01_back.jpg").taken();
    studio.photo().named("nothing.jpg").taken();

    assertThat(refresh()).isEqualTo(new Refreshed(3, 2, 0, 0));
    assertThat(refresh()).isEqualTo(new Refreshed(3, 0, 0, 0));
  }

  @Test
  void changes_and_withdraws_what_is_no_longer_so() {
    ProductId twin = studio.catalogue().product("Twin").sku("MH01XSBLACK").saved();
    assertThat(refresh()).isEqualTo(new Refreshed(1, 2, 0, 0));

    studio.team().deletes(twin);
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 0, 1));
    assertThat(suggestions.saved(studio.id(), photo))
        .extracting(suggestion -> suggestion.product().id())
        .containsExactly(hoodie);

    test.sql()
        .execute("update product_variants set sku = 'XX-1' where product_id = ?", twin.value());
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 1, 0));
    test.sql()
        .execute("update media_items set file_name = 'front.jpg' where id = ?", photo.value());
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 0, 1));
    test.sql().execute("update media_items set file_name = 'MH01.jpg' where id = ?", photo.value());
    assertThat(refresh()).isEqualTo(new Refreshed(1, 1, 0, 0));
  }

  @Test
  void confirms_as_featured_and_does_not_suggest_again() {
    LinkId link = saved();

    assertThat(linking.confirm(ann, link, LinkType.FEATURED))
        .isInstanceOf(EditOutcome.Changed.class);

    assertThat(suggested()).isEmpty();
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 0, 0));
    Link confirmed = linking.find(studio.id(), link).orElseThrow();
    assertThat(confirmed.confidence()).isEqualTo(new BigDecimal("0.97"));
    assertThat(confirmed.reason()).isEqualTo("sku_named");
  }

  @Test
  void makes_one_link_of_two_people_confirming_at_the_same_moment() throws Exception {
    LinkId link = saved();
    Actor bob = studio.team().person("Bob");

    List<EditOutcome> outcomes =
        Race.between(
            List.of(
                () -> linking.confirm(ann, link, LinkType.FEATURED),
                () -> linking.confirm(bob, link, LinkType.MENTIONED),
                () -> linking.confirm(bob, link, LinkType.FEATURED)));

    assertThat(outcomes).filteredOn(EditOutcome.Changed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(EditOutcome.Unchanged.class::isInstance).hasSize(2);
    assertThat(linking.historyOf(studio.id(), photo)).hasSize(1);
  }

  @Test
  void makes_one_suggestion_of_two_refreshes_at_the_same_moment() throws Exception {
    List<Refreshed> refreshed = Race.of(4, this::refresh);

    assertThat(refreshed.stream().mapToInt(Refreshed::created).sum()).isEqualTo(1);
    assertThat(linking.historyOf(studio.id(), photo)).hasSize(1);
  }

  @Test
  void either_confirms_or_rejects_what_is_answered_both_ways_at_once() throws Exception {
    LinkId link = saved();

    List<Object> outcomes =
        Race.between(
            List.of(
                () -> linking.confirm(ann, link, LinkType.FEATURED),
                () -> links.reject(ann, link)));

    boolean confirmed = outcomes.getFirst() instanceof EditOutcome.Changed;
    assertThat(outcomes.getLast())
        .isInstanceOf(confirmed ? RejectOutcome.Confirmed.class : RejectOutcome.Rejected.class);
    assertThat(linking.find(studio.id(), link).orElseThrow().confirmed()).isEqualTo(confirmed);
  }

  @Test
  void never_suggests_again_what_was_rejected() {
    LinkId link = saved();

    assertThat(links.reject(ann, link)).isInstanceOf(RejectOutcome.Rejected.class);

    assertThat(links.reject(ann, link)).isInstanceOf(RejectOutcome.AlreadyRejected.class);
    assertThat(suggested()).isEmpty();
    assertThat(suggestions.mediaFor(studio.id(), hoodie, 5)).isEmpty();
    assertThat(suggestions.save(studio.id(), photo, 5)).isEmpty();
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 0, 0));
    assertThat(linking.historyOf(studio.id(), photo))
        .extracting(Link::unlinkReason, Link::type)
        .containsExactly(tuple(UnlinkReason.REJECTED, LinkType.SUGGESTED));
  }

  @Test
  void never_suggests_again_what_somebody_removed() {
    LinkId link = saved();
    EditOutcome _ = linking.confirm(ann, link, LinkType.FEATURED);

    UnlinkOutcome _ = linking.unlink(ann, link, UnlinkReason.WRONG);

    assertThat(suggested()).isEmpty();
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 0, 0));
  }

  @Test
  void suggests_again_what_was_rejected_by_mistake() {
    RejectOutcome.Rejected rejected = (RejectOutcome.Rejected) links.reject(ann, saved());

    var _ = linking.undo(ann, rejected.batch());

    assertThat(suggested()).containsExactly(hoodie);
    assertThat(suggestions.saved(studio.id(), photo)).hasSize(1);
  }

  @Test
  void rejects_suggestions_only() {
    LinkId link = saved();
    EditOutcome _ = linking.confirm(ann, link, LinkType.FEATURED);

    assertThat(links.reject(ann, link)).isInstanceOf(RejectOutcome.Confirmed.class);
    assertThat(links.reject(ann, new LinkId(Long.MAX_VALUE)))
        .isInstanceOf(RejectOutcome.UnknownLink.class);
    assertThat(links.reject(Studio.in(test).team().person("Eve"), link))
        .isInstanceOf(RejectOutcome.UnknownLink.class);
  }

  @Test
  void learns_from_answers() {
    for (int i = 0; i < 15; i++) {
      ProductId _ = studio.catalogue().product("Towel no. %d".formatted(i)).sku("TWL" + i).saved();
      MediaId other = studio.photo().named("twl%d.jpg".formatted(i)).taken();
      LinkId link =
          Objects.requireNonNull(suggestions.save(studio.id(), other, 5).getFirst().link());
      assertThat(links.reject(ann, link)).isInstanceOf(RejectOutcome.Rejected.class);
    }
    ProductId _ = studio.catalogue().product("The last towel").sku("TWL99").saved();
    MediaId last = studio.photo().named("twl99.jpg").taken();

    assertThat(suggestions.forMedia(studio.id(), last, 5).getFirst().confidence())
        .isLessThan(new BigDecimal("0.40"));
  }

  @Test
  void changes_no_figure() {
    test.sql()
        .execute(
            "with post as (insert into posts (workspace_id, channel, posted_at, status, created_at,"
                + " updated_at) values (?, 'tiktok', '2026-02-01Z', 'posted', now(), now())"
                + " returning id) insert into post_media (workspace_id, post_id, position,"
                + " media_item_id) select ?, id, 1, ? from post",
            studio.id().value(),
            studio.id().value(),
            photo.value());
    int before = changes();

    LinkId link = saved();
    test.sql().execute("update media_items set file_name = 'MH01.jpg' where id = ?", photo.value());
    assertThat(refresh()).isEqualTo(new Refreshed(1, 0, 1, 0));
    RejectOutcome.Rejected rejected = (RejectOutcome.Rejected) links.reject(ann, link);
    assertThat(changes()).isEqualTo(before);

    var _ = linking.undo(ann, rejected.batch());
    EditOutcome _ = linking.confirm(ann, link, LinkType.FEATURED);
    assertThat(changes()).isGreaterThan(before);
  }

  private static int changes() {
    return test.sql()
        .fetchSingle("select count(*)::int from attribution_changes")
        .get(0, Integer.class);
  }
}
