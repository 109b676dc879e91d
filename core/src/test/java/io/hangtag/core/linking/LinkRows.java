package io.hangtag.core.linking;

import static io.hangtag.db.schema.Sequences.LINK_BATCHES;
import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// A team's links and their history as the tables hold them.
record LinkRows(DSLContext db, WorkspaceId workspace) {
  /// All links with all columns, by number.
  List<Record> all() {
    return List.copyOf(
        db.select(MEDIA_PRODUCT_LINKS.fields())
            .from(MEDIA_PRODUCT_LINKS)
            .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
            .orderBy(MEDIA_PRODUCT_LINKS.ID)
            .fetch());
  }

  /// One link with all columns.
  Record one(LinkId link) {
    return db.select(MEDIA_PRODUCT_LINKS.fields())
        .from(MEDIA_PRODUCT_LINKS)
        .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_PRODUCT_LINKS.ID.eq(link.value()))
        .fetchSingle();
  }

  /// The history of all links, oldest first.
  List<Event> events() {
    return db.select(
            LINK_EVENTS.LINK_ID.convertFrom(LinkId::new),
            LINK_EVENTS.BATCH.convertFrom(BatchId::new),
            LINK_EVENTS.ACTION,
            LINK_EVENTS.SOURCE,
            LINK_EVENTS.USER_ID,
            LINK_EVENTS.BEFORE.cast(SQLDataType.CLOB),
            LINK_EVENTS.AFTER.cast(SQLDataType.CLOB))
        .from(LINK_EVENTS)
        .where(LINK_EVENTS.WORKSPACE_ID.eq(workspace.value()))
        .orderBy(LINK_EVENTS.ID)
        .fetch(Records.mapping(Event::new));
  }

  /// What happened, oldest first.
  List<String> actions() {
    return events().stream().map(Event::action).toList();
  }

  /// Puts a suggestion there, as suggesting will.
  LinkId suggested(MediaId media, ProductId product) {
    return db.insertInto(MEDIA_PRODUCT_LINKS)
        .set(MEDIA_PRODUCT_LINKS.WORKSPACE_ID, workspace.value())
        .set(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID, media.value())
        .set(MEDIA_PRODUCT_LINKS.PRODUCT_ID, product.value())
        .set(MEDIA_PRODUCT_LINKS.LINK_TYPE, "suggested")
        .set(MEDIA_PRODUCT_LINKS.IS_CONFIRMED, false)
        .set(MEDIA_PRODUCT_LINKS.CONFIDENCE_SCORE, new BigDecimal("0.80"))
        .set(MEDIA_PRODUCT_LINKS.SUGGESTION_REASON, "the caption names it")
        .set(MEDIA_PRODUCT_LINKS.LINKED_AT, Instant.EPOCH)
        .returningResult(MEDIA_PRODUCT_LINKS.ID.convertFrom(LinkId::new))
        .fetchSingle()
        .value1();
  }

  /// Changes all that can be changed about a link, as editing it will.
  BatchId edited(LinkId link, AlbumId album) {
    BatchId batch = new BatchId(db.nextval(LINK_BATCHES));
    JSONB before = state(link);
    db.update(MEDIA_PRODUCT_LINKS)
        .set(MEDIA_PRODUCT_LINKS.ALBUM_ID, album.value())
        .set(MEDIA_PRODUCT_LINKS.LINK_TYPE, "background")
        .setNull(MEDIA_PRODUCT_LINKS.AD_CAMPAIGN_ID)
        .set(MEDIA_PRODUCT_LINKS.UTM_TAGS, JSONB.valueOf("{\"source\": \"tiktok\"}"))
        .setNull(MEDIA_PRODUCT_LINKS.CUSTOM_METADATA)
        .set(MEDIA_PRODUCT_LINKS.NOTES, "another note")
        .setNull(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM)
        .set(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO, Instant.EPOCH)
        .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_PRODUCT_LINKS.ID.eq(link.value()))
        .execute();
    db.insertInto(LINK_EVENTS)
        .set(LINK_EVENTS.WORKSPACE_ID, workspace.value())
        .set(LINK_EVENTS.LINK_ID, link.value())
        .set(LINK_EVENTS.BATCH, batch.value())
        .set(LINK_EVENTS.SOURCE, "manual")
        .set(LINK_EVENTS.ACTION, "edited")
        .set(LINK_EVENTS.BEFORE, before)
        .set(LINK_EVENTS.AFTER, state(link))
        .set(LINK_EVENTS.AT, Instant.EPOCH)
        .execute();
    return batch;
  }

  private JSONB state(LinkId link) {
    // Dates in JSON are text; the program writes them in UTC.
    db.execute("set time zone 'UTC'");
    return db.select(LinkEventQueries.STATE)
        .from(MEDIA_PRODUCT_LINKS)
        .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_PRODUCT_LINKS.ID.eq(link.value()))
        .fetchSingle()
        .value1();
  }

  /// A row of the history.
  ///
  /// @param user null: on the command line
  /// @param before JSON; null: there was no link
  /// @param after JSON
  record Event(
      LinkId link,
      BatchId batch,
      String action,
      String source,
      @Nullable Long user,
      @Nullable String before,
      String after) {}
}
