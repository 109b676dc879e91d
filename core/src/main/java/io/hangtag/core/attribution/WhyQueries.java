package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.SQLDataType.CLOB;

import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What might have earned an order's lines.
final class WhyQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;

  private final DSLContext db;
  private final WorkspaceId workspace;

  WhyQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// The orders with this name or the shop's id, oldest first.
  List<Found> orders(String name) {
    return db.select(ORDERS.ID, ORDERS.NAME, ORDERS.EXTERNAL_ID, ORDERS.ORDERED_AT)
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .and(ORDERS.NAME.in(name, "#" + name).or(ORDERS.EXTERNAL_ID.eq(name)))
        .orderBy(ORDERS.ORDERED_AT, ORDERS.ID)
        .fetch(mapping(Found::new));
  }

  /// Posts from `start` until before `end` of media that have or had a link to a product of the
  /// order, oldest first.
  List<Shown> shown(long order, Instant start, Instant end) {
    return db.select(
            ORDER_LINES.POSITION,
            coalesce(POSTS.EXTERNAL_ID, cast(POSTS.ID, CLOB)),
            POST_MEDIA.MEDIA_ITEM_ID.convertFrom(MediaId::new),
            POSTS.POSTED_AT,
            POSTS.STATUS,
            LINKS.IS_CONFIRMED,
            LINKS.EFFECTIVE_FROM,
            LINKS.EFFECTIVE_TO,
            LINKS.UNLINK_REASON,
            ProofQueries.recordedAt())
        .from(ORDER_LINES)
        .join(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(ORDER_LINES.WORKSPACE_ID))
        .and(LINKS.PRODUCT_ID.eq(ORDER_LINES.PRODUCT_ID))
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(POST_MEDIA.MEDIA_ITEM_ID.eq(LINKS.MEDIA_ITEM_ID))
        .join(POSTS)
        .on(POSTS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(POSTS.ID.eq(POST_MEDIA.POST_ID))
        .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
        .and(ORDER_LINES.ORDER_ID.eq(order))
        .and(POSTS.POSTED_AT.ge(start))
        .and(POSTS.POSTED_AT.lt(end))
        .orderBy(ORDER_LINES.POSITION, POSTS.POSTED_AT, POSTS.ID, POST_MEDIA.POSITION, LINKS.ID)
        .fetch(mapping(Shown::new));
  }

  /// @param externalId null: not known
  record Found(long id, String name, @Nullable String externalId, Instant orderedAt) {}

  /// A post, of which a medium has or had a link to a line's product.
  ///
  /// @param from null: since ever
  /// @param to null: still
  /// @param unlinked null: active
  /// @param recorded when the link was made or confirmed
  record Shown(
      int position,
      String post,
      MediaId media,
      Instant postedAt,
      String status,
      boolean confirmed,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String unlinked,
      Instant recorded) {}
}
