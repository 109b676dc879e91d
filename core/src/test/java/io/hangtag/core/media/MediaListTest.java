package io.hangtag.core.media;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkOutcome;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.MediaFilter.Linked;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MediaListTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final MediaLibrary media = test.core().media();
  private final SampleTeam team = test.team();
  private final SampleTeam otherTeam = test.team();
  private final Actor ann = team.person("Ann");

  @Test
  void shows_everything_by_number() {
    List<MediaId> photos = team.photos(3);
    MediaId _ = otherTeam.photo();

    assertThat(list(MediaFilter.ALL)).isEqualTo(photos);
  }

  @Test
  void shows_one_category() {
    List<MediaId> photos = team.photos(3);
    describe(photos.get(1), "memes");
    describe(photos.get(2), "shoots");

    assertThat(list(new MediaFilter(Optional.of("memes"), Optional.empty(), Linked.ANY)))
        .containsExactly(photos.get(1));
  }

  @Test
  void shows_what_has_a_tag() {
    List<MediaId> photos = team.photos(3);
    describe(photos.get(0), "shoots", "summer", "beach");
    describe(photos.get(1), "memes", "beach");

    assertThat(list(tagged("beach"))).containsExactly(photos.get(0), photos.get(1));
    assertThat(list(tagged("summer"))).containsExactly(photos.get(0));
    assertThat(list(tagged("sum"))).isEmpty();
    assertThat(list(new MediaFilter(Optional.of("memes"), Optional.of("beach"), Linked.ANY)))
        .containsExactly(photos.get(1));
  }

  @Test
  void shows_what_nobody_linked_yet() {
    List<MediaId> photos = team.photos(3);
    Link _ = linked(photos.get(0));
    Link removed = linked(photos.get(1));
    Object _ = test.core().linking().unlink(ann, removed.id(), UnlinkReason.WRONG);

    assertThat(list(new MediaFilter(Optional.empty(), Optional.empty(), Linked.UNLINKED)))
        .containsExactly(photos.get(1), photos.get(2));
  }

  @Test
  void counts_the_products_of_each() {
    List<MediaId> photos = team.photos(2);
    Link _ = linked(photos.getFirst());
    Link _ = linked(photos.getFirst());

    assertThat(media.list(team.id(), MediaFilter.ALL))
        .extracting(MediaItem::links)
        .containsExactly(2, 0);
  }

  @Test
  void leaves_out_what_was_put_away_or_turned_out_to_be_another() {
    List<MediaId> photos = team.photos(3);
    team.merges(photos.get(0), photos.get(2));
    test.sql()
        .update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.IS_ACTIVE, false)
        .where(MEDIA_ITEMS.ID.eq(photos.get(1).value()))
        .execute();

    assertThat(list(MediaFilter.ALL)).containsExactly(photos.get(2));
    assertThat(media.find(team.id(), photos.get(1))).isEmpty();
  }

  @Test
  void shows_nothing_of_another_team() {
    MediaId theirs = otherTeam.photo();
    ChatId chat = otherTeam.chat();
    Actor bob = otherTeam.person("Bob");
    UserId bobsNumber = Objects.requireNonNull(bob.user());
    Subject subject = new Subject(theirs, otherTeam.album());
    media.aboutMedia(otherTeam.id(), chat, 1, subject);
    media.setCurrent(otherTeam.id(), bobsNumber, chat, 0, subject);

    assertThat(media.find(team.id(), theirs)).isEmpty();
    assertThat(media.ofMessage(team.id(), chat, 1)).isEmpty();
    assertThat(media.current(team.id(), bobsNumber, chat, 0)).isEmpty();
    assertThat(media.itemsOf(team.id(), subject)).isEmpty();
    assertThat(media.itemsOf(otherTeam.id(), subject)).containsExactly(theirs);
  }

  private List<MediaId> list(MediaFilter filter) {
    return media.list(team.id(), filter).stream().map(MediaItem::id).toList();
  }

  private static MediaFilter tagged(String tag) {
    return new MediaFilter(Optional.empty(), Optional.of(tag), Linked.ANY);
  }

  private Link linked(MediaId photo) {
    LinkRequest request = LinkRequest.of(team.product("Mug"), LinkType.FEATURED);
    return ((LinkOutcome.Linked) test.core().linking().link(ann, photo, request)).link();
  }

  private static void describe(MediaId item, String category, String... tags) {
    test.sql()
        .update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.CATEGORY, category)
        .set(MEDIA_ITEMS.TAGS, tags)
        .where(MEDIA_ITEMS.ID.eq(item.value()))
        .execute();
  }
}
