package io.hangtag.core.sales;

import org.jspecify.annotations.Nullable;

/// The tags by which a link into the shop says where it stands; null: not said.
public record Utm(
    @Nullable String source,
    @Nullable String medium,
    @Nullable String campaign,
    @Nullable String content,
    @Nullable String term) {
  public static final Utm NONE = new Utm(null, null, null, null, null);

  /// These tags, and the other's where these say nothing.
  public Utm or(Utm other) {
    return new Utm(
        said(source, other.source),
        said(medium, other.medium),
        said(campaign, other.campaign),
        said(content, other.content),
        said(term, other.term));
  }

  private static @Nullable String said(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
