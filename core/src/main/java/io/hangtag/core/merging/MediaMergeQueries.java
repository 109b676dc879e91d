package io.hangtag.core.merging;

import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_MERGES;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.hangtag.core.linking.BatchId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.UserId;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.SelectForUpdateStep;
import org.jspecify.annotations.Nullable;

/// Reads and writes which of one team's media are one.
final class MediaMergeQueries {
  private static final Field<MediaId> STANDS_FOR =
      coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID).convertFrom(MediaId::new);
  private static final SelectField<Words> WORDS =
      row(
              MEDIA_ITEMS.TELEGRAM_FILE_ID,
              MEDIA_ITEMS.TITLE,
              MEDIA_ITEMS.CAPTION,
              MEDIA_ITEMS.CATEGORY,
              MEDIA_ITEMS.TAGS.convertFrom(Arrays::asList))
          .mapping(Words::new);
  private static final SelectField<Words> GIVEN =
      row(
              MEDIA_MERGES.TELEGRAM_FILE_ID,
              MEDIA_MERGES.TITLE,
              MEDIA_MERGES.CAPTION,
              MEDIA_MERGES.CATEGORY,
              MEDIA_MERGES.TAGS.convertFrom(Arrays::asList))
          .mapping(Words::new);

  private final DSLContext db;
  private final long workspace;

  MediaMergeQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace.value();
  }

  /// Keeps other merges and imports of this team waiting until the transaction ends.
  void lockWorkspace() {
    db.select(WORKSPACES.ID)
        .from(WORKSPACES)
        .where(WORKSPACES.ID.eq(workspace))
        .forNoKeyUpdate()
        .fetch();
  }

  /// Keeps everybody waiting who changes the items, but nobody who points at them.
  void lock(MediaId kept, MediaId merged) {
    both(kept, merged).forNoKeyUpdate().fetch();
  }

  /// Keeps also those waiting who post the items.
  void lockWithPosts(MediaId kept, MediaId merged) {
    both(kept, merged).forUpdate().fetch();
  }

  private SelectForUpdateStep<Record1<Long>> both(MediaId kept, MediaId merged) {
    return db.select(MEDIA_ITEMS.ID)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_ITEMS.ID.in(kept.value(), merged.value()))
        .orderBy(MEDIA_ITEMS.ID);
  }

  /// The item, or the one that it turned out to be; empty if the team has no such item.
  Optional<MediaId> standIn(MediaId media) {
    return db.select(STANDS_FOR)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_ITEMS.ID.eq(media.value()))
        .and(MEDIA_ITEMS.IS_ACTIVE)
        .fetchOptional(mapping(it -> it));
  }

  Words words(MediaId media) {
    return db.select(WORDS)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_ITEMS.ID.eq(media.value()))
        .fetchSingle(mapping(it -> it));
  }

  void describe(MediaId media, Words words) {
    db.update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.TELEGRAM_FILE_ID, words.fileId())
        .set(MEDIA_ITEMS.TITLE, words.title())
        .set(MEDIA_ITEMS.CAPTION, words.caption())
        .set(MEDIA_ITEMS.CATEGORY, words.category())
        .set(MEDIA_ITEMS.TAGS, words.tags().toArray(String[]::new))
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_ITEMS.ID.eq(media.value()))
        .execute();
  }

  /// Lets an item, and what led to it, lead to the kept one.
  void leadTo(MediaId kept, MediaId merged) {
    db.update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.MERGED_INTO, kept.value())
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_ITEMS.ID.eq(merged.value()).or(MEDIA_ITEMS.MERGED_INTO.eq(merged.value())))
        .execute();
  }

  /// Lets an item stand for itself, and what was merged into it lead to it.
  void standAlone(MediaId media) {
    Field<Long> inside = field(name("inside", "id"), BIGINT);
    CommonTableExpression<Record1<Long>> ids =
        name("inside")
            .fields("id")
            .as(
                select(MEDIA_MERGES.MERGED_ID)
                    .from(MEDIA_MERGES)
                    .where(MEDIA_MERGES.WORKSPACE_ID.eq(workspace))
                    .and(MEDIA_MERGES.KEPT_ID.eq(media.value()))
                    .and(MEDIA_MERGES.UNDONE_AT.isNull())
                    .union(
                        select(MEDIA_MERGES.MERGED_ID)
                            .from(MEDIA_MERGES)
                            .join(table(name("inside")))
                            .on(MEDIA_MERGES.KEPT_ID.eq(inside))
                            .where(MEDIA_MERGES.WORKSPACE_ID.eq(workspace))
                            .and(MEDIA_MERGES.UNDONE_AT.isNull())));
    db.withRecursive(ids)
        .update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.MERGED_INTO, when(MEDIA_ITEMS.ID.ne(media.value()), media.value()))
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace))
        .and(
            MEDIA_ITEMS
                .ID
                .eq(media.value())
                .or(MEDIA_ITEMS.ID.in(select(inside).from(table(name("inside"))))))
        .execute();
  }

  MergeId insert(Merge merge, @Nullable UserId by, Instant now) {
    Words given = merge.given();
    return db.insertInto(MEDIA_MERGES)
        .set(MEDIA_MERGES.WORKSPACE_ID, workspace)
        .set(MEDIA_MERGES.KEPT_ID, merge.kept().value())
        .set(MEDIA_MERGES.MERGED_ID, merge.merged().value())
        .set(MEDIA_MERGES.BATCH, merge.batch().value())
        .set(MEDIA_MERGES.TELEGRAM_FILE_ID, given.fileId())
        .set(MEDIA_MERGES.TITLE, given.title())
        .set(MEDIA_MERGES.CAPTION, given.caption())
        .set(MEDIA_MERGES.CATEGORY, given.category())
        .set(MEDIA_MERGES.TAGS, given.tags().toArray(String[]::new))
        .set(MEDIA_MERGES.MERGED_BY_USER_ID, by == null ? null : by.value())
        .set(MEDIA_MERGES.MERGED_AT, now)
        .returningResult(MEDIA_MERGES.ID.convertFrom(MergeId::new))
        .fetchSingle()
        .value1();
  }

  Optional<Merge> find(MergeId id) {
    return db.select(
            MEDIA_MERGES.KEPT_ID.convertFrom(MediaId::new),
            MEDIA_MERGES.MERGED_ID.convertFrom(MediaId::new),
            MEDIA_MERGES.BATCH.convertFrom(BatchId::new),
            GIVEN)
        .from(MEDIA_MERGES)
        .where(MEDIA_MERGES.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_MERGES.ID.eq(id.value()))
        .fetchOptional(mapping(Merge::new));
  }

  boolean isUndone(MergeId id) {
    return db.fetchExists(
        MEDIA_MERGES,
        MEDIA_MERGES
            .WORKSPACE_ID
            .eq(workspace)
            .and(MEDIA_MERGES.ID.eq(id.value()))
            .and(MEDIA_MERGES.UNDONE_AT.isNotNull()));
  }

  void markUndone(MergeId id, Instant now) {
    db.update(MEDIA_MERGES)
        .set(MEDIA_MERGES.UNDONE_AT, now)
        .where(MEDIA_MERGES.WORKSPACE_ID.eq(workspace))
        .and(MEDIA_MERGES.ID.eq(id.value()))
        .execute();
  }

  /// The newest merge that made one of these another item and stands.
  Optional<MergeId> newestOf(Collection<MediaId> merged) {
    return db.select(MEDIA_MERGES.ID.convertFrom(MergeId::new))
        .from(MEDIA_MERGES)
        .where(MEDIA_MERGES.WORKSPACE_ID.eq(workspace))
        .and(
            MEDIA_MERGES.MERGED_ID.eq(
                any(merged.stream().map(MediaId::value).toArray(Long[]::new))))
        .and(MEDIA_MERGES.UNDONE_AT.isNull())
        .orderBy(MEDIA_MERGES.ID.desc())
        .limit(1)
        .fetchOptional(mapping(it -> it));
  }

  /// What made one item of two.
  ///
  /// @param given what the kept one got
  record Merge(MediaId kept, MediaId merged, BatchId batch, Words given) {}
}
