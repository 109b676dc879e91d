package io.hangtag.core.posting;

import org.jspecify.annotations.Nullable;

/// How people met a post, as far as that is known; null: not known.
public record Engagement(
    @Nullable Long impressions,
    @Nullable Long reach,
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves) {

  /// These figures, and the other's where these say nothing.
  public Engagement or(Engagement other) {
    return new Engagement(
        known(impressions, other.impressions),
        known(reach, other.reach),
        known(views, other.views),
        known(likes, other.likes),
        known(comments, other.comments),
        known(shares, other.shares),
        known(saves, other.saves));
  }

  private static @Nullable Long known(@Nullable Long first, @Nullable Long second) {
    return first == null ? second : first;
  }
}
