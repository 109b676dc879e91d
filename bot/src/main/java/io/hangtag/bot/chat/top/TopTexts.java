package io.hangtag.bot.chat.top;

import io.hangtag.bot.chat.ButtonData.Top;
import io.hangtag.bot.chat.ButtonData.Top.Board;
import io.hangtag.bot.chat.Html;
import io.hangtag.bot.chat.SalesTexts;
import io.hangtag.bot.chat.top.TopHandler.Why;
import io.hangtag.core.attribution.Settings;
import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.Ranking;
import io.hangtag.core.insight.RankingPeriod;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/// What the bot says about one ranking. A list of ten fits the caption of a picture.
///
/// @param shown what is ranked
record TopTexts(Top shown, Settings settings, Ranking ranking) {
  static String unknown(String words) {
    return """
        I do not know “%s”. I know these metrics: revenue, orders, per post, rate, engagement, total, reach, score.
        These days: 7d, 30d, 90d, this month, last month. And products or media: <code>/top products per post 90d</code>."""
        .formatted(Html.text(words, 40));
  }

  /// Above the chart, in plain words.
  String title() {
    return "Top %s by %s".formatted(word(shown.board()), word(shown.metric()));
  }

  /// @param lines of those that are ranked
  /// @param nothing why there are none
  String list(List<String> lines, String nothing) {
    String maturing =
        ranking.maturing() == 0
            ? ""
            : " Left out: %s that may still sell."
                .formatted(SalesTexts.counted(ranking.maturing(), "post"));
    String others =
        ranking.others().isEmpty()
            ? ""
            : " Orders in %s are not in it.".formatted(SalesTexts.codes(ranking.others()));
    return "<b>%s</b>\n%s %s\n%s\n<i>%s%s%s%s</i>"
        .formatted(
            title(),
            shown.board() == Board.MEDIA ? "Posts of" : "Orders of",
            SalesTexts.days(ranking.days()),
            lines.isEmpty() ? nothing : String.join("\n", lines),
            shown.metric() == Metric.SCORE ? "50 is the average; few posts say little. " : "",
            SalesTexts.rules(settings, ranking.newestOrder()),
            maturing,
            others);
  }

  static String line(int rank, String name, String value) {
    return "%d. %s: <b>%s</b>".formatted(rank, Html.text(name, 60), value);
  }

  static String nothing(Why why) {
    return switch (why) {
      case Why.NoOrders() -> "Nothing to rank yet: no orders are imported.";
      case Why.AllNought(int maturing) when maturing > 0 ->
          "Nothing above nought yet; %s may still sell."
              .formatted(SalesTexts.counted(maturing, "post"));
      case Why.AllNought(int _) -> "Nothing above nought in these days.";
      case Why.NothingToCompare(Metric metric) -> nothingFor(metric);
      case Why.AllYoung(int maturing) ->
          "Nothing to rank yet: %s of these days may still sell."
              .formatted(SalesTexts.counted(maturing, "post"));
      case Why.NoPosts(Board board) ->
          board == Board.MEDIA
              ? "Nothing to rank: no posts are recorded in these days (/posted)."
              : "Nothing to rank: no posts or orders are recorded in these days.";
    };
  }

  private static String nothingFor(Metric metric) {
    return switch (metric) {
      case ENGAGEMENT_TO_SALE_RATE ->
          "Nothing to rank: no likes, comments, shares or saves are known.";
      case ATTRIBUTION_RATE -> "Nothing to rank: no orders in these days.";
      case REVENUE_PER_POST -> "Nothing to rank: no posts that show products in these days.";
      case SCORE -> "Nothing to rank: no post that shows a product has sold anything.";
      case ATTRIBUTED_REVENUE, ATTRIBUTED_ORDERS, TOTAL_REVENUE, REACH ->
          "Nothing to rank in these days.";
    };
  }

  private static String word(Board board) {
    return switch (board) {
      case MEDIA -> "media";
      case PRODUCTS -> "products";
    };
  }

  private static String word(Metric metric) {
    return switch (metric) {
      case ATTRIBUTED_REVENUE -> "revenue from posts";
      case ATTRIBUTED_ORDERS -> "orders from posts";
      case REVENUE_PER_POST -> "revenue per post";
      case ATTRIBUTION_RATE -> "share of orders from posts";
      case ENGAGEMENT_TO_SALE_RATE -> "orders per engagement";
      case TOTAL_REVENUE -> "total revenue";
      case REACH -> "reach";
      case SCORE -> "score";
    };
  }

  /// A value as people read it.
  ///
  /// @param value money in minor units
  static String value(Metric metric, BigDecimal value, Currency currency) {
    return switch (metric) {
      case ATTRIBUTED_REVENUE, REVENUE_PER_POST, TOTAL_REVENUE ->
          new Money(value.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency).toString();
      case ATTRIBUTED_ORDERS -> SalesTexts.counted(value.longValueExact(), "order");
      case REACH -> String.format(Locale.ROOT, "%,d", value.longValueExact());
      case ATTRIBUTION_RATE, ENGAGEMENT_TO_SALE_RATE ->
          value.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
      case SCORE -> value.setScale(0, RoundingMode.HALF_UP).toPlainString();
    };
  }

  static String chosen(String label, boolean isChosen) {
    return isChosen ? "• " + label : label;
  }

  static String button(Board board) {
    return switch (board) {
      case MEDIA -> "Media";
      case PRODUCTS -> "Products";
    };
  }

  static String button(RankingPeriod period) {
    return switch (period) {
      case LAST_7_DAYS -> "7 days";
      case LAST_30_DAYS -> "30 days";
      case LAST_90_DAYS -> "90 days";
      case THIS_MONTH -> "This month";
      case LAST_MONTH -> "Last month";
    };
  }
}
