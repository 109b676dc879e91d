package io.hangtag.core.linking;

import static io.hangtag.core.linking.LinkEventQueries.BEFORE_ID;
import static io.hangtag.core.linking.LinkEventQueries.BEFORE_STATE;
import static io.hangtag.core.linking.LinkEventQueries.CHANGED_FROM;
import static io.hangtag.core.linking.LinkEventQueries.STATE;
import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.firstValue;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.JSONB;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.linking.LinkEventQueries.Event;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.LinkEvents;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.TableField;

/// What becomes of links when two products, or two media, turn out to be one.
///
/// Of two active links of the same media and product, one stands for both and the other is folded
/// into it. It is not gone: where the one before it is taken back, it stands again.
final class LinkMergeQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final LinkEvents EVENTS = LINK_EVENTS;

  /// The link that stands for a folded one.
  static final MediaProductLinks FRONT = LINKS.as("front");

  /// Another link stands for it.
  static final Condition FOLDED = LINKS.MERGED_INTO.isNotNull();

  /// Somebody said that the product is there and nobody that it is not.
  static final Condition STANDS = LINKS.UNLINKED_AT.isNull().or(FOLDED);

  /// Which of several links stands for all: a confirmed one, one that is in force for longer, the
  /// stronger type, the older one.
  private static final List<OrderField<?>> STRONGEST_FIRST =
      List.of(
          LINKS.IS_CONFIRMED.desc(),
          LINKS.EFFECTIVE_FROM.asc().nullsFirst(),
          when(LINKS.LINK_TYPE.eq(LinkType.FEATURED.code()), inline(1))
              .when(LINKS.LINK_TYPE.eq(LinkType.MENTIONED.code()), inline(2))
              .otherwise(inline(3)),
          LINKS.LINKED_AT,
          LINKS.ID);

  private static final Field<Long> FOLD_ID = field(name("fold", "id"), BIGINT);
  private static final Field<Long> FOLD_INTO = field(name("fold", "into_id"), BIGINT);

  private final DSLContext db;

  LinkMergeQueries(DSLContext db) {
    this.db = db;
  }

  /// Folds the active links that both have.
  int fold(Change change, Two two) {
    Field<Long> standing =
        firstValue(LINKS.ID).over().partitionBy(two.otherEnd()).orderBy(STRONGEST_FIRST);
    Select<Record2<Long, Long>> fold =
        select(LINKS.ID.as("id"), standing.as("into_id"))
            .from(LINKS)
            .where(LINKS.WORKSPACE_ID.eq(change.actor().workspace().value()))
            .and(two.column().in(two.kept(), two.merged()))
            .and(LINKS.UNLINKED_AT.isNull());
    Map<Field<?>, Object> values = new HashMap<>();
    values.put(LINKS.UNLINKED_AT, change.at());
    values.put(LINKS.UNLINKED_BY_USER_ID, val(null, BIGINT));
    values.put(LINKS.UNLINK_REASON, UnlinkReason.MERGED.code());
    values.put(
        LINKS.MERGED_INTO,
        field(select(FOLD_INTO).from(fold.asTable("fold")).where(FOLD_ID.eq(LINKS.ID))));
    return new LinkChangeQueries(db)
        .update(
            change,
            Action.MERGED,
            LINKS.ID.in(select(FOLD_ID).from(fold.asTable("fold")).where(FOLD_ID.ne(FOLD_INTO))),
            values);
  }

  /// Lets links that were folded into one that was now folded itself lead to the one that stands.
  int flatten(Change change) {
    return db.update(LINKS)
        .set(LINKS.MERGED_INTO, FRONT.MERGED_INTO)
        .from(FRONT)
        .where(LINKS.WORKSPACE_ID.eq(change.actor().workspace().value()))
        .and(FRONT.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(FRONT.ID.eq(LINKS.MERGED_INTO))
        .and(FRONT.MERGED_INTO.isNotNull())
        .execute();
  }

  /// Gives all links of the merged one, also those removed, to the kept one.
  int move(Change change, Two two) {
    return move(change, two.column(), two.kept(), two.column().eq(two.merged()));
  }

  /// Lets those links that are `which` name another product or item.
  int move(Change change, TableField<?, Long> column, long named, Condition which) {
    Field<JSONB> state = stateWith(column);
    Condition ours = LINKS.WORKSPACE_ID.eq(change.actor().workspace().value());
    CommonTableExpression<Record2<Long, JSONB>> before =
        name("before")
            .fields("id", "state")
            .as(
                select(LINKS.ID, state)
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
                    .set(column, named)
                    .from(before)
                    .where(ours)
                    .and(LINKS.ID.eq(BEFORE_ID))
                    .returningResult(LINKS.ID, state, BEFORE_STATE));
    return LinkEventQueries.write(
        db.with(before).with(changed),
        new Event(change, inline(Action.MERGED.code())),
        changed,
        CHANGED_FROM);
  }

  /// The folded links that come to stand because the one that stood for them was taken back in
  /// events after `event`: of each group the strongest.
  List<Successor> successors(WorkspaceId workspace, long event) {
    return successors(
        workspace,
        FRONT
            .UNLINKED_AT
            .isNotNull()
            .and(
                FRONT.ID.in(
                    select(EVENTS.LINK_ID)
                        .from(EVENTS)
                        .where(EVENTS.WORKSPACE_ID.eq(workspace.value()))
                        .and(EVENTS.ID.gt(event)))));
  }

  /// Of each group of folded links of one item the strongest, where these links and those that
  /// stand for them, the [#FRONT], are `which`.
  List<Successor> successors(WorkspaceId workspace, Condition which) {
    return db.select(LINKS.MERGED_INTO, LINKS.MEDIA_ITEM_ID, LINKS.ID)
        .distinctOn(LINKS.MERGED_INTO, LINKS.MEDIA_ITEM_ID)
        .from(LINKS)
        .join(FRONT)
        .on(FRONT.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(FRONT.ID.eq(LINKS.MERGED_INTO))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(which)
        .orderBy(
            Stream.concat(
                    Stream.of(LINKS.MERGED_INTO, LINKS.MEDIA_ITEM_ID), STRONGEST_FIRST.stream())
                .toList())
        .fetch(mapping(Successor::new));
  }

  /// Folds what was folded into those that no longer stand for it into their successors instead.
  void regroup(WorkspaceId workspace, List<Successor> successors) {
    Field<Long> of = field(name("successor", "of"), BIGINT);
    Field<Long> media = field(name("successor", "media"), BIGINT);
    Field<Long> link = field(name("successor", "link"), BIGINT);
    db.update(LINKS)
        .set(LINKS.MERGED_INTO, link)
        .from(
            table(
                    "unnest({0}, {1}, {2})",
                    val(successors.stream().map(Successor::of).toArray(Long[]::new)),
                    val(successors.stream().map(Successor::media).toArray(Long[]::new)),
                    val(successors.stream().map(Successor::link).toArray(Long[]::new)))
                .as("successor", "of", "media", "link"))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.MERGED_INTO.eq(of))
        .and(LINKS.MEDIA_ITEM_ID.eq(media))
        .and(LINKS.ID.ne(link))
        .execute();
  }

  /// Makes folded links active.
  int standUp(Change change, List<Successor> successors) {
    Map<Field<?>, Object> values = new HashMap<>();
    values.put(LINKS.UNLINKED_AT, val(null, INSTANT));
    values.put(LINKS.UNLINKED_BY_USER_ID, val(null, BIGINT));
    values.put(LINKS.UNLINK_REASON, val(null, CLOB));
    values.put(LINKS.MERGED_INTO, val(null, BIGINT));
    Long[] links = successors.stream().map(Successor::link).toArray(Long[]::new);
    return new LinkChangeQueries(db).update(change, Action.MERGED, LINKS.ID.eq(any(links)), values);
  }

  /// The active link that stands for a folded one.
  static Select<?> standIn() {
    return selectOne()
        .from(FRONT)
        .where(FRONT.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(FRONT.ID.eq(LINKS.MERGED_INTO))
        .and(FRONT.UNLINKED_AT.isNull());
  }

  private static Field<JSONB> stateWith(Field<Long> column) {
    return field("{0} || {1}", JSONB, STATE, jsonbObject(key(column.getName()).value(column)));
  }

  /// A folded link that comes to stand for one that no longer does.
  record Successor(long of, long media, long link) {}

  /// Two products, or two media, that are one.
  ///
  /// @param column what links name them by
  /// @param otherEnd what else a link names
  record Two(TableField<?, Long> column, TableField<?, Long> otherEnd, long kept, long merged) {
    static Two products(ProductId kept, ProductId merged) {
      return new Two(LINKS.PRODUCT_ID, LINKS.MEDIA_ITEM_ID, kept.value(), merged.value());
    }

    static Two media(MediaId kept, MediaId merged) {
      return new Two(LINKS.MEDIA_ITEM_ID, LINKS.PRODUCT_ID, kept.value(), merged.value());
    }
  }
}
