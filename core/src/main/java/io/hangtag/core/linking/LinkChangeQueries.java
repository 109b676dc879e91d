package io.hangtag.core.linking;

import static io.hangtag.core.linking.LinkEventQueries.BEFORE_ID;
import static io.hangtag.core.linking.LinkEventQueries.BEFORE_STATE;
import static io.hangtag.core.linking.LinkEventQueries.CHANGED_FROM;
import static io.hangtag.core.linking.LinkEventQueries.STATE;
import static io.hangtag.core.linking.LinkEventQueries.lastChangedIn;
import static io.hangtag.core.linking.LinkEventQueries.userOf;
import static io.hangtag.db.schema.Sequences.LINK_BATCHES;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.JSONB;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.linking.LinkEventQueries.Event;
import io.hangtag.core.media.AlbumId;
import io.hangtag.core.media.MediaId;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;

/// Every statement that changes links. Each writes the history of what it changed itself, so that
/// no change can go without, and says how many links that were.
final class LinkChangeQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;

  private final DSLContext db;

  LinkChangeQueries(DSLContext db) {
    this.db = db;
  }

  BatchId nextBatch() {
    return new BatchId(db.nextval(LINK_BATCHES));
  }

  /// Links those media that are not linked to the product yet.
  int insertMissing(Change change, Collection<MediaId> media, LinkRequest request) {
    Field<Long> mediaId = field(name("media", "id"), BIGINT);
    Long album = request.album() == null ? null : request.album().value();
    LinkDetails details = request.details();
    CommonTableExpression<Record2<Long, JSONB>> changed =
        name("changed")
            .fields("id", "state")
            .as(
                db.insertInto(LINKS)
                    .columns(
                        LINKS.WORKSPACE_ID,
                        LINKS.MEDIA_ITEM_ID,
                        LINKS.PRODUCT_ID,
                        LINKS.LINK_TYPE,
                        LINKS.ALBUM_ID,
                        LINKS.LINKED_BY_USER_ID,
                        LINKS.LINKED_AT,
                        LINKS.AD_CAMPAIGN_ID,
                        LINKS.UTM_TAGS,
                        LINKS.NOTES,
                        LINKS.CUSTOM_METADATA)
                    .select(
                        select(
                                val(change.actor().workspace().value()),
                                mediaId,
                                val(request.product().value()),
                                val(request.type().code()),
                                val(album, BIGINT),
                                userOf(change),
                                val(change.at()),
                                val(details.campaign(), CLOB),
                                val(LinkJson.utm(details.utm()), JSONB),
                                val(details.note(), CLOB),
                                val(LinkJson.metadata(details.metadata()), JSONB))
                            .from(unnest(values(media)).as("media", "id")))
                    .onConflict(LINKS.WORKSPACE_ID, LINKS.MEDIA_ITEM_ID, LINKS.PRODUCT_ID)
                    .where(LINKS.UNLINKED_AT.isNull())
                    .doNothing()
                    .returningResult(LINKS.ID, STATE));
    return LinkEventQueries.write(
        db.with(changed),
        new Event(change, inline(Action.LINKED.code())),
        changed,
        inline((JSONB) null, JSONB));
  }

  /// Gives the active links of these media to the product another type, which confirms those that
  /// were only suggested.
  int retype(Change change, Collection<MediaId> media, ProductId product, LinkType type) {
    return update(
        change,
        Action.RETYPED,
        activeOf(media, product).and(LINKS.LINK_TYPE.ne(type.code())),
        typed(type));
  }

  /// Gives the active links of a batch another type.
  int retype(Change change, LinkType type) {
    return update(
        change,
        Action.RETYPED,
        lastChanged(change).and(LINKS.UNLINKED_AT.isNull()).and(LINKS.LINK_TYPE.ne(type.code())),
        typed(type));
  }

  /// Changes what is said of a link if it is active and something of it differs.
  int edit(Change change, LinkId link, LinkEdit edit) {
    Map<Field<?>, Field<?>> values = edited(edit);
    if (values.isEmpty()) {
      return 0;
    }
    Condition differs = row(values.keySet()).isDistinctFrom(row(values.values()));
    return update(change, Action.EDITED, active(link).and(differs), values);
  }

  private static Map<Field<?>, Field<?>> edited(LinkEdit edit) {
    Map<Field<?>, Field<?>> values = new HashMap<>();
    if (edit.type() != null) {
      values.put(LINKS.LINK_TYPE, val(edit.type().code()));
      values.put(LINKS.IS_CONFIRMED, inline(true));
    }
    if (edit.note() != null) {
      values.put(LINKS.NOTES, val(edit.note().isBlank() ? null : edit.note(), CLOB));
    }
    if (edit.campaign() != null) {
      values.put(
          LINKS.AD_CAMPAIGN_ID, val(edit.campaign().isBlank() ? null : edit.campaign(), CLOB));
    }
    if (edit.utm() != null) {
      values.put(LINKS.UTM_TAGS, val(LinkJson.utm(edit.utm()), JSONB));
    }
    if (edit.metadata() != null) {
      values.put(LINKS.CUSTOM_METADATA, val(LinkJson.metadata(edit.metadata()), JSONB));
    }
    return values;
  }

  /// Gives a link a type if it is active and only suggested.
  int confirm(Change change, LinkId link, LinkType type) {
    return update(
        change,
        Action.RETYPED,
        active(link).and(LINKS.LINK_TYPE.eq(LinkType.SUGGESTED.code())),
        typed(type));
  }

  /// Says the active links of these media to the product of the whole album (null: of each alone).
  int sayOfAlbum(
      Change change, Collection<MediaId> media, ProductId product, @Nullable AlbumId album) {
    Long value = album == null ? null : album.value();
    return update(
        change,
        Action.EDITED,
        activeOf(media, product).and(LINKS.ALBUM_ID.isDistinctFrom(value)),
        Map.of(LINKS.ALBUM_ID, val(value, BIGINT)));
  }

  /// Removes the active links of these media to the product.
  int unlink(Change change, Collection<MediaId> media, ProductId product, UnlinkReason reason) {
    return update(
        change,
        Action.UNLINKED,
        activeOf(media, product).and(mayBe(reason, change.at())),
        unlinked(change, reason));
  }

  /// Removes a link if it is active, and not as ended before it begins.
  int unlink(Change change, LinkId link, UnlinkReason reason) {
    return update(
        change,
        Action.UNLINKED,
        active(link).and(mayBe(reason, change.at())),
        unlinked(change, reason));
  }

  /// Removes the links of a batch from all media but one, whose links are then said of it alone.
  int unlinkAllBut(Change change, MediaId media) {
    Condition standing = lastChanged(change).and(LinkMergeQueries.STANDS);
    int removed =
        update(
            change,
            Action.UNLINKED,
            standing.and(LINKS.MEDIA_ITEM_ID.ne(media.value())),
            unlinked(change, UnlinkReason.WRONG));
    return removed
        + update(
            change,
            Action.EDITED,
            standing.and(LINKS.MEDIA_ITEM_ID.eq(media.value())).and(LINKS.ALBUM_ID.isNotNull()),
            Map.of(LINKS.ALBUM_ID, val(null, BIGINT)));
  }

  /// Says of the links that a batch removed as wrong that they were right until then.
  int end(Change change) {
    return update(
        change,
        Action.EDITED,
        lastChanged(change)
            .and(LINKS.UNLINK_REASON.eq(UnlinkReason.WRONG.code()))
            .and(begunBefore(LINKS.UNLINKED_AT)),
        Map.of(
            LINKS.UNLINK_REASON,
            val(UnlinkReason.ENDED.code()),
            LINKS.EFFECTIVE_TO,
            least(LINKS.EFFECTIVE_TO, LINKS.UNLINKED_AT)));
  }

  /// Changes those links that are `which`.
  int update(Change change, Action action, Condition which, Map<? extends Field<?>, ?> values) {
    Condition ours = LINKS.WORKSPACE_ID.eq(change.actor().workspace().value());
    CommonTableExpression<Record2<Long, JSONB>> before =
        name("before")
            .fields("id", "state")
            .as(
                select(LINKS.ID, STATE)
                    .from(LINKS)
                    .where(ours)
                    .and(which)
                    .orderBy(LINKS.ID)
                    .forUpdate());
    CommonTableExpression<Record3<Long, JSONB, JSONB>> changed =
        name("changed")
            .fields("id", "state", "before")
            .as(
                db.update(LINKS)
                    .set(values)
                    .from(before)
                    .where(ours)
                    .and(LINKS.ID.eq(BEFORE_ID))
                    .returningResult(LINKS.ID, STATE, BEFORE_STATE));
    return LinkEventQueries.write(
        db.with(before).with(changed),
        new Event(change, inline(action.code())),
        changed,
        CHANGED_FROM);
  }

  private static Condition lastChanged(Change change) {
    return lastChangedIn(change.actor().workspace(), change.batch());
  }

  private static Condition active(LinkId link) {
    return LINKS.ID.eq(link.value()).and(LINKS.UNLINKED_AT.isNull());
  }

  private static Condition activeOf(Collection<MediaId> media, ProductId product) {
    return LINKS
        .MEDIA_ITEM_ID
        .eq(any(values(media)))
        .and(LINKS.PRODUCT_ID.eq(product.value()))
        .and(LINKS.UNLINKED_AT.isNull());
  }

  private static Condition mayBe(UnlinkReason reason, Instant at) {
    return reason == UnlinkReason.ENDED ? begunBefore(val(at)) : noCondition();
  }

  /// What begins to count later cannot have been right until then.
  private static Condition begunBefore(Field<Instant> time) {
    return LINKS.EFFECTIVE_FROM.isNull().or(LINKS.EFFECTIVE_FROM.lt(time));
  }

  private static Map<Field<?>, Object> typed(LinkType type) {
    return Map.of(LINKS.LINK_TYPE, type.code(), LINKS.IS_CONFIRMED, type != LinkType.SUGGESTED);
  }

  private static Map<Field<?>, Object> unlinked(Change change, UnlinkReason reason) {
    Map<Field<?>, Object> values = new HashMap<>();
    values.put(LINKS.UNLINKED_AT, change.at());
    values.put(LINKS.UNLINKED_BY_USER_ID, userOf(change));
    values.put(LINKS.UNLINK_REASON, reason.code());
    values.put(LINKS.MERGED_INTO, val(null, BIGINT));
    if (reason == UnlinkReason.ENDED) {
      values.put(LINKS.EFFECTIVE_TO, least(LINKS.EFFECTIVE_TO, val(change.at())));
    }
    return values;
  }

  private static Long[] values(Collection<MediaId> media) {
    return media.stream().map(MediaId::value).toArray(Long[]::new);
  }
}
