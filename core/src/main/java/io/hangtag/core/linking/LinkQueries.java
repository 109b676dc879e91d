package io.hangtag.core.linking;

import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.USERS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.schema.tables.MediaProductLinks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

final class LinkQueries {
  private static final MediaProductLinks LINKS = MEDIA_PRODUCT_LINKS;

  private final DSLContext db;

  LinkQueries(DSLContext db) {
    this.db = db;
  }

  Optional<StoredLink> find(WorkspaceId workspace, LinkId link) {
    return links(workspace, LINKS.ID.eq(link.value())).stream().findAny();
  }

  Optional<StoredLink> findActive(WorkspaceId workspace, MediaId media, ProductId product) {
    return links(
            workspace,
            ofMedia(workspace, List.of(media))
                .and(LINKS.PRODUCT_ID.eq(product.value()))
                .and(LINKS.UNLINKED_AT.isNull()))
        .stream()
        .findAny();
  }

  List<StoredLink> activeOf(WorkspaceId workspace, Collection<MediaId> media) {
    return links(workspace, ofMedia(workspace, media).and(LINKS.UNLINKED_AT.isNull()));
  }

  List<StoredLink> inBatch(WorkspaceId workspace, BatchId batch) {
    return links(
        workspace,
        LINKS.ID.in(
            select(LINK_EVENTS.LINK_ID)
                .from(LINK_EVENTS)
                .where(LINK_EVENTS.WORKSPACE_ID.eq(workspace.value()))
                .and(LINK_EVENTS.BATCH.eq(batch.value()))));
  }

  List<StoredLink> allOf(WorkspaceId workspace, MediaId media) {
    return links(workspace, ofMedia(workspace, List.of(media)));
  }

  List<StoredLink> allTo(WorkspaceId workspace, ProductId product) {
    return links(workspace, LINKS.PRODUCT_ID.eq(product.value()));
  }

  List<StoredLink> activeTo(WorkspaceId workspace, ProductId product, Optional<LinkType> type) {
    return links(
        workspace,
        LINKS
            .PRODUCT_ID
            .eq(product.value())
            .and(LINKS.UNLINKED_AT.isNull())
            .and(type.map(wanted -> LINKS.LINK_TYPE.eq(wanted.code())).orElse(noCondition())));
  }

  /// Links as stored, oldest first; their products are the catalogue's to tell.
  private List<StoredLink> links(WorkspaceId workspace, Condition which) {
    SelectField<LinkDetails> details =
        row(LINKS.NOTES, LINKS.AD_CAMPAIGN_ID, LINKS.UTM_TAGS, LINKS.CUSTOM_METADATA)
            .mapping(LinkJson::details);
    return db.select(
            LINKS.ID.convertFrom(LinkId::new),
            LINKS.MEDIA_ITEM_ID.convertFrom(MediaId::new),
            LINKS.PRODUCT_ID.convertFrom(ProductId::new),
            LINKS.LINK_TYPE.convertFrom(LinkType::of),
            LINKS.CONFIDENCE_SCORE,
            LINKS.SUGGESTION_REASON,
            LINKS.LINKED_AT,
            USERS.NAME,
            LINKS.UNLINKED_AT,
            LINKS.UNLINK_REASON.convert(
                Converter.fromNullable(String.class, UnlinkReason.class, UnlinkReason::of)),
            details,
            LINKS.POSTS_USING_LINK,
            LINKS.ATTRIBUTED_ORDERS,
            LINKS.ATTRIBUTED_REVENUE_MINOR,
            WORKSPACES.CURRENCY.convertFrom(Currency::getInstance))
        .from(LINKS)
        .join(WORKSPACES)
        .on(WORKSPACES.ID.eq(LINKS.WORKSPACE_ID))
        .leftJoin(USERS)
        .on(USERS.ID.eq(LINKS.LINKED_BY_USER_ID))
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(which)
        .orderBy(LINKS.ID)
        .fetch(mapping(StoredLink::new));
  }

