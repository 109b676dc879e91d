package io.hangtag.core.linking;

import static io.hangtag.core.linking.LinkEventQueries.CHANGED_ID;
import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.LinkEvents;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;

/// What was said of an album, for its pictures that arrive later.
final class LinkAlbumQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final LinkEvents EVENTS = LINK_EVENTS;
  private static final LinkEvents SAYING = LINK_EVENTS.as("saying");

  private static final Field<Long> SAID_LINK = field(name("said", "link_id"), BIGINT);
  private static final Field<Long> SAID_PRODUCT = field(name("said", "product_id"), BIGINT);
  private static final Field<Long> SAID_IN = field(name("said", "event_id"), BIGINT);
  private static final Field<Long> CHANGED_PRODUCT = field(name("changed", "product_id"), BIGINT);

  private final DSLContext db;

  LinkAlbumQueries(DSLContext db) {
    this.db = db;
  }

  /// Gives a picture the links that were said of its album, each with what happened to it since as
  /// its own history: whatever is undone of the others is undone of it. Not those that it had as
  /// part of this album before. How many links that were.
  int inherit(WorkspaceId workspace, MediaId media, AlbumId album, Instant now) {
    CommonTableExpression<Record3<Long, Long, Long>> said =
        name("said").fields("link_id", "product_id", "event_id").as(said(workspace, album));
    CommonTableExpression<Record2<Long, Long>> changed =
        name("changed")
            .fields("id", "product_id")
            .as(
                db.insertInto(LINKS)
                    .columns(
                        LINKS.WORKSPACE_ID,
                        LINKS.MEDIA_ITEM_ID,
                        LINKS.PRODUCT_ID,
                        LINKS.LINK_TYPE,
                        LINKS.IS_CONFIRMED,
                        LINKS.ALBUM_ID,
                        LINKS.AD_CAMPAIGN_ID,
                        LINKS.UTM_TAGS,
                        LINKS.LINKED_BY_USER_ID,
                        LINKS.LINKED_AT,
                        LINKS.EFFECTIVE_FROM,
                        LINKS.EFFECTIVE_TO,
                        LINKS.NOTES,
                        LINKS.CUSTOM_METADATA)
                    .select(
                        select(
                                LINKS.WORKSPACE_ID,
                                val(media.value()),
                                LINKS.PRODUCT_ID,
                                LINKS.LINK_TYPE,
                                LINKS.IS_CONFIRMED,
                                LINKS.ALBUM_ID,
                                LINKS.AD_CAMPAIGN_ID,
                                LINKS.UTM_TAGS,
                                SAYING.USER_ID,
                                val(now),
                                LINKS.EFFECTIVE_FROM,
                                LINKS.EFFECTIVE_TO,
                                LINKS.NOTES,
                                LINKS.CUSTOM_METADATA)
                            .from(said)
                            .join(LINKS)
                            .on(LINKS.WORKSPACE_ID.eq(workspace.value()))
                            .and(LINKS.ID.eq(SAID_LINK))
                            .join(SAYING)
                            .on(SAYING.WORKSPACE_ID.eq(workspace.value()))
                            .and(SAYING.ID.eq(SAID_IN))
                            .where(notExists(ownLink(media))))
                    .onConflict(LINKS.WORKSPACE_ID, LINKS.MEDIA_ITEM_ID, LINKS.PRODUCT_ID)
                    .where(LINKS.UNLINKED_AT.isNull())
                    .doNothing()
                    .returningResult(LINKS.ID, LINKS.PRODUCT_ID));
    return db.with(said)
        .with(changed)
        .insertInto(EVENTS)
        .columns(
            EVENTS.WORKSPACE_ID,
            EVENTS.LINK_ID,
            EVENTS.BATCH,
            EVENTS.SOURCE,
            EVENTS.ACTION,
            EVENTS.USER_ID,
            EVENTS.BEFORE,
            EVENTS.AFTER,
            EVENTS.AT)
        .select(
            select(
                    SAYING.WORKSPACE_ID,
                    CHANGED_ID,
                    SAYING.BATCH,
                    SAYING.SOURCE,
                    when(SAYING.ID.eq(SAID_IN), inline(Action.LINKED.code()))
                        .otherwise(SAYING.ACTION),
                    SAYING.USER_ID,
                    when(SAYING.ID.ne(SAID_IN), SAYING.BEFORE),
                    SAYING.AFTER,
                    val(now))
                .from(changed)
                .join(said)
                .on(SAID_PRODUCT.eq(CHANGED_PRODUCT))
                .join(SAYING)
                .on(SAYING.WORKSPACE_ID.eq(workspace.value()))
                .and(SAYING.LINK_ID.eq(SAID_LINK))
                .and(SAYING.ID.ge(SAID_IN))
                .and(SAYING.ACTION.ne(Action.MERGED.code()))
                .orderBy(CHANGED_ID, SAYING.ID))
        .returningResult(EVENTS.LINK_ID)
        .fetchSet(EVENTS.LINK_ID)
        .size();
  }

  /// Of each product the oldest link that is said of the album now, and the event that said so.
  private static Select<Record3<Long, Long, Long>> said(WorkspaceId workspace, AlbumId album) {
    Field<Long> saidIn =
        field(
            select(max(EVENTS.ID))
                .from(EVENTS)
                .where(EVENTS.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
                .and(EVENTS.LINK_ID.eq(LINKS.ID))
                .and(albumIn(EVENTS.AFTER).eq(album.toString()))
                .and(albumIn(EVENTS.BEFORE).isDistinctFrom(album.toString())));
    return select(LINKS.ID, LINKS.PRODUCT_ID, saidIn)
        .distinctOn(LINKS.PRODUCT_ID)
        .from(LINKS)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.ALBUM_ID.eq(album.value()))
        .and(LinkMergeQueries.STANDS)
        .orderBy(LINKS.PRODUCT_ID, LINKS.ID);
  }

  private static Select<?> ownLink(MediaId media) {
    MediaProductLinks own = LINKS.as("own");
    return selectOne()
        .from(own)
        .where(own.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(own.MEDIA_ITEM_ID.eq(media.value()))
        .and(own.PRODUCT_ID.eq(LINKS.PRODUCT_ID))
        .and(own.ALBUM_ID.eq(LINKS.ALBUM_ID));
  }

  private static Field<String> albumIn(Field<JSONB> state) {
    return jsonbGetAttributeAsText(state, "album_id");
  }
}
