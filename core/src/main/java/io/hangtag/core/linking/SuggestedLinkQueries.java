package io.hangtag.core.linking;

import static io.hangtag.core.linking.LinkEventQueries.STATE;
import static io.hangtag.core.linking.LinkEventQueries.userOf;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.NUMERIC;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.linking.Change.Action;
import io.hangtag.core.linking.LinkEventQueries.Event;
import io.hangtag.core.linking.SuggestedLinks.Pairing;
import io.hangtag.core.linking.SuggestedLinks.Standing;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Links that are only suggested.
final class SuggestedLinkQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;
  private static final Condition OPEN =
      LINKS.UNLINKED_AT.isNull().and(LINKS.LINK_TYPE.eq(LinkType.SUGGESTED.code()));

  // Not decided: withdrawn by Hangtag itself, or standing aside for another row of the pair.
  private static final List<String> UNDECIDED =
      List.of(UnlinkReason.WITHDRAWN.code(), UnlinkReason.MERGED.code());

  private static final Field<Long> MEDIA = field(name("proposed", "media"), BIGINT);
  private static final Field<Long> PRODUCT = field(name("proposed", "product"), BIGINT);
  private static final Field<BigDecimal> CONFIDENCE =
      field(name("proposed", "confidence"), NUMERIC);
  private static final Field<String> REASON = field(name("proposed", "reason"), CLOB);
  private static final Field<String> WORDS = field(name("proposed", "words"), CLOB);
  private static final Field<JSONB> SCORES =
      field(name("proposed", "scores"), CLOB).cast(JSONB.class);

  private final DSLContext db;

  SuggestedLinkQueries(DSLContext db) {
    this.db = db;
  }

  /// Suggests pairs that are neither decided nor suggested.
  int insert(Change change, List<Proposal> proposals) {
    long workspace = change.actor().workspace().value();
    MediaProductLinks known = LINKS.as("known");
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
                        LINKS.IS_CONFIRMED,
                        LINKS.CONFIDENCE_SCORE,
                        LINKS.SUGGESTION_REASON,
                        LINKS.SUGGESTION_WORDS,
                        LINKS.SUGGESTION_SCORES,
                        LINKS.LINKED_AT)
                    .select(
                        select(
                                val(workspace),
                                MEDIA,
                                PRODUCT,
                                inline(LinkType.SUGGESTED.code()),
                                inline(false),
                                CONFIDENCE,
                                REASON,
                                WORDS,
                                SCORES,
                                val(change.at()))
                            .from(proposed(proposals))
                            .where(
                                notExists(
                                    selectOne()
                                        .from(known)
                                        .where(known.WORKSPACE_ID.eq(workspace))
                                        .and(known.MEDIA_ITEM_ID.eq(MEDIA))
                                        .and(known.PRODUCT_ID.eq(PRODUCT))
                                        .and(
                                            known
                                                .UNLINKED_AT
                                                .isNull()
                                                .or(known.UNLINK_REASON.notIn(UNDECIDED))))))
                    .onConflictDoNothing()
                    .returningResult(LINKS.ID, STATE));
    return LinkEventQueries.write(
        db.with(changed),
        new Event(change, inline(Action.LINKED.code())),
        changed,
        inline((JSONB) null, JSONB.class));
  }

  /// Lets open suggestions say what is proposed; how many said something else.
  int update(WorkspaceId workspace, List<Proposal> proposals) {
    return db.update(LINKS)
        .set(LINKS.CONFIDENCE_SCORE, CONFIDENCE)
        .set(LINKS.SUGGESTION_REASON, REASON)
        .set(LINKS.SUGGESTION_WORDS, WORDS)
        .set(LINKS.SUGGESTION_SCORES, SCORES)
        .from(proposed(proposals))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.MEDIA_ITEM_ID.eq(MEDIA))
        .and(LINKS.PRODUCT_ID.eq(PRODUCT))
        .and(OPEN)
        .and(
            row(
                    LINKS.CONFIDENCE_SCORE,
                    LINKS.SUGGESTION_REASON,
                    LINKS.SUGGESTION_WORDS,
                    LINKS.SUGGESTION_SCORES)
                .isDistinctFrom(row(CONFIDENCE, REASON, WORDS, SCORES)))
        .execute();
  }

  /// Withdraws the open suggestions of these media that are not proposed.
  int withdrawOthers(Change change, Collection<MediaId> media, List<Proposal> proposals) {
    Condition others =
        LINKS
            .MEDIA_ITEM_ID
            .eq(any(media.stream().map(MediaId::value).toArray(Long[]::new)))
            .and(OPEN)
            .andNotExists(
                selectOne()
                    .from(proposed(proposals))
                    .where(MEDIA.eq(LINKS.MEDIA_ITEM_ID))
                    .and(PRODUCT.eq(LINKS.PRODUCT_ID)));
    return new LinkChangeQueries(db)
        .update(change, Action.UNLINKED, others, removed(change, UnlinkReason.WITHDRAWN));
  }

  /// Refuses a link if it is only suggested.
  int reject(Change change, LinkId link) {
    return new LinkChangeQueries(db)
        .update(
            change,
            Action.UNLINKED,
            LINKS.ID.eq(link.value()).and(OPEN),
            removed(change, UnlinkReason.REJECTED));
  }

  private static Map<Field<?>, Object> removed(Change change, UnlinkReason reason) {
    return Map.of(
        LINKS.UNLINKED_AT,
        change.at(),
        LINKS.UNLINKED_BY_USER_ID,
        userOf(change),
        LINKS.UNLINK_REASON,
        reason.code());
  }

  List<Standing> openOf(WorkspaceId workspace, MediaId media) {
    SelectField<Proposal> proposal =
        row(
                LINKS.PRODUCT_ID,
                LINKS.CONFIDENCE_SCORE,
                LINKS.SUGGESTION_REASON,
                LINKS.SUGGESTION_WORDS,
                LINKS.SUGGESTION_SCORES)
            .mapping(
                (product, confidence, reason, words, scores) ->
                    proposal(media, product, confidence, new Why(reason, words, scores)));
    return db.select(LINKS.ID.convertFrom(LinkId::new), proposal)
        .from(LINKS)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.MEDIA_ITEM_ID.eq(media.value()))
        .and(OPEN)
        .orderBy(LINKS.CONFIDENCE_SCORE.desc().nullsLast(), LINKS.ID)
        .fetch(mapping(Standing::new));
  }

  private static Proposal proposal(
      MediaId media, Long product, @Nullable BigDecimal confidence, Why why) {
    String reason = Objects.requireNonNullElse(why.reason(), "");
    return new Proposal(
        media,
        new ProductId(product),
        Objects.requireNonNullElse(confidence, BigDecimal.ZERO),
        reason,
        Objects.requireNonNullElse(why.words(), reason),
        LinkJson.scores(why.scores()),
        false);
  }

  Map<ProductId, Pairing> pairingsOf(WorkspaceId workspace, MediaId media) {
    return pairings(
        LINKS.PRODUCT_ID.convertFrom(ProductId::new),
        LINKS.WORKSPACE_ID.eq(workspace.value()).and(LINKS.MEDIA_ITEM_ID.eq(media.value())));
  }

  Map<MediaId, Pairing> pairingsOf(WorkspaceId workspace, ProductId product) {
    return pairings(
        LINKS.MEDIA_ITEM_ID.convertFrom(MediaId::new),
        LINKS.WORKSPACE_ID.eq(workspace.value()).and(LINKS.PRODUCT_ID.eq(product.value())));
  }

  private <T> Map<T, Pairing> pairings(Field<T> other, Condition which) {
    Field<Pairing> pairing =
        max(LINKS.ID)
            .filterWhere(OPEN)
            .convertFrom(
                id -> id == null ? new Pairing.Decided() : new Pairing.Open(new LinkId(id)));
    Field<Boolean> decided = boolOr(OPEN.not());
    return db.select(other, pairing, decided)
        .from(LINKS)
        .where(which)
        .and(LINKS.UNLINKED_AT.isNull().or(LINKS.UNLINK_REASON.notIn(UNDECIDED)))
        .groupBy(other)
        .fetchMap(
            found -> found.value1(),
            found -> found.value3() ? new Pairing.Decided() : found.value2());
  }

  private static Table<?> proposed(List<Proposal> proposals) {
    return table(
        "unnest({0}, {1}, {2}, {3}, {4}, {5}) as proposed (media, product, confidence, reason, words, scores)",
        val(proposals.stream().map(it -> it.media().value()).toArray(Long[]::new)),
        val(proposals.stream().map(it -> it.product().value()).toArray(Long[]::new)),
        val(proposals.stream().map(Proposal::confidence).toArray(BigDecimal[]::new)),
        val(proposals.stream().map(Proposal::reason).toArray(String[]::new)),
        val(proposals.stream().map(Proposal::words).toArray(String[]::new)),
        val(proposals.stream().map(it -> LinkJson.scores(it.scores())).toArray(String[]::new)));
  }

  private record Why(@Nullable String reason, @Nullable String words, @Nullable JSONB scores) {}
}
