package io.hangtag.core.media;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.media.Sighting.TelegramFile;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import io.hangtag.core.team.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MediaLibraryTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final AtomicLong MESSAGES = new AtomicLong();

  private final MediaLibrary media = test.core().media();
  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final UserId annsNumber = Objects.requireNonNull(ann.user());
  private final ChatId chat = team.chat();

  @Test
  void keeps_a_photo_that_was_sent() {
    TelegramFile file =
        new TelegramFile(MediaKind.VIDEO, "id-1", "unique-1", "shoot.mp4", "video/mp4", 4096L);

    Subject subject =
        media.register(ann, new Sighting(chat, 17, null, file, "New! #summer", List.of("summer")));

    assertThat(subject.album()).isEmpty();
    assertThat(media.find(team.id(), subject.media()))
        .contains(
            new MediaItem(
                subject.media(),
                MediaKind.VIDEO,
                "shoot.mp4",
                null,
                List.of("summer"),
                null,
                "New! #summer",
                0,
                0));
    assertThat(row(subject.media()).get(MEDIA_ITEMS.CREATED_BY_USER_ID))
        .isEqualTo(annsNumber.value());
    assertThat(row(subject.media()).get(MEDIA_ITEMS.FILE_SIZE)).isEqualTo(4096);
    assertThat(media.ofMessage(team.id(), chat, 17)).contains(subject);
  }

  @Test
  void keeps_the_same_message_once() {
    Sighting sighting = sighting("same-message", null);

    Subject first = media.register(ann, sighting);
    Subject again = media.register(ann, sighting);

    assertThat(again).isEqualTo(first);
    assertThat(media.list(team.id(), MediaFilter.ALL)).hasSize(1);
    assertThat(messagesOf(first)).isEqualTo(1);
  }

  @Test
  void knows_a_file_again_that_was_forwarded() {
    Subject first = media.register(ann, sighting("forwarded", null));

    Subject again = media.register(team.person("Bob"), sighting("forwarded", null));

    assertThat(again).isEqualTo(first);
    assertThat(messagesOf(first)).isEqualTo(2);
    assertThat(row(first.media()).get(MEDIA_ITEMS.CREATED_BY_USER_ID))
        .isEqualTo(annsNumber.value());
  }

  @Test
  void uses_up_no_number_for_a_file_it_knows() {
    Subject first = media.register(ann, sighting("numbered", null));
    Subject _ = media.register(ann, sighting("numbered", null));

    Subject next = media.register(ann, sighting("numbered-next", null));

    assertThat(next.media().value()).isEqualTo(first.media().value() + 1);
  }

  @Test
  void keeps_one_item_of_a_file_however_many_messages_show_it_at_once() throws Exception {
    List<Subject> subjects = Race.of(6, () -> media.register(ann, sighting("at-once", null)));

    assertThat(subjects).hasSize(6).containsOnly(subjects.getFirst());
    assertThat(messagesOf(subjects.getFirst())).isEqualTo(6);
  }

  @Test
  void keeps_the_newest_number_for_sending_and_the_first_words() {
    Subject first =
        media.register(
            ann, new Sighting(chat, 1, null, file("old", "refreshed"), "First", List.of("one")));

    Subject _ =
        media.register(
            ann, new Sighting(chat, 2, null, file("new", "refreshed"), "Second", List.of("two")));

    assertThat(row(first.media()).get(MEDIA_ITEMS.TELEGRAM_FILE_ID)).isEqualTo("new");
    assertThat(row(first.media()).get(MEDIA_ITEMS.CAPTION)).isEqualTo("First");
    assertThat(row(first.media()).get(MEDIA_ITEMS.TAGS)).containsExactly("one");
  }

  @Test
  void takes_words_that_come_later_where_there_were_none() {
    Subject first = media.register(ann, sighting("silent", null));

    Subject _ =
        media.register(
            ann, new Sighting(chat, 1, null, file("id", "silent"), "Now", List.of("later")));

    assertThat(row(first.media()).get(MEDIA_ITEMS.CAPTION)).isEqualTo("Now");
    assertThat(row(first.media()).get(MEDIA_ITEMS.TAGS)).containsExactly("later");
  }

  @Test
  void means_the_item_that_another_one_turned_out_to_be() {
    Subject seen = media.register(ann, sighting("merged", null));
    MediaId target = team.photo();
    team.merges(seen.media(), target);

    Subject again = media.register(ann, sighting("merged", null));

    assertThat(again.media()).isEqualTo(target);
    assertThat(media.find(team.id(), seen.media()).orElseThrow().id()).isEqualTo(target);
    assertThat(media.list(team.id(), MediaFilter.ALL))
        .extracting(MediaItem::id)
        .containsExactly(target);
  }

  @Test
  void keeps_an_album_together() {
    Subject second = media.register(ann, sighting("album-b", "group-1"));
    Subject first = media.register(ann, sighting("album-a", "group-1"));
    Subject alone = media.register(ann, sighting("album-c", null));

    assertThat(first.inAlbum()).isNotNull().isEqualTo(second.inAlbum());
    assertThat(media.itemsOf(team.id(), first)).containsExactly(second.media(), first.media());
    assertThat(media.itemsOf(team.id(), alone)).containsExactly(alone.media());
  }

  @Test
  void counts_a_picture_of_an_album_once_whatever_is_said_of_it() {
    Subject photo = media.register(ann, sighting("said-of", "group-2"));
    media.aboutMedia(team.id(), chat, 9_001, photo);
    media.aboutMedia(team.id(), chat, 9_002, photo);

    List<MediaId> items = media.itemsOf(team.id(), photo);

    assertThat(items).containsExactly(photo.media());
    assertThat(media.ofMessage(team.id(), chat, 9_002)).contains(photo);
  }

  @Test
  void keeps_albums_of_different_chats_apart() {
    Subject here = media.register(ann, sighting("here", "group-3"));
    ChatId there = team.chat();
    Subject elsewhere =
        media.register(
            ann, new Sighting(there, 1, "group-3", file("id", "there"), null, List.of()));

    assertThat(here.inAlbum()).isNotEqualTo(elsewhere.inAlbum());
    assertThat(media.itemsOf(team.id(), here)).containsExactly(here.media());
  }

  @Test
  void means_the_picture_that_a_message_shows_now() {
    Sighting before = sighting("before-edit", null);
    Subject _ = media.register(ann, before);

    Subject after =
        media.register(
            ann,
            new Sighting(
                chat, before.messageId(), null, file("id", "after-edit"), null, List.of()));

    assertThat(media.ofMessage(team.id(), chat, before.messageId())).contains(after);
  }

  @Test
  void knows_nothing_of_a_message_it_has_not_seen() {
    Subject _ = media.register(ann, sighting("seen", null));

    assertThat(media.ofMessage(team.id(), chat, 999_999)).isEmpty();
    assertThat(media.ofMessage(team.id(), team.chat(), MESSAGES.get())).isEmpty();
  }

  @Test
  void remembers_what_each_person_works_on_in_each_chat_and_topic() {
    Subject here = new Subject(team.photo(), null);
    Subject inTopic = new Subject(team.photo(), team.album());
    Subject elsewhere = new Subject(team.photo(), null);
    Subject bobs = new Subject(team.photo(), null);
    ChatId otherChat = team.chat();
    UserId bob = team.user("Bob");

    media.setCurrent(team.id(), annsNumber, chat, 0, here);
    media.setCurrent(team.id(), annsNumber, chat, 5, inTopic);
    media.setCurrent(team.id(), annsNumber, otherChat, 0, elsewhere);
    media.setCurrent(team.id(), bob, chat, 0, bobs);

    assertThat(media.current(team.id(), annsNumber, chat, 0)).contains(here);
    assertThat(media.current(team.id(), annsNumber, chat, 5)).contains(inTopic);
    assertThat(media.current(team.id(), annsNumber, otherChat, 0)).contains(elsewhere);
    assertThat(media.current(team.id(), bob, chat, 0)).contains(bobs);
    assertThat(media.current(team.id(), bob, chat, 5)).isEmpty();
  }

  @Test
  void remembers_what_somebody_worked_on_last() {
    Subject later = new Subject(team.photo(), null);
    media.setCurrent(team.id(), annsNumber, chat, 0, new Subject(team.photo(), team.album()));

    media.setCurrent(team.id(), annsNumber, chat, 0, later);

    assertThat(media.current(team.id(), annsNumber, chat, 0)).contains(later);
  }

  @Test
  void remembers_what_somebody_works_on_for_a_day() {
    media.setCurrent(team.id(), annsNumber, chat, 0, new Subject(team.photo(), null));

    test.clock().pass(Duration.ofDays(1));
    boolean afterADay = media.current(team.id(), annsNumber, chat, 0).isPresent();
    test.clock().pass(Duration.ofMillis(1));
    boolean later = media.current(team.id(), annsNumber, chat, 0).isPresent();

    assertThat(afterADay).isTrue();
    assertThat(later).isFalse();
  }

  private static Sighting sightingIn(ChatId chat, String uniqueId, @Nullable String group) {
    return new Sighting(
        chat,
        MESSAGES.incrementAndGet(),
        group,
        file("id-of-" + uniqueId, uniqueId),
        null,
        List.of());
  }

  private Sighting sighting(String uniqueId, @Nullable String group) {
    return sightingIn(chat, uniqueId, group);
  }

  private static TelegramFile file(String id, String uniqueId) {
    return new TelegramFile(MediaKind.PHOTO, id, uniqueId, null, null, null);
  }

  private static Record row(MediaId item) {
    return test.sql()
        .select(MEDIA_ITEMS.fields())
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.ID.eq(item.value()))
        .fetchSingle();
  }

  private static int messagesOf(Subject subject) {
    return test.sql()
        .fetchCount(MEDIA_MESSAGES, MEDIA_MESSAGES.MEDIA_ID.eq(subject.media().value()));
  }
}
