package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;

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

final class LinkMergeTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final ProductId print = team.product("Hoodie, printed");
  private final MediaId photo = team.photo();

  @Test
  void gives_links_and_their_history_to_the_kept_product() {
    LinkOutcome.Linked linked = hand.links(photo, print);

    merge();

    assertThat(linking.historyOf(team.id(), hoodie))
        .extracting(Link::id)
        .containsExactly(linked.link().id());
    assertThat(rows.actions()).containsExactly("linked", "merged");
    assertThat(rows.events().getLast().before()).contains("\"product_id\": " + print.value());
    assertThat(rows.events().getLast().after()).contains("\"product_id\": " + hoodie.value());
  }

  @Test
  void undoes_what_was_said_before_the_merge() {
    LinkOutcome.Linked linked = hand.links(photo, print);
    merge();

    UndoOutcome outcome = hand.undoes(linked.batch());

    assertThat(outcome).isEqualTo(new UndoOutcome.Undone(1, 0));
    assertThat(active()).isEmpty();
  }

  @Test
  void keeps_the_stronger_of_two_links_of_a_photo() {
    LinkId weaker = hand.links(photo, hoodie).link().id();
    LinkOutcome.Retyped _ = hand.retypes(photo, hoodie, LinkType.BACKGROUND);
    LinkId stronger = hand.links(photo, print).link().id();

    merge();

    assertThat(active()).extracting(Link::id).containsExactly(stronger);
    assertThat(linking.historyOf(team.id(), hoodie))
        .filteredOn(link -> link.id().equals(weaker))
        .extracting(Link::unlinkReason)
        .containsExactly(UnlinkReason.MERGED);
  }

  @Test
  void keeps_what_somebody_confirmed_before_what_was_suggested() {
    LinkId suggestion = rows.suggested(photo, hoodie);
    LinkOutcome.Linked _ = hand.links(photo, print);
    LinkOutcome.Retyped _ = hand.retypes(photo, print, LinkType.BACKGROUND);

    merge();

    assertThat(active()).singleElement().extracting(Link::id).isNotEqualTo(suggestion);
  }

  @Test
  void lets_the_other_link_stand_again_when_the_stronger_is_taken_back() {
    LinkOutcome.Linked first = hand.links(photo, hoodie);
    LinkOutcome.Linked second = hand.links(photo, print);
    merge();

    UndoOutcome _ = hand.undoes(first.batch());

    assertThat(active()).extracting(Link::id).containsExactly(second.link().id());
    UndoOutcome _ = hand.undoes(second.batch());
    assertThat(active()).isEmpty();
  }

  @Test
  void brings_nothing_back_when_the_product_is_unlinked() {
    LinkOutcome.Linked _ = hand.links(photo, hoodie);
    LinkOutcome.Linked _ = hand.links(photo, print);
    merge();

    BatchId _ = linking.unlinkAll(ann, List.of(photo), print, UnlinkReason.WRONG).orElseThrow();

    assertThat(active()).isEmpty();
  }

  @Test
  void links_the_kept_product_where_a_button_still_says_the_merged_one() {
    merge();

    Link link = hand.links(photo, print).link();

    assertThat(link.product().id()).isEqualTo(hoodie);
    assertThat(test.core().products().find(team.id(), print).orElseThrow().id()).isEqualTo(hoodie);
  }

  @Test
  void gives_a_late_picture_of_an_album_the_kept_product() {
    AlbumId album = team.album();
    BulkOutcome.Done _ = hand.linksAlbum(album, List.of(photo), print);
    LinkOutcome.Linked _ = hand.links(photo, hoodie);
    merge();
    MediaId late = team.photo();

    int inherited = linking.inherit(team.id(), late, album);

    assertThat(inherited).isEqualTo(1);
    assertThat(linking.linksOf(team.id(), List.of(late)))
        .extracting(link -> link.product().id())
        .containsExactly(hoodie);
  }

  private void merge() {
    team.merges(print, hoodie);
    linking.merge(team.id(), Map.of(print, hoodie));
  }

  private List<Link> active() {
    return linking.linksOf(team.id(), List.of(photo));
  }
}
