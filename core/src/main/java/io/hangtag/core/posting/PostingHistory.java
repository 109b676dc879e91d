package io.hangtag.core.posting;

import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// What a team has posted, as its people say and its channels show.
///
/// Nothing is deleted: what was not posted after all has the status `skipped` and counts no more.
/// Safe for use by many threads.
public final class PostingHistory {
  /// The items of an album arrive one by one, within moments.
  private static final Duration ALBUM_ARRIVES_WITHIN = Duration.ofMinutes(10);

  private final DSLContext db;
  private final InstantSource clock;

  public PostingHistory(DSLContext db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Records one post of all these media.
  ///
  /// @param media at least one, in the post's order
  public RecordOutcome record(Actor actor, List<MediaId> media, Channel channel, Instant postedAt) {
    if (media.isEmpty()) {
      throw new IllegalArgumentException("media must not be empty");
    }
    Instant at = postedAt.truncatedTo(ChronoUnit.MICROS);
    return db.transactionResult(
        () -> {
          PostingQueries posts = queries(actor.workspace());
          List<MediaId> meant = posts.meant(media);
          Optional<PostId> same = posts.same(meant, channel, at);
          if (same.isPresent()) {
            return again(posts, same.get());
          }
          PostId post = posts.insert(actor.user(), channel, at, clock.instant());
          posts.show(post, meant);
          return new RecordOutcome.Recorded(post);
        });
  }

  private RecordOutcome again(PostingQueries posts, PostId same) {
    return posts.update(same, PostStatus.POSTED, clock.instant())
        ? new RecordOutcome.Recorded(same)
        : new RecordOutcome.AlreadyRecorded(same);
  }

  /// Says that a post was none. Whether it was one until then.
  public boolean undo(WorkspaceId workspace, PostId post) {
    return queries(workspace).update(post, PostStatus.SKIPPED, clock.instant());
  }

  /// Takes all media but one out of a post that shows it. How many that were.
  public int keepOnly(WorkspaceId workspace, PostId post, MediaId media) {
    return db.transactionResult(
        () -> {
          PostingQueries posts = queries(workspace);
          return posts.keepOnly(post, posts.meant(List.of(media)).getFirst());
        });
  }

  /// Where this person posted last, as far as they said; empty: they never did.
  public Optional<Channel> lastChannel(Actor actor) {
    return Optional.ofNullable(actor.user())
        .flatMap(user -> queries(actor.workspace()).lastChannel(user));
  }

  /// The newest posts of any of these media, the newest first.
  public List<RecordedPost> postsOf(WorkspaceId workspace, Collection<MediaId> media, int limit) {
    return queries(workspace).postsOf(media, limit);
  }

  /// Records a message of a Telegram channel; seen again it changes nothing. An album is one post.
  public void seen(WorkspaceId workspace, ChannelPost seen) {
    db.transaction(
        () -> {
          PostingQueries posts = queries(workspace);
          // Its album's first item made the post, and this one was added when it arrived.
          if (seen.subject().album().isPresent() && posts.isShown(seen)) {
            return;
          }
          posts
              .insert(seen, clock.instant())
              .ifPresent(post -> posts.show(post, posts.meant(List.of(seen.subject().media()))));
        });
  }

  /// Adds an item that arrives late to what was just said of its album. To how many posts.
  public int inherit(WorkspaceId workspace, MediaId media, AlbumId album) {
    Instant since = clock.instant().minus(ALBUM_ARRIVES_WITHIN);
    return db.transactionResult(
        () -> {
          PostingQueries posts = queries(workspace);
          return posts.addToAlbum(posts.meant(List.of(media)).getFirst(), album, since);
        });
  }

  private PostingQueries queries(WorkspaceId workspace) {
    return new PostingQueries(db, workspace);
  }
}
