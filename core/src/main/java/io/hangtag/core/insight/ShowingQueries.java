package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/// What published posts show, as parts of statements.
final class ShowingQueries {
  private ShowingQueries() {}

  /// Posts with each medium and each link that the medium ever had.
  static Table<?> links() {
    return POSTS
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .join(MEDIA_PRODUCT_LINKS)
        .on(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID));
  }

  /// Published from `start` until before `end`.
  static Condition published(WorkspaceId workspace, Instant start, Instant end) {
    return published(workspace).and(POSTS.POSTED_AT.ge(start)).and(POSTS.POSTED_AT.lt(end));
  }

  static Condition published(WorkspaceId workspace) {
    return POSTS.WORKSPACE_ID.eq(workspace.value()).and(POSTS.STATUS.eq("posted"));
  }

  /// The link is confirmed, was right when the post was published, and not taken back since.
  static Condition inForce() {
    return condition(MEDIA_PRODUCT_LINKS.IS_CONFIRMED)
        .and(
            MEDIA_PRODUCT_LINKS
                .UNLINKED_AT
                .isNull()
                .or(MEDIA_PRODUCT_LINKS.UNLINK_REASON.eq("ended")))
        .and(
            MEDIA_PRODUCT_LINKS
                .EFFECTIVE_FROM
                .isNull()
                .or(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM.le(POSTS.POSTED_AT)))
        .and(
            MEDIA_PRODUCT_LINKS
                .EFFECTIVE_TO
                .isNull()
                .or(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO.gt(POSTS.POSTED_AT)));
  }

  /// Likes, comments, shares and saves of a post, as far as they are known.
  static Field<Long> engagement() {
    return known(POSTS.LIKES)
        .plus(known(POSTS.COMMENTS))
        .plus(known(POSTS.SHARES))
        .plus(known(POSTS.SAVES));
  }

  /// Nothing where it is not known.
  static Field<Long> known(Field<Long> figure) {
    return coalesce(figure, inline(0L));
  }
}
