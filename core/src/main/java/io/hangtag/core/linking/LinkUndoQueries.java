package io.hangtag.core.linking;

import static io.hangtag.core.linking.LinkEventQueries.BEFORE_ID;
import static io.hangtag.core.linking.LinkEventQueries.BEFORE_STATE;
import static io.hangtag.core.linking.LinkEventQueries.CHANGED_FROM;
import static io.hangtag.core.linking.LinkEventQueries.STATE;
import static io.hangtag.core.linking.LinkEventQueries.lastChangedIn;
import static io.hangtag.core.linking.LinkEventQueries.userOf;
import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.JSONB;

import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.linking.LinkEventQueries.Event;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.LinkEvents;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.util.HashMap;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;

/// Taking back a batch.
final class LinkUndoQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final LinkEvents EVENTS = LINK_EVENTS;

  private static final Field<Long> TARGET_ID = field(name("target", "id"), BIGINT);
  private static final Field<JSONB> TARGET_STATE = field(name("target", "state"), JSONB);

  private static final Field<JSONB> BEFORE_TARGET = field(name("before", "target"), JSONB);

  private final DSLContext db;

  LinkUndoQueries(DSLContext db) {
    this.db = db;
  }

  /// Puts the links of the change's batch back to what they were before it: those that nothing
  /// else changed since and that are not back yet. How many they were.
  int restore(Change change) {
    Condition ours = LINKS.WORKSPACE_ID.eq(change.actor().workspace().value());
    CommonTableExpression<Record2<Long, JSONB>> target =
        targets(change.actor().workspace(), change.batch());
    CommonTableExpression<Record3<Long, JSONB, JSONB>> before =
        name("before")
            .fields("id", "state", "target")
            .as(
                select(LINKS.ID, STATE, TARGET_STATE)
                    .from(LINKS)
                    .join(target)
                    .on(TARGET_ID.eq(LINKS.ID))
                    .where(ours)
                    .and(lastChangedIn(change.actor().workspace(), change.batch()))
                    .and(differs())
                    .and(mayReturn())
                    .orderBy(LINKS.ID)
                    .forUpdate()
                    .of(LINKS));
    CommonTableExpression<Record3<Long, JSONB, JSONB>> changed =
        name("changed")
            .fields("id", "state", "before")
            .as(
                db.update(LINKS)
                    .set(targetValues(change))
                    .from(before)
                    .where(ours)
                    .and(LINKS.ID.eq(BEFORE_ID))
                    .returningResult(LINKS.ID, STATE, BEFORE_STATE));
    return LinkEventQueries.write(
        db.with(target).with(before).with(changed),
        new Event(change, inline(Action.UNDONE.code())),
        changed,
        CHANGED_FROM);
  }

  /// How many links of a batch are not what they were before it.
  int countLeft(WorkspaceId workspace, BatchId batch) {
    CommonTableExpression<Record2<Long, JSONB>> target = targets(workspace, batch);
    return db.with(target)
        .select(count())
        .from(LINKS)
        .join(target)
        .on(TARGET_ID.eq(LINKS.ID))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(differs())
        .fetchSingle()
        .value1();
  }

  /// What each link of the batch was before it; null: it was not there.
  private static CommonTableExpression<Record2<Long, JSONB>> targets(
      WorkspaceId workspace, BatchId batch) {
    return name("target")
        .fields("id", "state")
        .as(
            select(EVENTS.LINK_ID, EVENTS.BEFORE)
                .distinctOn(EVENTS.LINK_ID)
                .from(EVENTS)
                .where(EVENTS.WORKSPACE_ID.eq(workspace.value()))
                .and(EVENTS.BATCH.eq(batch.value()))
                .orderBy(EVENTS.LINK_ID, EVENTS.ID));
  }

  private static Condition differs() {
    return condition(
        when(TARGET_STATE.isNull(), field(LinkMergeQueries.STANDS))
            .when(LinkMergeQueries.FOLDED, field(withoutEnd(STATE).ne(withoutEnd(TARGET_STATE))))
            .otherwise(field(STATE.ne(TARGET_STATE))));
  }

  /// A folded link never was removed: it has its end from the link that stands for it.
  private static Field<JSONB> withoutEnd(Field<JSONB> state) {
    return field(
        "{0} - array['unlinked_at', 'unlinked_by_user_id', 'unlink_reason']", JSONB, state);
  }

  /// Not beside another active link of the same media and product; a folded one not while the one
  /// that stands for it is removed.
  private static Condition mayReturn() {
    return condition(
        when(LinkMergeQueries.FOLDED, field(exists(LinkMergeQueries.standIn())))
            .otherwise(
                field(
                    LINKS
                        .UNLINKED_AT
                        .isNull()
                        .or(notExists(activeTwin()).andNotExists(returningTwin())))));
  }

  /// Another link of the same media and product that is active.
  private static Select<?> activeTwin() {
    MediaProductLinks twin = LINKS.as("twin");
    return selectOne()
        .from(twin)
        .where(twin.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(twin.MEDIA_ITEM_ID.eq(LINKS.MEDIA_ITEM_ID))
        .and(twin.PRODUCT_ID.eq(LINKS.PRODUCT_ID))
        .and(twin.UNLINKED_AT.isNull());
  }

  /// Another link of the same media and product that this batch removed as well, when they still
  /// were two products.
  private static Select<?> returningTwin() {
    MediaProductLinks twin = LINKS.as("twin");
    return selectOne()
        .from(twin)
        .where(twin.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(twin.MEDIA_ITEM_ID.eq(LINKS.MEDIA_ITEM_ID))
        .and(twin.PRODUCT_ID.eq(LINKS.PRODUCT_ID))
        .and(twin.ID.lt(LINKS.ID))
        .and(twin.ID.in(select(TARGET_ID).from(name("target"))));
  }

  /// A link that was not there before is unlinked as wrong; its other columns stay.
  private static Map<Field<?>, Field<?>> targetValues(Change change) {
    Map<Field<?>, Field<?>> values = new HashMap<>();
    values.put(LINKS.LINK_TYPE, back(LINKS.LINK_TYPE, text("link_type")));
    values.put(
        LINKS.IS_CONFIRMED,
        back(LINKS.IS_CONFIRMED, field(text("link_type").ne(LinkType.SUGGESTED.code()))));
    values.put(LINKS.ALBUM_ID, back(LINKS.ALBUM_ID, text("album_id").cast(BIGINT)));
    values.put(LINKS.AD_CAMPAIGN_ID, back(LINKS.AD_CAMPAIGN_ID, text("ad_campaign_id")));
    values.put(LINKS.UTM_TAGS, back(LINKS.UTM_TAGS, json("utm_tags")));
    values.put(LINKS.NOTES, back(LINKS.NOTES, text("notes")));
    values.put(LINKS.CUSTOM_METADATA, back(LINKS.CUSTOM_METADATA, json("custom_metadata")));
    values.put(
        LINKS.EFFECTIVE_FROM, back(LINKS.EFFECTIVE_FROM, text("effective_from").cast(INSTANT)));
    values.put(LINKS.EFFECTIVE_TO, back(LINKS.EFFECTIVE_TO, text("effective_to").cast(INSTANT)));
    values.put(
        LINKS.UNLINKED_AT,
        back(val(change.at()), unlessFolded(LINKS.UNLINKED_AT, text("unlinked_at").cast(INSTANT))));
    values.put(
        LINKS.UNLINKED_BY_USER_ID,
        back(
            userOf(change),
            unlessFolded(LINKS.UNLINKED_BY_USER_ID, text("unlinked_by_user_id").cast(BIGINT))));
    values.put(
        LINKS.UNLINK_REASON,
        back(
            val(UnlinkReason.WRONG.code()),
            unlessFolded(LINKS.UNLINK_REASON, text("unlink_reason"))));
    values.put(LINKS.MERGED_INTO, back(inline(null, BIGINT), LINKS.MERGED_INTO));
    return values;
  }

  private static <T> Field<T> unlessFolded(Field<T> own, Field<T> otherwise) {
    return when(LinkMergeQueries.FOLDED, own).otherwise(otherwise);
  }

  private static <T> Field<T> back(Field<T> ifNew, Field<T> otherwise) {
    return when(BEFORE_TARGET.isNull(), ifNew).otherwise(otherwise);
  }

  private static Field<String> text(String key) {
    return jsonbGetAttributeAsText(BEFORE_TARGET, key);
  }

  /// SQL's null for JSON's.
  private static Field<JSONB> json(String key) {
    return nullif(jsonbGetAttribute(BEFORE_TARGET, key), val("null", JSONB));
  }
}
