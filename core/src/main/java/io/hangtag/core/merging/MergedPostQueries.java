package io.hangtag.core.merging;

import static io.hangtag.db.schema.Tables.MEDIA_MERGES;
import static io.hangtag.db.schema.Tables.MEDIA_MERGE_POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.merging.MediaMergeQueries.Merge;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaMergePosts;
import io.hangtag.db.schema.tables.PostMedia;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Lets one team's posts show the kept one of two items, and remembers what they showed.
///
/// Rows of posts are removed and added, never changed: so the figures notice.
final class MergedPostQueries {
  private static final MediaMergePosts MOVED = MEDIA_MERGE_POSTS;

  private final DSLContext db;
  private final long workspace;

  MergedPostQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Writes down which posts show the merged item. How many they are.
  int remember(MergeId id, Merge merge) {
    PostMedia other = POST_MEDIA.as("other");
    Field<Boolean> both =
        field(
            exists(
                selectOne()
                    .from(other)
                    .where(other.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
                    .and(other.POST_ID.eq(POST_MEDIA.POST_ID))
                    .and(other.MEDIA_ITEM_ID.eq(merge.kept().value()))));
    return db.insertInto(
            MOVED,
            MOVED.WORKSPACE_ID,
            MOVED.MERGE_ID,
            MOVED.POST_ID,
            MOVED.POSITION,
            MOVED.SHOWED_BOTH)
        .select(
            select(
                    POST_MEDIA.WORKSPACE_ID,
                    val(id.value()),
                    POST_MEDIA.POST_ID,
                    POST_MEDIA.POSITION,
                    both)
                .from(POST_MEDIA)
                .where(shows(merge.merged())))
        .execute();
  }

  void hide(MediaId media) {
    db.deleteFrom(POST_MEDIA).where(shows(media)).execute();
  }

  void hide(MediaId media, Collection<Long> posts) {
    db.deleteFrom(POST_MEDIA)
        .where(shows(media))
        .and(POST_MEDIA.POST_ID.eq(any(posts.toArray(Long[]::new))))
        .execute();
  }

  /// Shows the kept item where the merged one was, unless the post shows it already.
  void show(MergeId id, MediaId kept) {
    db.insertInto(
            POST_MEDIA,
            POST_MEDIA.WORKSPACE_ID,
            POST_MEDIA.POST_ID,
            POST_MEDIA.POSITION,
            POST_MEDIA.MEDIA_ITEM_ID)
        .select(
            select(MOVED.WORKSPACE_ID, MOVED.POST_ID, MOVED.POSITION, val(kept.value()))
                .from(MOVED)
                .where(of(id))
                .and(MOVED.SHOWED_BOTH.isFalse()))
        .execute();
  }

  /// Shows an item in a post at a position, or as the last where something else is there by now.
  void show(long post, int position, MediaId media) {
    PostMedia there = POST_MEDIA.as("there");
    Condition ofPost = there.WORKSPACE_ID.eq(workspace).and(there.POST_ID.eq(post));
    Field<Integer> last = field(select(max(there.POSITION)).from(there).where(ofPost));
    Condition isTaken =
        exists(selectOne().from(there).where(ofPost).and(there.POSITION.eq(position)));
    db.insertInto(POST_MEDIA)
        .set(POST_MEDIA.WORKSPACE_ID, workspace)
        .set(POST_MEDIA.POST_ID, post)
        .set(POST_MEDIA.POSITION, when(isTaken, last.plus(1)).otherwise(position))
        .set(POST_MEDIA.MEDIA_ITEM_ID, media.value())
        .execute();
  }

  /// The posts of a merge that still show the kept item.
  List<Showing> showings(MergeId id, MediaId kept) {
    MediaMergePosts heir = MOVED.as("heir");
    Condition isHeir =
        heir.WORKSPACE_ID
            .eq(MOVED.WORKSPACE_ID)
            .and(heir.POST_ID.eq(MOVED.POST_ID))
            .and(
                heir.MERGE_ID.in(
                    select(MEDIA_MERGES.ID)
                        .from(MEDIA_MERGES)
                        .where(MEDIA_MERGES.WORKSPACE_ID.eq(workspace))
                        .and(MEDIA_MERGES.KEPT_ID.eq(kept.value()))
                        .and(MEDIA_MERGES.UNDONE_AT.isNull())));
    return db.select(
            MOVED.POST_ID,
            MOVED.POSITION,
            MOVED.SHOWED_BOTH,
            field(select(heir.MERGE_ID).from(heir).where(isHeir).orderBy(heir.MERGE_ID).limit(1)),
            field(select(heir.POSITION).from(heir).where(isHeir).orderBy(heir.MERGE_ID).limit(1)))
        .from(MOVED)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(MOVED.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(MOVED.POST_ID))
        .where(of(id))
        .and(shows(kept))
        .orderBy(MOVED.POST_ID)
        .fetch(mapping(Showing::new));
  }

  /// Says that a post shows the kept item only because of this merge.
  void inherit(MergeId heir, long post) {
    db.update(MOVED)
        .set(MOVED.SHOWED_BOTH, false)
        .where(of(heir))
        .and(MOVED.POST_ID.eq(post))
        .execute();
  }

  /// How many posts showed the merged item.
  int count(MergeId id) {
    return db.fetchCount(MOVED, of(id));
  }

  private Condition of(MergeId id) {
    return MOVED.WORKSPACE_ID.eq(workspace).and(MOVED.MERGE_ID.eq(id.value()));
  }

  private Condition shows(MediaId media) {
    return POST_MEDIA.WORKSPACE_ID.eq(workspace).and(POST_MEDIA.MEDIA_ITEM_ID.eq(media.value()));
  }

  /// A post that showed the merged item.
  ///
  /// @param showedBoth it shows the kept item for another reason as well
  /// @param heir another merge because of which it would show the kept item; null: none
  /// @param heirPosition where it showed that one's merged item; null: no heir
  record Showing(
      long post,
      int position,
      boolean showedBoth,
      @Nullable Long heir,
      @Nullable Integer heirPosition) {}
}
