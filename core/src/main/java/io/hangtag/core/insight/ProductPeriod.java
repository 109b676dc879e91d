package io.hangtag.core.insight;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one product did in one period, in one currency.
///
/// @param posts are the same in each currency
public record ProductPeriod(
    ProductId product,
    PeriodType type,
    DayRange days,
    Posts posts,
    Sales sales,
    Attributed attributed,
    Instant calculatedAt) {

  /// What was published in the period.
  ///
  /// @param total all of the team's posts
  /// @param withProduct those that show the product; the rest is added up over them
  /// @param reach a sum over posts: who saw two of them counts twice
  /// @param engagement likes, comments, shares and saves
  public record Posts(int total, int withProduct, long impressions, long reach, long engagement) {}

  /// What was ordered in the period.
  ///
  /// @param orders distinct ones with a line of the product that counts
  /// @param revenue net, of the product's lines
  /// @param average revenue by order, rounded; null: no orders
  public record Sales(int orders, Money revenue, @Nullable Money average) {}

  /// What posts earned of it, whenever they were published.
  ///
  /// @param rate of all orders; null: there are none
  /// @param revenuePerPost by post of the period with the product, rounded; null: there are none
  /// @param ordersPerEngagement null: there is no engagement
  public record Attributed(
      int orders,
      Money revenue,
      @Nullable BigDecimal rate,
      @Nullable Money revenuePerPost,
      @Nullable BigDecimal ordersPerEngagement) {}
}
