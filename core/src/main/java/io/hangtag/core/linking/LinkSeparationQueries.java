package io.hangtag.core.linking;

import static io.hangtag.core.linking.LinkMergeQueries.FRONT;
import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.linking.LinkMergeQueries.Successor;
import io.hangtag.core.linking.LinkMergeQueries.Two;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.LinkEvents;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/// What becomes of links when media turn out not to be one after all.
final class LinkSeparationQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final LinkEvents EVENTS = LINK_EVENTS;

  private final DSLContext db;
  private final LinkMergeQueries links;

  LinkSeparationQueries(DSLContext db) {
    this.db = db;
    this.links = new LinkMergeQueries(db);
  }

  /// Gives the links that a batch took from the merged one back to it.
  int moveBack(Change change, Two two, BatchId batch) {
    Field<String> from = jsonbGetAttributeAsText(EVENTS.BEFORE, two.column().getName());
    Condition taken =
        LINKS.ID.in(
            select(EVENTS.LINK_ID)
                .from(EVENTS)
                .where(EVENTS.WORKSPACE_ID.eq(change.actor().workspace().value()))
                .and(EVENTS.BATCH.eq(batch.value()))
                .and(EVENTS.ACTION.eq(Action.MERGED.code()))
                .and(from.eq(Long.toString(two.merged()))));
    return links.move(change, two.column(), two.merged(), taken.and(two.column().eq(two.kept())));
  }

  /// The folded links that come to stand because the one that stood for them is a link of other
  /// media now: of each group the strongest.
  List<Successor> separated(WorkspaceId workspace, Two media) {
    return links.successors(
        workspace,
        LINKS
            .MEDIA_ITEM_ID
            .in(media.kept(), media.merged())
            .and(FRONT.MEDIA_ITEM_ID.ne(LINKS.MEDIA_ITEM_ID))
            .and(FRONT.UNLINKED_AT.isNull()));
  }

  /// Lets folded links end as the one did that stood for them and is a link of other media now:
  /// what was said of the picture then was said of both.
  int endApart(Change change, Two media) {
    return new LinkChangeQueries(db)
        .update(change, Action.MERGED, LINKS.ID.in(endedApart(change, media)), endOfFront());
  }

  private static Select<Record1<Long>> endedApart(Change change, Two media) {
    MediaProductLinks folded = LINKS.as("folded");
    return select(folded.ID)
        .from(folded)
        .join(FRONT)
        .on(FRONT.WORKSPACE_ID.eq(folded.WORKSPACE_ID))
        .and(FRONT.ID.eq(folded.MERGED_INTO))
        .where(folded.WORKSPACE_ID.eq(change.actor().workspace().value()))
        .and(folded.MEDIA_ITEM_ID.in(media.kept(), media.merged()))
        .and(FRONT.MEDIA_ITEM_ID.ne(folded.MEDIA_ITEM_ID))
        .and(FRONT.UNLINKED_AT.isNotNull());
  }

  /// What began only later cannot have been right until the end.
  private static Map<Field<?>, Object> endOfFront() {
    Field<Instant> end = ofFront(FRONT.UNLINKED_AT);
    Field<String> reason = ofFront(FRONT.UNLINK_REASON);
    Condition isEnd =
        reason
            .eq(UnlinkReason.ENDED.code())
            .and(LINKS.EFFECTIVE_FROM.isNull().or(LINKS.EFFECTIVE_FROM.lt(end)));
    Map<Field<?>, Object> values = new HashMap<>();
    values.put(LINKS.UNLINKED_AT, end);
    values.put(LINKS.UNLINKED_BY_USER_ID, ofFront(FRONT.UNLINKED_BY_USER_ID));
    values.put(
        LINKS.UNLINK_REASON,
        when(isEnd, reason)
            .when(
                reason
                    .in(UnlinkReason.REJECTED.code(), UnlinkReason.WITHDRAWN.code())
                    .and(LINKS.IS_CONFIRMED.isFalse()),
                reason)
            .otherwise(UnlinkReason.WRONG.code()));
    values.put(
        LINKS.EFFECTIVE_TO,
        when(isEnd, least(LINKS.EFFECTIVE_TO, end)).otherwise(LINKS.EFFECTIVE_TO));
    values.put(LINKS.MERGED_INTO, val(null, BIGINT));
    return values;
  }

  private static <T> Field<T> ofFront(Field<T> column) {
    return field(
        select(column)
            .from(FRONT)
            .where(FRONT.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
            .and(FRONT.ID.eq(LINKS.MERGED_INTO)));
  }
}
