package io.hangtag.bot.cli;

import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.Ranking;
import io.hangtag.core.insight.Standing;
import io.hangtag.core.insight.Standing.Figures;
import io.hangtag.core.money.Money;
import io.hangtag.core.team.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ranking, told.
///
/// @param basis what the days are those of
record RankingAnswer(Metric metric, Workspace workspace, String basis) {
  private static final int DECIMALS = 6;

  Answer of(Ranking ranking) {
    return new Answer(
        new Document(
            metric.code(),
            ranking.days().from().toString(),
            ranking.days().to().toString(),
            ranking.currency().getCurrencyCode(),
            ranking.top().stream().map(standing -> document(standing, ranking)).toList(),
            ranking.maturing(),
            ranking.newestOrder().map(at -> Times.iso(at, workspace.timezone())).orElse(null)),
        text(ranking));
  }

  private String text(Ranking ranking) {
    String known =
        ranking
            .newestOrder()
            .map(at -> "orders known up to " + Times.brief(at, workspace.timezone()))
            .orElse("no orders known: 'hangtag import shopify-orders FILE' brings them in");
    String maturing =
        ranking.maturing() == 0
            ? ""
            : "\nPosts left out because their window is not over: %,d."
                .formatted(ranking.maturing());
    return "By %s, %s %s to %s, in %s; %s.%s\n\n%s"
        .formatted(
            metric.code().replace('_', ' '),
            basis,
            ranking.days().from(),
            ranking.days().to(),
            ranking.currency().getCurrencyCode(),
            known,
            maturing,
            table(ranking));
  }

  private String table(Ranking ranking) {
    if (ranking.top().isEmpty()) {
      return "Nothing to rank.";
    }
    Table table =
        new Table(
            "RANK",
            "ID",
            "TITLE",
            "VALUE",
            "POSTS",
            "ORDERS BY POSTS",
            "REVENUE BY POSTS",
            "REACH");
    for (Standing standing : ranking.top()) {
      Figures figures = standing.figures();
      table.row(
          standing.rank(),
          standing.id(),
          standing.title(),
          value(standing, ranking),
          figures.posts(),
          figures.attributedOrders(),
          figures.attributedRevenue(),
          figures.reach());
    }
    return table.toString();
  }

  private StandingDocument document(Standing standing, Ranking ranking) {
    Figures figures = standing.figures();
    Money total = figures.totalRevenue();
    return new StandingDocument(
        standing.rank(),
        standing.id(),
        standing.title(),
        value(standing, ranking),
        figures.posts(),
        figures.attributedOrders(),
        figures.attributedRevenue().decimal(),
        figures.totalOrders(),
        total == null ? null : total.decimal(),
        figures.reach(),
        figures.engagement(),
        figures.score() == null ? null : rounded(figures.score(), 1));
  }

  /// Money as it is always written, all else as a number.
  private Object value(Standing standing, Ranking ranking) {
    BigDecimal value = standing.value();
    return switch (metric) {
      case ATTRIBUTED_REVENUE, REVENUE_PER_POST, TOTAL_REVENUE ->
          new Money(rounded(value, 0).longValueExact(), ranking.currency()).decimal();
      case ATTRIBUTED_ORDERS, REACH -> value.longValueExact();
      case ATTRIBUTION_RATE, ENGAGEMENT_TO_SALE_RATE -> rounded(value, DECIMALS);
      case SCORE -> rounded(value, 1);
    };
  }

  private static BigDecimal rounded(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  /// @param newestOrder up to when orders are known; null: there are none
  private record Document(
      String metric,
      String from,
      String to,
      String currency,
      List<StandingDocument> top,
      int maturing,
      @Nullable String newestOrder) {}

  /// @param totalOrders null of media that are not ranked by totals
  private record StandingDocument(
      int rank,
      long id,
      String title,
      Object value,
      int posts,
      long attributedOrders,
      String attributedRevenue,
      @Nullable Long totalOrders,
      @Nullable String totalRevenue,
      long reach,
      long engagement,
      @Nullable BigDecimal score) {}
}
