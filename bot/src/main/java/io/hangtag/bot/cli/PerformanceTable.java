package io.hangtag.bot.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.hangtag.core.Core;
import io.hangtag.core.catalog.Product;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ProductPeriod;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What products did in each period, told.
final class PerformanceTable {
  private static final int DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 1;

  private final Core core;
  private final Workspace workspace;

  PerformanceTable(Core core, Workspace workspace) {
    this.core = core;
    this.workspace = workspace;
  }

  Answer answer(List<ProductPeriod> periods) {
    List<Row> rows = rows(periods);
    return new Answer(new Rows(rows), text(periods, rows));
  }

  private static String text(List<ProductPeriod> periods, List<Row> rows) {
    if (rows.isEmpty()) {
      return "Nothing is calculated yet; 'hangtag performance calculate' does.";
    }
    Table table =
        new Table(
            "PRODUCT",
            "FROM",
            "TO",
            "POSTS",
            "REACH",
            "ENGAGEMENT",
            "ORDERS",
            "REVENUE",
            "BY POSTS",
            "SHARE",
            "REVENUE BY POSTS",
            "PER POST");
    for (int i = 0; i < rows.size(); i++) {
      ProductPeriod period = periods.get(i);
      table.row(
          rows.get(i).productTitle(),
          period.days().from(),
          period.days().to(),
          period.posts().withProduct(),
          period.posts().reach(),
          period.posts().engagement(),
          period.sales().orders(),
          period.sales().revenue(),
          period.attributed().orders(),
          percent(period.attributed().rate()),
          period.attributed().revenue(),
          period.attributed().revenuePerPost());
    }
    return table.toString();
  }

  private static @Nullable String percent(@Nullable BigDecimal ratio) {
    return ratio == null
        ? null
        : ratio.movePointRight(2).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP) + " %";
  }

  /// A file with all columns.
  ///
  /// @throws RefusedException if it cannot be written
  Answer written(List<ProductPeriod> periods, Path file) {
    List<Row> rows = rows(periods);
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "id",
          "product_source",
          "product_id",
          "product_title",
          "period_type",
          "period_start",
          "period_end",
          "currency",
          "total_posts",
          "posts_with_product",
          "total_impressions",
          "total_reach",
          "total_engagement",
          "total_orders",
          "total_revenue",
          "average_order_value",
          "attributed_orders",
          "attributed_revenue",
          "attribution_rate",
          "revenue_per_post",
          "engagement_to_sale_rate",
          "calculated_at");
      rows.forEach(row -> csv.writeRecord(row.cells()));
    } catch (IOException e) {
      throw new RefusedException(
          "unwritable_file", "%s cannot be written: %s".formatted(file, e.getMessage()));
    }
    return new Answer(
        new Written(file.toString(), rows.size()),
        "%,d rows written to %s".formatted(rows.size(), file));
  }

  /// With the names of the products.
  List<Row> rows(List<ProductPeriod> periods) {
    List<ProductId> ids = periods.stream().map(ProductPeriod::product).distinct().toList();
    Map<ProductId, Product> products = core.products().byId(workspace.id(), ids);
    return periods.stream()
        .map(period -> row(period, Objects.requireNonNull(products.get(period.product()))))
        .toList();
  }

  private Row row(ProductPeriod period, Product product) {
    ProductPeriod.Posts posts = period.posts();
    ProductPeriod.Sales sales = period.sales();
    ProductPeriod.Attributed attributed = period.attributed();
    return new Row(
        product.id().value(),
        product.source().code(),
        product.externalId(),
        product.title(),
        period.type().code(),
        period.days().from().toString(),
        period.days().to().toString(),
        sales.revenue().currency().getCurrencyCode(),
        posts.total(),
        posts.withProduct(),
        posts.impressions(),
        posts.reach(),
        posts.engagement(),
        sales.orders(),
        sales.revenue().decimal(),
        decimal(sales.average()),
        attributed.orders(),
        attributed.revenue().decimal(),
        rounded(attributed.rate()),
        decimal(attributed.revenuePerPost()),
        rounded(attributed.ordersPerEngagement()),
        Times.iso(period.calculatedAt(), workspace.timezone()));
  }

  private static @Nullable String decimal(@Nullable Money money) {
    return money == null ? null : money.decimal();
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal ratio) {
    return ratio == null ? null : ratio.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private record Rows(List<Row> performance) {}

  private record Written(String file, int rows) {}

  /// What a product did in a period, as JSON.
  ///
  /// @param id Hangtag's number of the product
  record Row(
      long id,
      String productSource,
      @Nullable String productId,
      String productTitle,
      String periodType,
      String periodStart,
      String periodEnd,
      String currency,
      int totalPosts,
      int postsWithProduct,
      long totalImpressions,
      long totalReach,
      long totalEngagement,
      int totalOrders,
      String totalRevenue,
      @Nullable String averageOrderValue,
      int attributedOrders,
      String attributedRevenue,
      @Nullable BigDecimal attributionRate,
      @Nullable String revenuePerPost,
      @Nullable BigDecimal engagementToSaleRate,
      String calculatedAt) {
    List<String> cells() {
      return Stream.<@Nullable Object>of(
              id,
              productSource,
              productId,
              productTitle,
              periodType,
              periodStart,
              periodEnd,
              currency,
              totalPosts,
              postsWithProduct,
              totalImpressions,
              totalReach,
              totalEngagement,
              totalOrders,
              totalRevenue,
              averageOrderValue,
              attributedOrders,
              attributedRevenue,
              attributionRate,
              revenuePerPost,
              engagementToSaleRate,
              calculatedAt)
          .map(cell -> Objects.toString(cell, ""))
          .collect(Collectors.toList());
    }
  }
}
