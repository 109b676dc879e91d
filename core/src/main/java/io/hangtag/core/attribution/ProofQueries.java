package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Which links one team's orders name by their own tags, and since when links were known.
final class ProofQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final Field<String> CONTENT = jsonbGetAttributeAsText(LINKS.UTM_TAGS, "content");
  private static final Field<String> CAMPAIGN = jsonbGetAttributeAsText(LINKS.UTM_TAGS, "campaign");
  private static final Condition BY_POST = POSTS.EXTERNAL_ID.eq(ORDERS.UTM_CONTENT);
  private static final Condition BY_CONTENT =
      CONTENT
          .eq(ORDERS.UTM_CONTENT)
          .and(
              CAMPAIGN
                  .isNull()
                  .or(ORDERS.UTM_CAMPAIGN.isNull())
                  .or(CAMPAIGN.eq(ORDERS.UTM_CAMPAIGN)));
  private static final Condition BY_AD = LINKS.AD_CAMPAIGN_ID.eq(ORDERS.UTM_CAMPAIGN);
  private static final Condition BY_CAMPAIGN =
      CONTENT.isNull().and(CAMPAIGN.eq(ORDERS.UTM_CAMPAIGN));

  private final DSLContext db;
  private final WorkspaceId workspace;

  ProofQueries(DSLContext db, WorkspaceId workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// What orders from `start` until before `end` name, one link an order: a post where one of the
  /// link's media is known, else the link alone.
  ///
  /// @param strictly whether the link must have been known when was ordered
  Collection<Proof> between(Instant start, Instant end, boolean strictly) {
    Map<Long, Proof> proofs = new HashMap<>();
    ofPosts(start, end, strictly).forEach(proof -> proofs.put(proof.order(), proof));
    ofAds(start, end, strictly).forEach(proof -> proofs.putIfAbsent(proof.order(), proof));
    return proofs.values();
  }

  /// A post's: the product is one of the order's, the post the newest one before the order that
  /// the tags fit.
  private List<Proof> ofPosts(Instant start, Instant end, boolean strictly) {
    return db.select(
            ORDERS.ID,
            POSTS.POSTED_AT,
            POSTS.ID,
            POST_MEDIA.MEDIA_ITEM_ID,
            LINKS.ID,
            LINKS.AD_CAMPAIGN_ID,
            evidence(BY_POST))
        .distinctOn(ORDERS.ID)
        .from(ORDERS)
        .join(ORDER_LINES)
        .on(ORDER_LINES.WORKSPACE_ID.eq(ORDERS.WORKSPACE_ID))
        .and(ORDER_LINES.ORDER_ID.eq(ORDERS.ID))
        .join(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(ORDER_LINES.WORKSPACE_ID))
        .and(LINKS.PRODUCT_ID.eq(ORDER_LINES.PRODUCT_ID))
        .join(POST_MEDIA)
        .on(POST_MEDIA.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
        .and(POST_MEDIA.MEDIA_ITEM_ID.eq(LINKS.MEDIA_ITEM_ID))
        .join(POSTS)
        .on(POSTS.WORKSPACE_ID.eq(POST_MEDIA.WORKSPACE_ID))
        .and(POSTS.ID.eq(POST_MEDIA.POST_ID))
        .where(tagged(start, end))
        .and(POSTS.STATUS.eq("posted"))
        .and(POSTS.POSTED_AT.le(ORDERS.ORDERED_AT))
        .and(TouchQueries.inForce())
        .and(known(strictly))
        .and(BY_POST.or(BY_CONTENT).or(BY_AD).or(BY_CAMPAIGN))
        .orderBy(
            ORDERS.ID,
            field(BY_POST).desc().nullsLast(),
            field(BY_CONTENT).desc().nullsLast(),
            POSTS.POSTED_AT.desc(),
            POSTS.ID.desc(),
            POST_MEDIA.POSITION,
            LINKS.ID)
        .fetch(
            row ->
                new Proof(
                    row.value1(),
                    MICROS.between(Instant.EPOCH, row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    Evidence.valueOf(row.value7())));
  }

  /// An ad's: a link to one of the order's products that the tags fit and that is in force when was
  /// ordered, featured before others, older before newer.
  private List<Proof> ofAds(Instant start, Instant end, boolean strictly) {
    return db.select(
            ORDERS.ID,
            ORDERS.ORDERED_AT,
            LINKS.MEDIA_ITEM_ID,
            LINKS.ID,
            LINKS.AD_CAMPAIGN_ID,
            evidence(noPost()))
        .distinctOn(ORDERS.ID)
        .from(ORDERS)
        .join(ORDER_LINES)
        .on(ORDER_LINES.WORKSPACE_ID.eq(ORDERS.WORKSPACE_ID))
        .and(ORDER_LINES.ORDER_ID.eq(ORDERS.ID))
        .join(LINKS)
        .on(LINKS.WORKSPACE_ID.eq(ORDER_LINES.WORKSPACE_ID))
        .and(LINKS.PRODUCT_ID.eq(ORDER_LINES.PRODUCT_ID))
        .where(tagged(start, end))
        .and(LINKS.IS_CONFIRMED)
        .and(LINKS.UNLINKED_AT.isNull().or(LINKS.UNLINK_REASON.eq("ended")))
        .and(LINKS.EFFECTIVE_FROM.isNull().or(LINKS.EFFECTIVE_FROM.le(ORDERS.ORDERED_AT)))
        .and(LINKS.EFFECTIVE_TO.isNull().or(LINKS.EFFECTIVE_TO.gt(ORDERS.ORDERED_AT)))
        .and(known(strictly))
        .and(BY_CONTENT.or(BY_AD).or(BY_CAMPAIGN))
        .orderBy(
            ORDERS.ID,
            field(BY_CONTENT).desc().nullsLast(),
            field(LINKS.LINK_TYPE.eq("featured")).desc(),
            LINKS.ID)
        .fetch(
            row ->
                new Proof(
                    row.value1(),
                    MICROS.between(Instant.EPOCH, row.value2()),
                    Proof.AD,
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Evidence.valueOf(row.value6())));
  }

  private Condition tagged(Instant start, Instant end) {
    return ORDERS
        .WORKSPACE_ID
        .eq(workspace.value())
        .and(ORDERS.ORDERED_AT.ge(start))
        .and(ORDERS.ORDERED_AT.lt(end))
        .and(ORDERS.UTM_CONTENT.isNotNull().or(ORDERS.UTM_CAMPAIGN.isNotNull()));
  }

  private static Condition noPost() {
    return condition(inline(false));
  }

  private static Field<String> evidence(Condition byPost) {
    return when(byPost, inline(Evidence.POST.name()))
        .when(BY_CONTENT, inline(Evidence.UTM_CONTENT.name()))
        .when(BY_AD, inline(Evidence.AD_CAMPAIGN.name()))
        .otherwise(inline(Evidence.UTM_CAMPAIGN.name()));
  }

  private static Condition known(boolean strictly) {
    return strictly ? recordedAt().le(ORDERS.ORDERED_AT) : noCondition();
  }

  /// When somebody made the link or, of a suggestion, confirmed it.
  static Field<Instant> recordedAt() {
    return greatest(
        LINKS.LINKED_AT,
        field(
            select(max(LINK_EVENTS.AT))
                .from(LINK_EVENTS)
                .where(LINK_EVENTS.WORKSPACE_ID.eq(LINKS.WORKSPACE_ID))
                .and(LINK_EVENTS.LINK_ID.eq(LINKS.ID))
                .and(LINKS.CONFIDENCE_SCORE.isNotNull())
                .and(jsonbGetAttributeAsText(LINK_EVENTS.BEFORE, "link_type").eq("suggested"))
                .and(jsonbGetAttributeAsText(LINK_EVENTS.AFTER, "link_type").ne("suggested"))));
  }

  /// The links that were made or confirmed later than `start`, with when that was, in microseconds.
  Map<Long, Long> recordedAfter(Instant start) {
    Field<Instant> recorded = recordedAt();
    return db
        .select(LINKS.ID, recorded)
        .from(LINKS)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.IS_CONFIRMED)
        .and(recorded.gt(start))
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.value1(), row -> MICROS.between(Instant.EPOCH, row.value2())));
  }

  /// Whether the customers of these orders had ordered before, where the shop says.
  Map<Long, Boolean> repeats(Instant start, Instant end) {
    return db.select(ORDERS.ID, ORDERS.IS_REPEAT_CUSTOMER)
        .from(ORDERS)
        .where(ORDERS.WORKSPACE_ID.eq(workspace.value()))
        .and(ORDERS.ORDERED_AT.ge(start))
        .and(ORDERS.ORDERED_AT.lt(end))
        .and(ORDERS.IS_REPEAT_CUSTOMER.isNotNull())
        .fetchMap(ORDERS.ID, ORDERS.IS_REPEAT_CUSTOMER);
  }

  /// The products of these orders.
  Set<Long> productsOf(Collection<Long> orders) {
    return Set.copyOf(
        db.selectDistinct(ORDER_LINES.PRODUCT_ID)
            .from(ORDER_LINES)
            .where(ORDER_LINES.WORKSPACE_ID.eq(workspace.value()))
            .and(ORDER_LINES.ORDER_ID.eq(any(orders.toArray(Long[]::new))))
            .and(ORDER_LINES.PRODUCT_ID.isNotNull())
            .fetch(ORDER_LINES.PRODUCT_ID));
  }
}
