package io.hangtag.core.linking;

import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.JSONB;

import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.LinkEvents;
import io.hangtag.db.schema.tables.MediaProductLinks;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.TableLike;
import org.jooq.WithStep;

/// The history of links: how a statement that changes them writes it, and what it says.
///
/// Such a statement names its parts `before` (id and state of the links before it) and `changed`
/// (id, state after it and state before it; they are not joined, which takes PostgreSQL a square of
/// their number).
final class LinkEventQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final LinkEvents EVENTS = LINK_EVENTS;

  /// All that people can change about a link, as its history keeps it.
  static final Field<JSONB> STATE =
      jsonbObject(
          key("link_type").value(LINKS.LINK_TYPE),
          key("album_id").value(LINKS.ALBUM_ID),
          key("ad_campaign_id").value(LINKS.AD_CAMPAIGN_ID),
          key("utm_tags").value(LINKS.UTM_TAGS),
          key("notes").value(LINKS.NOTES),
          key("custom_metadata").value(LINKS.CUSTOM_METADATA),
          key("effective_from").value(LINKS.EFFECTIVE_FROM),
          key("effective_to").value(LINKS.EFFECTIVE_TO),
          key("unlinked_at").value(LINKS.UNLINKED_AT),
          key("unlinked_by_user_id").value(LINKS.UNLINKED_BY_USER_ID),
          key("unlink_reason").value(LINKS.UNLINK_REASON));

  static final Field<Long> BEFORE_ID = field(name("before", "id"), BIGINT);
  static final Field<JSONB> BEFORE_STATE = field(name("before", "state"), JSONB);
  static final Field<Long> CHANGED_ID = field(name("changed", "id"), BIGINT);
  static final Field<JSONB> CHANGED_FROM = field(name("changed", "before"), JSONB);

  private static final Field<JSONB> CHANGED_STATE = field(name("changed", "state"), JSONB);

  private final DSLContext db;

  LinkEventQueries(DSLContext db) {
    this.db = db;
  }

  /// The number of the team's newest event; 0: there is none.
  long newest(WorkspaceId workspace) {
    return db.select(coalesce(max(EVENTS.ID), inline(0L)))
        .from(EVENTS)
        .where(EVENTS.WORKSPACE_ID.eq(workspace.value()))
        .fetchSingle()
        .value1();
  }

  /// Lets the planner know the rows this transaction has written. Before that a batch of thousands
  /// looks like one of a single link, and undoing it would compare each of its links with each.
  void refreshStatistics() {
    db.execute(
        """
        analyze media_product_links (workspace_id, id, media_item_id, product_id),
          link_events (workspace_id, id, link_id, batch)
        """);
  }

  boolean exists(WorkspaceId workspace, BatchId batch) {
    return db.fetchExists(EVENTS, inBatch(workspace, batch));
  }

  /// Of a link of this team that was touched in this batch, and by nothing after it
  /// that still stands.
  static Condition lastChangedIn(WorkspaceId workspace, BatchId batch) {
    // All links of the batch first: of each link of the team the last event would be much work.
    return LINKS
        .ID
        .in(select(EVENTS.LINK_ID).from(EVENTS).where(inBatch(workspace, batch)))
        .and(lastBatch().eq(batch.value()));
  }

  /// The batch that last touched a link, of those that were not undone.
  private static Field<Long> lastBatch() {
    LinkEvents undone = EVENTS.as("undone");
    return field(
        select(EVENTS.BATCH)
            .from(EVENTS)
            .where(EVENTS.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
            .and(EVENTS.LINK_ID.eq(LINKS.ID))
            // Nobody's change: what people did before is still theirs to take back.
            .and(EVENTS.ACTION.ne(Action.MERGED.code()))
            .and(
                notExists(
                    selectOne()
                        .from(undone)
                        .where(undone.WORKSPACE_ID.eq(EVENTS.WORKSPACE_ID))
                        .and(undone.LINK_ID.eq(EVENTS.LINK_ID))
                        .and(undone.BATCH.eq(EVENTS.BATCH))
                        .and(undone.ACTION.eq(Action.UNDONE.code()))))
            .orderBy(EVENTS.ID.desc())
            .limit(1));
  }

  private static Condition inBatch(WorkspaceId workspace, BatchId batch) {
    return EVENTS.WORKSPACE_ID.eq(workspace.value()).and(EVENTS.BATCH.eq(batch.value()));
  }

  /// Ends a statement that changes links with the writing of their history. How many they were.
  ///
  /// @param with the parts of the statement, `changed` among them
  /// @param changed the part of that name
  /// @param before what they were before; null for new ones
  static int write(WithStep with, Event event, TableLike<?> changed, Field<JSONB> before) {
    Change change = event.change();
    return with.insertInto(EVENTS)
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
                    val(change.actor().workspace().value()),
                    CHANGED_ID,
                    val(change.batch().value()),
                    val(change.source().code()),
                    event.action(),
                    userOf(change),
                    before,
                    CHANGED_STATE,
                    val(change.at()))
                .from(changed))
        .execute();
  }

  static Field<Long> userOf(Change change) {
    return val(change.actor().user() == null ? null : change.actor().user().value(), BIGINT);
  }

  /// What is to be written of every link that changed.
  record Event(Change change, Field<String> action) {}
}
