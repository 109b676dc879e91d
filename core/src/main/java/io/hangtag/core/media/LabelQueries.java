package io.hangtag.core.media;

import static io.hangtag.db.schema.Tables.ALBUMS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_MESSAGES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaItems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;

final class LabelQueries {
  private static final Field<MediaId> ID = MEDIA_ITEMS.ID.convertFrom(MediaId::new);
  private static final SelectField<Labels> LABELS =
      row(MEDIA_ITEMS.CATEGORY, MEDIA_ITEMS.TAGS.convertFrom(Arrays::asList)).mapping(Labels::new);
  private static final SelectField<Labels> SAID =
      row(ALBUMS.CATEGORY, ALBUMS.TAGS.convertFrom(Arrays::asList)).mapping(Labels::new);

  private final DSLContext db;

  LabelQueries(DSLContext db) {
    this.db = db;
  }

  Labels of(WorkspaceId workspace, MediaId media) {
    return db.select(LABELS)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.ID.eq(MediaQueries.standIn(workspace, media)))
        .fetchSingle(mapping(labels -> labels));
  }

  /// The item, or the items of its album that have arrived.
  Map<MediaId, Labels> lock(WorkspaceId workspace, Subject subject) {
    return db.select(ID, LABELS)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(
            subject
                .album()
                .map(album -> inAlbum(workspace, album))
                .orElse(MEDIA_ITEMS.ID.eq(MediaQueries.standIn(workspace, subject.media()))))
        .orderBy(MEDIA_ITEMS.ID)
        .forUpdate()
        .fetch()
        .intoMap(row -> row.value1(), row -> row.value2());
  }

  private static Condition inAlbum(WorkspaceId workspace, AlbumId album) {
    MediaItems sent = MEDIA_ITEMS.as("sent");
    return MEDIA_ITEMS.ID.in(
        select(coalesce(sent.MERGED_INTO, sent.ID))
            .from(MEDIA_MESSAGES)
            .join(sent)
            .on(sent.WORKSPACE_ID.eq(MEDIA_MESSAGES.WORKSPACE_ID))
            .and(sent.ID.eq(MEDIA_MESSAGES.MEDIA_ID))
            .where(MEDIA_MESSAGES.WORKSPACE_ID.eq(workspace.value()))
            .and(MEDIA_MESSAGES.ALBUM_ID.eq(album.value())));
  }

  void update(WorkspaceId workspace, MediaId media, Labels labels) {
    db.update(MEDIA_ITEMS)
        .set(MEDIA_ITEMS.CATEGORY, labels.category())
        .set(MEDIA_ITEMS.TAGS, labels.tags().toArray(String[]::new))
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.ID.eq(media.value()))
        .execute();
  }

  Labels lockAlbum(WorkspaceId workspace, AlbumId album) {
    return db.select(SAID)
        .from(ALBUMS)
        .where(ALBUMS.WORKSPACE_ID.eq(workspace.value()))
        .and(ALBUMS.ID.eq(album.value()))
        .forUpdate()
        .fetchSingle(mapping(labels -> labels));
  }

  void updateAlbum(WorkspaceId workspace, AlbumId album, Labels labels) {
    db.update(ALBUMS)
        .set(ALBUMS.CATEGORY, labels.category())
        .set(ALBUMS.TAGS, labels.tags().toArray(String[]::new))
        .where(ALBUMS.WORKSPACE_ID.eq(workspace.value()))
        .and(ALBUMS.ID.eq(album.value()))
        .execute();
  }

  /// Whether this item has been seen in the album.
  boolean isIn(WorkspaceId workspace, AlbumId album, MediaId media) {
    return db.fetchExists(
        selectOne()
            .from(MEDIA_MESSAGES)
            .join(MEDIA_ITEMS)
            .on(MediaQueries.isOfMessage())
            .where(MEDIA_MESSAGES.WORKSPACE_ID.eq(workspace.value()))
            .and(MEDIA_MESSAGES.ALBUM_ID.eq(album.value()))
            .and(coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID).eq(media.value())));
  }

  Optional<String> spelling(WorkspaceId workspace, String category) {
    return db.select(MEDIA_ITEMS.CATEGORY)
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(lower(MEDIA_ITEMS.CATEGORY).eq(category.toLowerCase(Locale.ROOT)))
        .orderBy(MEDIA_ITEMS.ID)
        .limit(1)
        .fetchOptional(MEDIA_ITEMS.CATEGORY);
  }

  List<Labelling.Category> categories(WorkspaceId workspace, int limit) {
    return db.select(MEDIA_ITEMS.CATEGORY, count())
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.CATEGORY.isNotNull())
        .and(MEDIA_ITEMS.IS_ACTIVE)
        .and(MEDIA_ITEMS.MERGED_INTO.isNull())
        .groupBy(MEDIA_ITEMS.CATEGORY)
        .orderBy(count().desc(), MEDIA_ITEMS.CATEGORY)
        .limit(limit)
        .fetch(mapping(Labelling.Category::new));
  }
}
