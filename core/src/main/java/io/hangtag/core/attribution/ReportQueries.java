package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What a report says beside the credits.
final class ReportQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;

  private final DSLContext db;
  private final WorkspaceId workspace;

  ReportQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// The media of posts published from `start` until before `end`, by number.
  List<Shown> media(Instant start, Instant end) {
    return db.select(
            POST_MEDIA.MEDIA_ITEM_ID.convertFrom(MediaId::new),
            countDistinct(POSTS.ID),
            countDistinct(LINKS.PRODUCT_ID))
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .leftJoin(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
        .and(TouchQueries.inForce())
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.STATUS.eq("posted"))
        .and(POSTS.POSTED_AT.ge(start))
        .and(POSTS.POSTED_AT.lt(end))
        .groupBy(POST_MEDIA.MEDIA_ITEM_ID)
        .orderBy(POST_MEDIA.MEDIA_ITEM_ID)
        .fetch(mapping(Shown::new));
  }

  /// How many posts were published from `start` until before `end`, and after `after`.
  ///
  /// @param about only posts that show its media item and its product; all if it names none
  int countPosts(Instant start, Instant end, Instant after, Question about) {
    return db.fetchCount(
        POSTS,
        shows(about),
        POSTS.WORKSPACE_ID.eq(workspace.value()),
        POSTS.STATUS.eq("posted"),
        POSTS.POSTED_AT.ge(start),
        POSTS.POSTED_AT.lt(end),
        POSTS.POSTED_AT.gt(after));
  }

  private static Condition shows(Question about) {
    return about
        .media()
        .map(ReportQueries::shows)
        .orElse(noCondition())
        .and(about.product().map(ReportQueries::shows).orElse(noCondition()));
  }

  private static Condition shows(ProductId product) {
    return exists(
        selectOne()
            .from(POST_MEDIA)
            .join(LINKS)
            .on(LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
            .and(LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
            .and(TouchQueries.inForce())
            .where(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
            .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
            .and(LINKS.PRODUCT_ID.eq(product.value())));
  }

  private static Condition shows(MediaId media) {
    return exists(
        selectOne()
            .from(POST_MEDIA)
            .where(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
            .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
            .and(POST_MEDIA.MEDIA_ITEM_ID.eq(media.value())));
  }

  /// How many posts were published on each day of the zone that has any.
  ///
  /// @param about only posts that show its media item and its product; all if it names none
  Map<LocalDate, Integer> postsByDay(Instant start, Instant end, ZoneId zone, Question about) {
    Field<LocalDate> day =
        field("({0} at time zone {1})::date", LocalDate.class, POSTS.POSTED_AT, val(zone.getId()));
    return db.select(day, count())
        .from(POSTS)
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.STATUS.eq("posted"))
        .and(POSTS.POSTED_AT.ge(start))
        .and(POSTS.POSTED_AT.lt(end))
        .and(shows(about))
        .groupBy(inline(1))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /// When the newest order was made; empty if there is none.
  Optional<Instant> newestOrder() {
    return db.select(max(ORDERS.ORDERED_AT))
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .fetchOptional(max(ORDERS.ORDERED_AT));
  }

  /// When the first and the last post were published; empty if there is none.
  Optional<Published> posts() {
    return db.select(min(POSTS.POSTED_AT), max(POSTS.POSTED_AT))
        .from(POSTS)
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.STATUS.eq("posted"))
        .fetchOptional()
        .filter(row -> row.value1() != null)
        .map(mapping(Published::new));
  }

  /// The products of which somebody said that the media item shows them.
  Collection<Long> productsOf(MediaId media) {
    return db.selectDistinct(LINKS.PRODUCT_ID)
        .from(LINKS)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.MEDIA_ITEM_ID.eq(media.value()))
        .and(LINKS.IS_CONFIRMED)
        .orderBy(LINKS.PRODUCT_ID)
        .fetch(LINKS.PRODUCT_ID);
  }

  /// When posts that show one of these media were published, each once, the first one first.
  List<Instant> posted(Collection<MediaId> media) {
    return db.select(POSTS.POSTED_AT)
        .from(POSTS)
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.STATUS.eq("posted"))
        .and(showsAny(media))
        .orderBy(POSTS.POSTED_AT, POSTS.ID)
        .fetch(POSTS.POSTED_AT);
  }

  /// The products that these media show, by a link in force at one of their posts.
  List<Long> productsShown(Collection<MediaId> media) {
    return db.selectDistinct(LINKS.PRODUCT_ID)
        .from(POSTS)
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
        .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
        .join(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(LINKS.MEDIA_ITEM_ID.eq(POST_MEDIA.MEDIA_ITEM_ID))
        .and(TouchQueries.inForce())
        .where(POSTS.WORKSPACE_ID.eq(workspace.value()))
        .and(POSTS.STATUS.eq("posted"))
        .and(POST_MEDIA.MEDIA_ITEM_ID.in(numbers(media)))
        .orderBy(LINKS.PRODUCT_ID)
        .fetch(LINKS.PRODUCT_ID);
  }

  private static Condition showsAny(Collection<MediaId> media) {
    return exists(
        selectOne()
            .from(POST_MEDIA)
            .where(POST_MEDIA.WORKSPACE_ID.eq(POSTS.WORKSPACE_ID))
            .and(POST_MEDIA.POST_ID.eq(POSTS.ID))
            .and(POST_MEDIA.MEDIA_ITEM_ID.in(numbers(media))));
  }

  private static List<Long> numbers(Collection<MediaId> media) {
    return media.stream().map(MediaId::value).toList();
  }

  /// A media item that was posted.
  record Shown(MediaId media, int posts, int products) {}

  record Published(Instant first, Instant last) {}
}