  /// Those of these media, and those that the others turned out to be.
  private static Condition ofMedia(WorkspaceId workspace, Collection<MediaId> media) {
    return LINKS.MEDIA_ITEM_ID.in(
        select(coalesce(MEDIA_ITEMS.MERGED_INTO, MEDIA_ITEMS.ID))
            .from(MEDIA_ITEMS)
            .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
            .and(MEDIA_ITEMS.ID.eq(any(values(media)))));
  }

  /// These media, each that turned out to be another one replaced by that.
  Set<MediaId> meant(WorkspaceId workspace, Collection<MediaId> media) {
    Map<Long, Long> merged =
        db.select(MEDIA_ITEMS.ID, MEDIA_ITEMS.MERGED_INTO)
            .from(MEDIA_ITEMS)
            .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
            .and(MEDIA_ITEMS.ID.eq(any(values(media))))
            .and(MEDIA_ITEMS.MERGED_INTO.isNotNull())
            .fetchMap(MEDIA_ITEMS.ID, MEDIA_ITEMS.MERGED_INTO);
    return media.stream()
        .map(item -> new MediaId(merged.getOrDefault(item.value(), item.value())))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// This item, or the one that it turned out to be.
  MediaId meant(WorkspaceId workspace, MediaId media) {
    return meant(workspace, List.of(media)).iterator().next();
  }

  /// Which of these media the team has.
  List<MediaId> existing(WorkspaceId workspace, Collection<MediaId> media) {
    return db.select(MEDIA_ITEMS.ID.convertFrom(MediaId::new))
        .from(MEDIA_ITEMS)
        .where(MEDIA_ITEMS.WORKSPACE_ID.eq(workspace.value()))
        .and(MEDIA_ITEMS.ID.eq(any(values(media))))
        .and(MEDIA_ITEMS.IS_ACTIVE)
        .and(MEDIA_ITEMS.MERGED_INTO.isNull())
        .orderBy(MEDIA_ITEMS.ID)
        .fetch(mapping(id -> id));
  }

  /// How many of these media are linked to the product with this type, and with another one.
  ActiveCount countActive(
      WorkspaceId workspace, Collection<MediaId> media, ProductId product, LinkType type) {
    return db.select(
            count().filterWhere(LINKS.LINK_TYPE.eq(type.code())),
            count().filterWhere(LINKS.LINK_TYPE.ne(type.code())))
        .from(LINKS)
        .where(LINKS.WORKSPACE_ID.eq(workspace.value()))
        .and(LINKS.MEDIA_ITEM_ID.eq(any(values(media))))
        .and(LINKS.PRODUCT_ID.eq(product.value()))
        .and(LINKS.UNLINKED_AT.isNull())
        .fetchSingle(mapping(ActiveCount::new));
  }

  private static Long[] values(Collection<MediaId> media) {
    return media.stream().map(MediaId::value).toArray(Long[]::new);
  }

  /// How many media are linked to a product.
  record ActiveCount(int sameType, int otherType) {}

  /// A link whose product is only a number yet.
  record StoredLink(
      LinkId id,
      MediaId media,
      ProductId product,
      LinkType type,
      @Nullable BigDecimal confidence,
      @Nullable String reason,
      Instant linkedAt,
      @Nullable String linkedBy,
      @Nullable Instant unlinkedAt,
      @Nullable UnlinkReason unlinkReason,
      LinkDetails details,
      int posts,
      int attributedOrders,
      long attributedRevenueMinor,
      Currency currency) {

    /// The link to its product.
    Link showing(Product shown) {
      return new Link(
          id,
          media,
          shown,
          type,
          confidence,
          reason,
          linkedAt,
          linkedBy,
          unlinkedAt,
          unlinkReason,
          details,
          posts,
          attributedOrders,
          new Money(attributedRevenueMinor, currency));
    }
  }
}
