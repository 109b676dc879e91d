package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.BinaryCopy;
import io.hangtag.db.BinaryCopy.RowIn;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/// Reads one team's touches and what is known beside them.
final class TouchQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;

  private final DSLContext db;
  private final WorkspaceId workspace;

  TouchQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// The touches of posts after `after` and before `end`, of all products or, if any are named, of
  /// these.
  Touches between(Instant after, Instant end, Collection<Long> products) {
    Touches touches = new Touches();
    copy(
        showings(
            published(after, end)
                .and(inForce())
                .and(products.isEmpty() ? noCondition() : LINKS.PRODUCT_ID.in(inlined(products)))),
        row -> touches.add(row.int64(), row.micros(), row.int64(), row.int64(), row.int64()));
    return touches;
  }

  private Select<?> showings(Condition which) {
    return db.select(
            LINKS.PRODUCT_ID, POSTS.POSTED_AT, POSTS.ID, POST_MEDIA.MEDIA_ITEM_ID, LINKS.ID)
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .join(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
        .where(which)
        // Of several links of one medium to one product the first stands for all.
        .orderBy(
            LINKS.PRODUCT_ID,
            POSTS.POSTED_AT,
            POSTS.ID,
            POST_MEDIA.POSITION,
            field(LINKS.UNLINKED_AT.isNotNull()),
            LINKS.LINK_TYPE,
            LINKS.ID);
  }

  private Condition published(Instant after, Instant end) {
    return POSTS
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(POSTS.STATUS.eq("posted"))
        .and(POSTS.POSTED_AT.gt(after))
        .and(POSTS.POSTED_AT.lt(end));
  }

  /// Confirmed, right when the post was published, and not taken back since.
  static Condition inForce() {
    return condition(LINKS.IS_CONFIRMED)
        .and(LINKS.UNLINKED_AT.isNull().or(LINKS.UNLINK_REASON.eq("ended")))
        .and(LINKS.EFFECTIVE_FROM.isNull().or(LINKS.EFFECTIVE_FROM.le(POSTS.POSTED_AT)))
        .and(LINKS.EFFECTIVE_TO.isNull().or(LINKS.EFFECTIVE_TO.gt(POSTS.POSTED_AT)));
  }

  /// When posts were published that show a medium in which no product was confirmed.
  long[] untagged(Instant after, Instant end) {
    return db
        .selectDistinct(POSTS.POSTED_AT)
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .where(published(after, end))
        .and(
            notExists(
                selectOne()
                    .from(LINKS)
                    .where(LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
                    .and(LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
                    .and(inForce())))
        .orderBy(POSTS.POSTED_AT)
        .fetch(POSTS.POSTED_AT)
        .stream()
        .mapToLong(at -> MICROS.between(Instant.EPOCH, at))
        .toArray();
  }

  /// By product, when posts were published for whose media it is only suggested.
  Map<Long, long[]> suggested(Instant after, Instant end) {
    Map<Long, long[]> micros = new HashMap<>();
    db.select(LINKS.PRODUCT_ID, POSTS.POSTED_AT)
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .join(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
        .where(published(after, end))
        .and(LINKS.IS_CONFIRMED.isFalse())
        .and(LINKS.UNLINKED_AT.isNull())
        .orderBy(LINKS.PRODUCT_ID, POSTS.POSTED_AT)
        .fetchGroups(LINKS.PRODUCT_ID, POSTS.POSTED_AT)
        .forEach(
            (product, times) ->
                micros.put(
                    product,
                    times.stream().mapToLong(at -> MICROS.between(Instant.EPOCH, at)).toArray()));
    return micros;
  }

  private void copy(Select<?> select, Consumer<RowIn> rows) {
    String query = db.renderInlined(select);
    db.connection(connection -> BinaryCopy.read(connection, query, rows));
  }

  private static List<Field<Long>> inlined(Collection<Long> values) {
    return values.stream().<Field<Long>>map(value -> inline(value)).toList();
  }
}
