package io.hangtag.core.linking;

import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.AlbumId;
import org.jspecify.annotations.Nullable;

/// What is to be linked to media.
///
/// @param album said of this whole album, so that its later pictures get the link too; null: of the
///     given pictures only
/// @param source how it came about
public record LinkRequest(
    ProductId product,
    LinkType type,
    LinkDetails details,
    @Nullable AlbumId album,
    LinkSource source) {
  public LinkRequest {
    checkGiven(type);
  }

  static void checkGiven(LinkType type) {
    if (type == LinkType.SUGGESTED) {
      throw new IllegalArgumentException("type must be one that people give, not suggested");
    }
  }

  /// The same, to another product.
  LinkRequest to(ProductId other) {
    return new LinkRequest(other, type, details, album, source);
  }

  /// A plain link made by hand.
  public static LinkRequest of(ProductId product, LinkType type) {
    return new LinkRequest(product, type, LinkDetails.NONE, null, LinkSource.MANUAL);
  }
}
