package io.hangtag.core.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostingHistoryTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  private static final long CHANNEL = -1001234L;

  private final SampleTeam team = test.team();
  private final Actor mia = team.person("Mia");
  private final MediaId photo = team.photo();
  private final MediaId other = team.photo();
  private final PostingHistory history = test.core().postingHistory();

  @Test
  void records_a_post_of_several_media_in_their_order() {
    PostId post = recorded(history.record(mia, List.of(other, photo), Channel.TIKTOK, NOON));

    assertThat(media(post)).containsExactly(other, photo);
    assertThat(history.postsOf(team.id(), List.of(photo), 10))
        .containsExactly(new RecordedPost(Channel.TIKTOK, NOON, PostStatus.POSTED, null, "Mia"));
  }

  @Test
  void knows_the_same_post_again_and_no_other() {
    PostId post = recorded(history.record(mia, List.of(photo, other), Channel.TIKTOK, NOON));

    assertThat(history.record(mia, List.of(other, photo), Channel.TIKTOK, NOON))
        .isEqualTo(new RecordOutcome.AlreadyRecorded(post));
    assertThat(recorded(history.record(mia, List.of(photo), Channel.TIKTOK, NOON)))
        .isNotEqualTo(post);
    assertThat(recorded(history.record(mia, List.of(photo, other), Channel.X, NOON)))
        .isNotEqualTo(post);
    assertThat(
            recorded(
                history.record(mia, List.of(photo, other), Channel.TIKTOK, NOON.plusMillis(1))))
        .isNotEqualTo(post);
  }

  @Test
  void undoes_a_post_once_and_only_its_own_teams() {
    PostId post = recorded(history.record(mia, List.of(photo), Channel.TIKTOK, NOON));

    assertThat(history.undo(test.team().id(), post)).isFalse();
    assertThat(history.undo(team.id(), post)).isTrue();
    assertThat(history.undo(team.id(), post)).isFalse();
    assertThat(history.postsOf(team.id(), List.of(photo), 10)).isEmpty();
  }

  @Test
  void keeps_only_one_item_if_the_post_shows_it() {
    PostId post = recorded(history.record(mia, List.of(photo, other), Channel.TIKTOK, NOON));

    assertThat(history.keepOnly(team.id(), post, team.photo())).isZero();
    assertThat(history.keepOnly(test.team().id(), post, other)).isZero();
    assertThat(history.keepOnly(team.id(), post, other)).isEqualTo(1);
    assertThat(media(post)).containsExactly(other);
  }

  @Test
  void remembers_where_each_person_posted_last() {
    Actor ben = team.person("Ben");
    RecordOutcome _ = history.record(mia, List.of(photo), Channel.TIKTOK, NOON);
    RecordOutcome _ =
        history.record(mia, List.of(photo), Channel.X, NOON.minus(Duration.ofDays(1)));

    assertThat(history.lastChannel(mia)).contains(Channel.X);
    assertThat(history.lastChannel(ben)).isEmpty();
    assertThat(history.lastChannel(new Actor(team.id(), null))).isEmpty();
  }

  @Test
  void adds_a_late_item_to_what_was_just_said_of_its_album() {
    AlbumId album = albumOf(photo, other);
    PostId said = recorded(history.record(mia, List.of(photo), Channel.TIKTOK, NOON));
    PostId mixed =
        recorded(history.record(mia, List.of(photo, team.photo()), Channel.TIKTOK, NOON));

    assertThat(history.inherit(team.id(), other, album)).isEqualTo(1);
    assertThat(history.inherit(team.id(), other, album)).isZero();

    assertThat(media(said)).containsExactly(photo, other);
    assertThat(media(mixed)).hasSize(2).doesNotContain(other);
  }

  @Test
  void does_not_add_an_item_to_what_was_said_long_ago() {
    AlbumId album = albumOf(photo, other);
    PostId post = recorded(history.record(mia, List.of(photo), Channel.TIKTOK, NOON));
    test.clock().pass(Duration.ofMinutes(11));

    assertThat(history.inherit(team.id(), other, album)).isZero();

    assertThat(media(post)).containsExactly(photo);
  }

  @Test
  void records_a_message_of_a_channel_once() {
    history.seen(team.id(), message(7, new Subject(photo, null)));
    history.seen(team.id(), message(7, new Subject(photo, null)));
    history.seen(team.id(), message(8, new Subject(photo, null)));

    assertThat(externalIds()).containsExactly("-1001234/7", "-1001234/8");
    assertThat(history.postsOf(team.id(), List.of(photo), 10).getLast())
        .isEqualTo(
            new RecordedPost(
                Channel.TELEGRAM_CHANNEL, NOON, PostStatus.POSTED, "https://t.me/news/7", null));
  }

  @Test
  void refuses_a_post_of_nothing() {
    assertThatThrownBy(() -> history.record(mia, List.of(), Channel.TIKTOK, NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ChannelPost message(long id, Subject subject) {
    return new ChannelPost(subject, CHANNEL, id, NOON, "https://t.me/news/" + id);
  }

  private static PostId recorded(RecordOutcome outcome) {
    return ((RecordOutcome.Recorded) outcome).post();
  }

  private AlbumId albumOf(MediaId... items) {
    AlbumId album = team.album();
    ChatId chat = team.chat();
    long message = 0;
    for (MediaId item : items) {
      test.core().media().aboutMedia(team.id(), chat, ++message, new Subject(item, album));
    }
    return album;
  }

  private List<MediaId> media(PostId post) {
    return test
        .sql()
        .fetch(
            "select media_item_id from post_media where post_id = ? order by position",
            post.value())
        .into(Long.class)
        .stream()
        .map(MediaId::new)
        .toList();
  }

  private List<String> externalIds() {
    return test.sql()
        .fetch(
            "select external_id from posts where workspace_id = ? order by id", team.id().value())
        .into(String.class);
  }
}
