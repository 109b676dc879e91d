package io.hangtag.core.insight;

import io.hangtag.core.insight.Standing.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By what products and media are ranked.
public enum Metric {
  /// What posts earned.
  ATTRIBUTED_REVENUE,
  /// Distinct orders of which a post earned something.
  ATTRIBUTED_ORDERS,
  /// Attributed revenue by post.
  REVENUE_PER_POST,
  /// Attributed orders of all orders.
  ATTRIBUTION_RATE,
  /// Attributed orders by like, comment, share and save.
  ENGAGEMENT_TO_SALE_RATE,
  /// What was sold, with or without posts.
  TOTAL_REVENUE,
  /// Reach added up over posts.
  REACH,
  /// How much a post earns, as far as that is more than luck: 0 to 100, and 50 is the average.
  SCORE;

  /// As the command line and JSON write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean needsTotals() {
    return this == ATTRIBUTION_RATE || this == TOTAL_REVENUE;
  }

  /// Money in minor units; empty: there is nothing below the line.
  Optional<BigDecimal> value(Figures of) {
    return switch (this) {
      case ATTRIBUTED_REVENUE -> Optional.of(BigDecimal.valueOf(of.attributedRevenue().minor()));
      case ATTRIBUTED_ORDERS -> Optional.of(BigDecimal.valueOf(of.attributedOrders()));
      case REVENUE_PER_POST -> ratio(of.attributedRevenue().minor(), (long) of.posts());
      case ATTRIBUTION_RATE -> ratio(of.attributedOrders(), of.totalOrders());
      case ENGAGEMENT_TO_SALE_RATE -> ratio(of.attributedOrders(), of.engagement());
      case TOTAL_REVENUE ->
          Optional.ofNullable(of.totalRevenue()).map(money -> BigDecimal.valueOf(money.minor()));
      case REACH -> Optional.of(BigDecimal.valueOf(of.reach()));
      case SCORE -> Optional.ofNullable(of.score());
    };
  }

  private static Optional<BigDecimal> ratio(long above, @Nullable Long below) {
    return below == null || below == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), MathContext.DECIMAL64));
  }
}
