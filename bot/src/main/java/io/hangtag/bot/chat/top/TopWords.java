package io.hangtag.bot.chat.top;

import io.hangtag.bot.chat.ButtonData.Top.Board;
import io.hangtag.bot.chat.DayWords;
import io.hangtag.core.insight.Metric;
import io.hangtag.core.insight.RankingPeriod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The words behind `/top`: what is ranked, by what, and of which days, in any order.
sealed interface TopWords {
  /// All of them mean something.
  ///
  /// @param metric null: the usual one
  record Understood(Board board, @Nullable Metric metric, RankingPeriod period)
      implements TopWords {}

  /// These mean nothing.
  record Unknown(String words) implements TopWords {}

  /// Without words it is media and 30 days.
  static TopWords read(String words) {
    Board board = Board.MEDIA;
    Metric metric = null;
    RankingPeriod period = RankingPeriod.LAST_30_DAYS;
    List<String> left = List.of(DayWords.normal(words).split(" "));
    while (!left.isEmpty()) {
      int taken = 0;
      for (int count = Math.min(Syntax.LONGEST, left.size()); count > 0 && taken == 0; count--) {
        String phrase = String.join(" ", left.subList(0, count));
        Optional<RankingPeriod> days = DayWords.period(phrase);
        Board other = Syntax.BOARDS.get(phrase);
        Metric by = Syntax.METRICS.get(phrase);
        if (days.isPresent() || other != null || by != null || Syntax.FILLERS.contains(phrase)) {
          period = days.orElse(period);
          board = other == null ? board : other;
          metric = by == null ? metric : by;
          taken = count;
        }
      }
      if (taken == 0) {
        return new Unknown(Syntax.unknown(left));
      }
      left = left.subList(taken, left.size());
    }
    return new Understood(board, metric, period);
  }

  /// What the words may be.
  final class Syntax {
    private static final int LONGEST = 5;
    private static final List<String> FILLERS = List.of("", "by", "in", "of", "the", "for");
    private static final Map<String, Board> BOARDS =
        Map.ofEntries(
            Map.entry("media", Board.MEDIA),
            Map.entry("photo", Board.MEDIA),
            Map.entry("photos", Board.MEDIA),
            Map.entry("pictures", Board.MEDIA),
            Map.entry("videos", Board.MEDIA),
            Map.entry("posts", Board.MEDIA),
            Map.entry("product", Board.PRODUCTS),
            Map.entry("products", Board.PRODUCTS));
    private static final Map<String, Metric> METRICS =
        Map.ofEntries(
            Map.entry("revenue", Metric.ATTRIBUTED_REVENUE),
            Map.entry("sales", Metric.ATTRIBUTED_REVENUE),
            Map.entry("sold", Metric.ATTRIBUTED_REVENUE),
            Map.entry("attributed revenue", Metric.ATTRIBUTED_REVENUE),
            Map.entry("orders", Metric.ATTRIBUTED_ORDERS),
            Map.entry("attributed orders", Metric.ATTRIBUTED_ORDERS),
            Map.entry("per post", Metric.REVENUE_PER_POST),
            Map.entry("revenue per post", Metric.REVENUE_PER_POST),
            Map.entry("rate", Metric.ATTRIBUTION_RATE),
            Map.entry("share", Metric.ATTRIBUTION_RATE),
            Map.entry("attribution rate", Metric.ATTRIBUTION_RATE),
            Map.entry("engagement", Metric.ENGAGEMENT_TO_SALE_RATE),
            Map.entry("engagement rate", Metric.ENGAGEMENT_TO_SALE_RATE),
            Map.entry("engagement to sale", Metric.ENGAGEMENT_TO_SALE_RATE),
            Map.entry("engagement to sale rate", Metric.ENGAGEMENT_TO_SALE_RATE),
            Map.entry("total", Metric.TOTAL_REVENUE),
            Map.entry("total revenue", Metric.TOTAL_REVENUE),
            Map.entry("reach", Metric.REACH),
            Map.entry("score", Metric.SCORE));

    private Syntax() {}

    /// The first word that means nothing, with a unit that belongs to it.
    private static String unknown(List<String> words) {
      boolean isDays =
          words.size() > 1 && DayWords.namesDays(String.join(" ", words.subList(0, 2)));
      return isDays ? String.join(" ", words.subList(0, 2)) : words.getFirst();
    }
  }
}
