package io.hangtag.bot.cli;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkDetails;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.team.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A link as JSON.
///
/// @param productId what the source calls the product; null while only its handle is known
/// @param linkedAt ISO 8601 in the team's time zone, as the other time
/// @param attributedRevenue a decimal number
record LinkDocument(
    long id,
    long mediaId,
    @Nullable String productId,
    String productSource,
    @Nullable String handle,
    String productTitle,
    @Nullable String sku,
    String type,
    boolean confirmed,
    @Nullable BigDecimal confidence,
    @Nullable String reason,
    String linkedAt,
    @Nullable String linkedBy,
    @Nullable String unlinkedAt,
    @Nullable String unlinkReason,
    @Nullable String note,
    @Nullable String campaign,
    @Nullable Map<String, String> utm,
    @JsonRawValue @Nullable String metadata,
    int posts,
    int attributedOrders,
    String attributedRevenue,
    String currency) {

  static LinkDocument of(Link link, Workspace workspace) {
    Product product = link.product();
    LinkDetails details = link.details();
    return new LinkDocument(
        link.id().value(),
        link.media().value(),
        product.externalId(),
        product.source().code(),
        product.handle(),
        product.title(),
        product.sku(),
        link.type().code(),
        link.confirmed(),
        link.confidence(),
        link.reason(),
        Times.iso(link.linkedAt(), workspace.timezone()),
        link.linkedBy(),
        link.unlinkedAt() == null ? null : Times.iso(link.unlinkedAt(), workspace.timezone()),
        code(link.unlinkReason()),
        details.note(),
        details.campaign(),
        details.utm().isEmpty() ? null : new TreeMap<>(details.utm()),
        details.metadata(),
        link.posts(),
        link.attributedOrders(),
        link.attributedRevenue().decimal(),
        link.attributedRevenue().currency().getCurrencyCode());
  }

  /// Links for people.
  static String table(List<Link> links, Workspace workspace) {
    if (links.isEmpty()) {
      return "No links.";
    }
    Table table =
        new Table("LINK", "MEDIA", "PRODUCT", "SKU", "TYPE", "LINKED", "BY", "UNLINKED", "EARNED");
    for (Link link : links) {
      table.row(
          link.id().value(),
          link.media().value(),
          link.product().title(),
          link.product().sku(),
          link.type().code(),
          Times.brief(link.linkedAt(), workspace.timezone()),
          link.linkedBy(),
          link.unlinkedAt() == null
              ? null
              : "%s (%s)"
                  .formatted(
                      Times.brief(link.unlinkedAt(), workspace.timezone()),
                      code(link.unlinkReason())),
          link.attributedRevenue());
    }
    return table.toString();
  }

  private static @Nullable String code(@Nullable UnlinkReason reason) {
    return reason == null ? null : reason.code();
  }
}
