package io.hangtag.core.merging;

import io.hangtag.core.linking.LinkMerging;
import io.hangtag.core.linking.LinkMerging.Moved;
import io.hangtag.core.linking.LinkMerging.Separated;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.merging.MediaMergeQueries.Merge;
import io.hangtag.core.team.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// Makes one item of two that show the same picture, and takes that back.
///
/// The kept item gets the links and posts of the other, and the words that it lacks. The other
/// stays as a row that leads to it, so that messages, buttons and numbers people know still work.
/// Safe for use by many threads: of a team one merge is done after the other.
public final class MediaMerging {
  private final DSLContext db;
  private final LinkMerging links;
  private final InstantSource clock;

  public MediaMerging(DSLContext db, LinkMerging links, InstantSource clock) {
    this.db = db;
    this.links = links;
    this.clock = clock;
  }

  /// Says that two items are the same picture. Each stands for what it turned out to be before.
  public MergeOutcome merge(Actor actor, MediaId keep, MediaId other) {
    return db.transactionResult(
        () -> {
          MediaMergeQueries media = new MediaMergeQueries(db, actor.workspace());
          media.lockWorkspace();
          Optional<MediaId> kept = media.standIn(keep);
          Optional<MediaId> merged = media.standIn(other);
          if (kept.isEmpty() || merged.isEmpty()) {
            return new MergeOutcome.UnknownMedia(kept.isEmpty() ? keep : other);
          }
          if (keep.equals(other)) {
            return new MergeOutcome.Itself(keep);
          }
          return kept.equals(merged)
              ? new MergeOutcome.AlreadyOne(kept.get(), media.newestOf(List.of(keep, other)))
              : merge(actor, media, kept.get(), merged.get());
        });
  }

  private MergeOutcome merge(Actor actor, MediaMergeQueries media, MediaId kept, MediaId merged) {
    // In this order: people link what they have just sent, and they wait for the links first.
    media.lock(kept, merged);
    Moved moved = links.merge(actor, kept, merged);
    media.lockWithPosts(kept, merged);
    Words own = media.words(kept);
    Words given = own.lackingOf(media.words(merged));
    media.leadTo(kept, merged);
    media.describe(kept, own.with(given));
    Merge merge = new Merge(kept, merged, moved.batch(), given);
    MergeId id = media.insert(merge, actor.user(), clock.instant());
    MergedPostQueries posts = new MergedPostQueries(db, actor.workspace());
    int shown = posts.remember(id, merge);
    posts.hide(merged);
    posts.show(id, kept);
    return new MergeOutcome.Merged(id, kept, merged, moved.links(), shown);
  }

  /// Says that two items are not the same picture after all. What was said of them since stays with
  /// the kept one; links that were moved go back as they are now.
  public UndoMergeOutcome undo(Actor actor, MergeId id) {
    return db.transactionResult(
        () -> {
          MediaMergeQueries media = new MediaMergeQueries(db, actor.workspace());
          media.lockWorkspace();
          Optional<Merge> found = media.find(id);
          if (found.isEmpty()) {
            return new UndoMergeOutcome.UnknownMerge(id);
          }
          Merge merge = found.get();
          if (media.isUndone(id)) {
            return new UndoMergeOutcome.AlreadyUndone(merge.kept(), merge.merged());
          }
          Optional<MergeId> since = media.newestOf(List.of(merge.kept()));
          return since.isPresent()
              ? new UndoMergeOutcome.KeptWasMerged(merge.kept(), since.get())
              : undo(actor, media, id, merge);
        });
  }

  private UndoMergeOutcome undo(Actor actor, MediaMergeQueries media, MergeId id, Merge merge) {
    media.lock(merge.kept(), merge.merged());
    Separated separated = links.separate(actor, merge.kept(), merge.merged(), merge.batch());
    media.lockWithPosts(merge.kept(), merge.merged());
    media.markUndone(id, clock.instant());
    media.standAlone(merge.merged());
    Words words = media.words(merge.kept());
    media.describe(merge.kept(), words.without(merge.given()));
    MergedPostQueries posts = new MergedPostQueries(db, actor.workspace());
    int back = new PostReturn(posts, id, merge).run();
    int left = separated.removed() + words.changedSince(merge.given()) + (posts.count(id) - back);
    return new UndoMergeOutcome.Undone(merge.kept(), merge.merged(), separated.links(), back, left);
  }
}
