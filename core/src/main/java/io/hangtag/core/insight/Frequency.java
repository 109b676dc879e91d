package io.hangtag.core.insight;

import io.hangtag.core.insight.Result.Tested;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sales of weeks with few posts beside weeks with many.
///
/// @param bins that any week is in, rising
public record Frequency(List<Bin> bins) {
  /// Up to how many posts each bin has.
  private static final int[] UP_TO = {0, 1, 3, 6, 13, 27, Integer.MAX_VALUE};

  private static final int MIN_WEEKS = 12;
  private static final int MIN_BINS = 3;
  private static final int MIN_BIN_WEEKS = 4;

  public Frequency {
    bins = List.copyOf(bins);
  }

  /// Weeks with about as many posts.
  ///
  /// @param from fewest posts
  /// @param to most posts; null: any number
  /// @param isCompared whether it has enough weeks
  /// @param ratio sales to those of the first bin that is compared; null: not compared, or that bin
  ///     itself
  public record Bin(
      int from, @Nullable Integer to, int weeks, boolean isCompared, @Nullable Estimate ratio) {}

  static Result<Frequency> of(Sample sample, boolean isClean) {
    int[] binOf = bins(sample.panel());
    List<Integer> known =
        IntStream.range(0, UP_TO.length)
            .filter(bin -> weeksIn(bin, binOf) >= MIN_BIN_WEEKS)
            .boxed()
            .toList();
    if (binOf.length < MIN_WEEKS || known.size() < MIN_BINS) {
      return Result.notEnough(new Frequency(list(binOf, List.of(), null)), binOf.length);
    }
    WeekRates rates = WeekRates.of(sample, known, binOf);
    if (!rates.isKnown()) {
      return Result.notEnough(new Frequency(list(binOf, List.of(), null)), binOf.length);
    }
    Frequency frequency = new Frequency(list(binOf, known, rates));
    Tested tested = new Tested(frequency.best(), rates.test(sample.shuffle()).p(), isClean);
    return Result.picked(frequency, binOf.length, tested);
  }

  private static int[] bins(Panel panel) {
    int[] posts = new int[panel.weeks().count()];
    panel.posts().stream()
        .filter(panel.weeks()::contains)
        .forEach(cell -> posts[cell / Weeks.SLOTS]++);
    return IntStream.of(posts).map(Frequency::bin).toArray();
  }

  private static int bin(int posts) {
    int bin = 0;
    while (posts > UP_TO[bin]) {
      bin++;
    }
    return bin;
  }

  private static int weeksIn(int bin, int[] binOf) {
    return (int) IntStream.of(binOf).filter(each -> each == bin).count();
  }

  private static List<Bin> list(int[] binOf, List<Integer> known, @Nullable WeekRates rates) {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < UP_TO.length; bin++) {
      int label = known.indexOf(bin);
      int weeks = weeksIn(bin, binOf);
      if (weeks > 0) {
        bins.add(
            new Bin(
                bin == 0 ? 0 : UP_TO[bin - 1] + 1,
                UP_TO[bin] == Integer.MAX_VALUE ? null : UP_TO[bin],
                weeks,
                label >= 0,
                rates == null || label < 1 ? null : rates.estimate(label)));
      }
    }
    return bins;
  }

  private @Nullable Estimate best() {
    return bins.stream()
        .map(Bin::ratio)
        .filter(Objects::nonNull)
        .max(Comparator.comparingDouble(Estimate::value))
        .orElse(null);
  }
}
