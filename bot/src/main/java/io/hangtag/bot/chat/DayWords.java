package io.hangtag.bot.chat;

import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.insight.RankingPeriod;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which people say which days they mean: `30d`, `last 7 days`, `this month`.
public final class DayWords {
  private static final Pattern DAYS =
      Pattern.compile("(?:last )?(?<days>[0-9]{1,9}) ?(?<unit>d|days?)?");
  private static final int MOST_DAYS = 999;
  private static final Map<String, RankingPeriod> MONTHS =
      Map.of(
          "this month", RankingPeriod.THIS_MONTH,
          "month", RankingPeriod.THIS_MONTH,
          "last month", RankingPeriod.LAST_MONTH);
  private static final Map<Integer, RankingPeriod> LENGTHS =
      Map.of(
          7, RankingPeriod.LAST_7_DAYS,
          30, RankingPeriod.LAST_30_DAYS,
          90, RankingPeriod.LAST_90_DAYS);

  private DayWords() {}

  /// The days that these words mean; nothing if they mean none.
  public static Optional<DayRange> range(String words, LocalDate today) {
    String said = normal(words);
    Matcher days = DAYS.matcher(said);
    if (days.matches()) {
      int count = Integer.parseInt(days.group("days"));
      return count >= 1 && count <= MOST_DAYS
          ? Optional.of(DayRange.last(count, today))
          : Optional.empty();
    }
    return Optional.ofNullable(MONTHS.get(said)).map(period -> period.days(today));
  }

  /// Whether the words name a number of days, be it one that makes no sense.
  public static boolean namesDays(String words) {
    Matcher days = DAYS.matcher(normal(words));
    return days.matches() && days.group("unit") != null;
  }

  /// The period of rankings that these words mean; nothing if there is none such.
  public static Optional<RankingPeriod> period(String words) {
    String said = normal(words);
    Matcher days = DAYS.matcher(said);
    return days.matches()
        ? Optional.ofNullable(LENGTHS.get(Integer.parseInt(days.group("days"))))
        : Optional.ofNullable(MONTHS.get(said));
  }

  /// In small letters, with single spaces.
  public static String normal(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ").strip();
  }
}
