package io.hangtag.core.insight;

import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A product's or a media item's place in a ranking.
///
/// @param rank from 1; the same for the same value, after which places stay free
/// @param id Hangtag's number
/// @param value of the metric, money in minor units and not rounded
public record Standing(int rank, long id, String title, BigDecimal value, Figures figures) {

  /// What it did, in the team's currency and by posts that had their whole window.
  ///
  /// @param posts that show it
  /// @param attributedOrders distinct ones
  /// @param totalOrders with or without posts; null of media that are not ranked by totals
  /// @param totalRevenue likewise
  /// @param reach added up over its posts
  /// @param engagement likes, comments, shares and saves
  /// @param score 0 to 100; null: no post shows a product, or posts earned nothing at all
  public record Figures(
      int posts,
      long attributedOrders,
      Money attributedRevenue,
      @Nullable Long totalOrders,
      @Nullable Money totalRevenue,
      long reach,
      long engagement,
      @Nullable BigDecimal score) {}
}
