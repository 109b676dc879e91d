package io.hangtag.core.insight;

import io.hangtag.core.insight.Categories.Category;
import io.hangtag.core.insight.Frequency.Bin;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What insights say to people: what goes with what, never what comes of what.
record Wording(long windowHours) {
  static Wording of(ShopHistory history) {
    return new Wording(history.window().toHours());
  }

  String lift(Result<Lift> result, Verdict verdict) {
    Lift lift = result.details();
    Estimate ratio = lift.ratio();
    if (ratio == null) {
      return "Not enough data to compare sales after posts with sales without%s."
          .formatted(needed(lift.postsNeeded(), lift.posts(), lift.weeks()));
    }
    String figures =
        "in the %d hours after a post products sold %s as often as at the same hours without one; %s of the orders came then, %s would have by chance"
            .formatted(
                windowHours,
                times(ratio),
                percent(lift.coverage()),
                percent(lift.chanceCoverage()));
    return switch (verdict) {
      case DIFFERENCE -> "%s.".formatted(sentence(figures));
      case NONE_STANDS_OUT, NOT_ENOUGH_DATA ->
          "No clear difference: %s.%s".formatted(figures, doubt(result.isClean()));
    };
  }

  private static String doubt(boolean isClean) {
    return isClean ? "" : " Sales moved before the posts already: posting seems to follow sales.";
  }

  String days(Result<Slots> result, Verdict verdict) {
    return slots("weekday", "on %ss", result, verdict);
  }

  String hours(Result<Slots> result, Verdict verdict) {
    return slots("time of day", "between %s o'clock", result, verdict);
  }

  private static String slots(String kind, String when, Result<Slots> result, Verdict verdict) {
    return switch (verdict) {
      case NOT_ENOUGH_DATA ->
          "Not enough data to compare posts by %s%s."
              .formatted(kind, needed(result.details().postsNeeded(), result.n(), 0));
      case NONE_STANDS_OUT -> "No %s stands out among %d posts.".formatted(kind, result.n());
      case DIFFERENCE -> standsOut(when, Objects.requireNonNull(result.details().mostUnusual()));
    };
  }

  private static String standsOut(String when, Slot slot) {
    Estimate ratio = Objects.requireNonNull(slot.ratio());
    String name = slot.name().substring(0, 1).toUpperCase(Locale.ROOT) + slot.name().substring(1);
    return "Posts %s stand out: in the day after them products sold %s as often as without a post."
        .formatted(when.formatted(name), times(ratio));
  }

  String frequency(Result<Frequency> result, Verdict verdict) {
    List<Bin> compared = result.details().bins().stream().filter(Bin::isCompared).toList();
    return switch (verdict) {
      case NOT_ENOUGH_DATA ->
          "Not enough data on how often to post: it takes 12 weeks or more, of which some have clearly fewer posts than others (there are %d weeks)."
              .formatted(result.n());
      case NONE_STANDS_OUT ->
          "Between %d and %s posts a week we see no difference."
              .formatted(compared.getFirst().from(), most(compared.getLast()));
      case DIFFERENCE -> {
        Bin best = compared.stream().reduce(Wording::better).orElseThrow();
        yield best.ratio() == null
            ? "Weeks with %s posts sold most.".formatted(range(best))
            : "Weeks with %s posts sold %s as much as weeks with %s."
                .formatted(range(best), times(best.ratio()), range(compared.getFirst()));
      }
    };
  }

  private static Bin better(Bin one, Bin other) {
    return value(other.ratio()) > value(one.ratio()) ? other : one;
  }

  private static double value(@Nullable Estimate ratio) {
    return ratio == null ? 1 : ratio.value();
  }

  private static String most(Bin bin) {
    return bin.to() == null ? "more than " + bin.from() : bin.to().toString();
  }

  private static String range(Bin bin) {
    if (bin.to() == null) {
      return bin.from() + " or more";
    }
    return bin.to() == bin.from() ? bin.to().toString() : bin.from() + " to " + bin.to();
  }

  String categories(Result<Categories> result, Verdict verdict) {
    return switch (verdict) {
      case NOT_ENOUGH_DATA -> "Not enough data to compare kinds of products after posts.";
      case NONE_STANDS_OUT -> "No kind of product stands out after posts.";
      case DIFFERENCE ->
          "In the %d hours after a post, sales differed for %s."
              .formatted(
                  windowHours,
                  result.details().categories().stream()
                      .filter(Category::isListed)
                      .map(each -> each.name() + " (" + timesOf(each.ratio()) + ")")
                      .collect(Collectors.joining(", ")));
    };
  }

  String correlation(Result<Correlation> result, Verdict verdict) {
    Correlation correlation = result.details();
    Estimate estimate = correlation.correlation();
    if (estimate == null) {
      return "Not enough data to set posts beside orders day by day.";
    }
    String figure =
        number("correlation %.2f, 90 %% interval %.2f to %.2f", estimate)
            + (correlation.strength() == Correlation.Strength.NONE
                ? ""
                : ", " + correlation.strength().name().toLowerCase(Locale.ROOT));
    if (!result.isClean()) {
      return "Orders go with later posts as much as with earlier ones (%s): posting seems to follow sales."
          .formatted(figure);
    }
    return switch (verdict) {
      case DIFFERENCE ->
          "Days after more posts had %s orders (%s)."
              .formatted(estimate.value() > 0 ? "more" : "fewer", figure);
      case NONE_STANDS_OUT, NOT_ENOUGH_DATA ->
          "Posts and orders do not clearly go together from day to day (%s).".formatted(figure);
    };
  }

  /// @param weeks 0: not worth a word
  private static String needed(long needed, long posts, int weeks) {
    if (weeks > 0 && weeks < Lift.MIN_WEEKS) {
      return " (there are %d weeks; it takes %d)".formatted(weeks, Lift.MIN_WEEKS);
    }
    return needed > posts ? " (would need about %d posts)".formatted(needed) : "";
  }

  private static String timesOf(@Nullable Estimate ratio) {
    return ratio == null ? "" : times(ratio);
  }

  private static String times(Estimate ratio) {
    return number("%.2f times (90 %% interval %.2f to %.2f)", ratio);
  }

  private static String number(String format, Estimate estimate) {
    return String.format(Locale.ROOT, format, estimate.value(), estimate.low(), estimate.high());
  }

  private static String percent(double share) {
    return "%d %%".formatted(Math.round(100 * share));
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
