package io.hangtag.core.media;

import static io.hangtag.db.schema.Tables.INLINE_PICKS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;

import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

final class PickQueries {
  private final DSLContext db;

  PickQueries(DSLContext db) {
    this.db = db;
  }

  void upsert(WorkspaceId workspace, long token, @Nullable Subject subject, Instant now) {
    Optional<Subject> given = Optional.ofNullable(subject);
    db.insertInto(INLINE_PICKS)
        .set(INLINE_PICKS.WORKSPACE_ID, workspace.value())
        .set(INLINE_PICKS.TOKEN, token)
        .set(INLINE_PICKS.MEDIA_ID, given.map(about -> about.media().value()).orElse(null))
        .set(INLINE_PICKS.ALBUM_ID, given.flatMap(Subject::album).map(AlbumId::value).orElse(null))
        .set(INLINE_PICKS.PICKED_AT, now)
        .onConflict(INLINE_PICKS.WORKSPACE_ID, INLINE_PICKS.TOKEN)
        .doUpdate()
        .set(INLINE_PICKS.MEDIA_ID, excluded(INLINE_PICKS.MEDIA_ID))
        .set(INLINE_PICKS.ALBUM_ID, excluded(INLINE_PICKS.ALBUM_ID))
        .set(INLINE_PICKS.PICKED_AT, excluded(INLINE_PICKS.PICKED_AT))
        .execute();
  }

  Optional<Pick> find(WorkspaceId workspace, long token) {
    return db.select(coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID), INLINE_PICKS.ALBUM_ID)
        .from(INLINE_PICKS)
        .leftJoin(MEDIA_ITEMS)
        .on(MEDIA_ITEMS.WORKSPACE_ID.eq(INLINE_PICKS.WORKSPACE_ID))
        .and(MEDIA_ITEMS.ID.eq(INLINE_PICKS.MEDIA_ID))
        .where(INLINE_PICKS.WORKSPACE_ID.eq(workspace.value()))
        .and(INLINE_PICKS.TOKEN.eq(token))
        .fetchOptional(mapping(PickQueries::pick));
  }

  private static Pick pick(@Nullable Long media, @Nullable Long album) {
    return media == null
        ? new Pick.Elsewhere()
        : new Pick.For(new Subject(new MediaId(media), album == null ? null : new AlbumId(album)));
  }
}
