package io.hangtag.core.insight;

import io.hangtag.core.insight.Contrast.Side;
import io.hangtag.core.insight.Result.Tested;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One way to cut a team's time into slots.
///
/// @param names of the slots
/// @param slotOf the place of a cell's slot
record Slotting(List<String> names, IntUnaryOperator slotOf, Sample sample) {
  private static final int MIN_POSTS = 5;
  private static final double MIN_ORDERS = 10;
  private static final int DAY_HOURS = 24;
  private static final int PART_HOURS = 4;

  static Slotting weekdays(Sample sample) {
    Weeks weeks = sample.panel().weeks();
    return new Slotting(
        Stream.of(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList(),
        cell -> weeks.weekdayOf(cell).getValue() - 1,
        sample);
  }

  static Slotting dayparts(Sample sample) {
    return new Slotting(
        IntStream.iterate(0, hour -> hour < DAY_HOURS, hour -> hour + PART_HOURS)
            .mapToObj(hour -> "%02d-%02d".formatted(hour, hour + PART_HOURS))
            .toList(),
        cell -> Weeks.hourOfDay(cell) / PART_HOURS,
        sample);
  }

  /// Each weekday's parts of the day, from Monday's first one: for a map, not for tests.
  static Slotting map(Sample sample) {
    Slotting days = weekdays(sample);
    Slotting parts = dayparts(sample);
    return new Slotting(
        days.names().stream()
            .flatMap(day -> parts.names().stream().map(part -> day + " " + part))
            .toList(),
        cell ->
            days.slotOf().applyAsInt(cell) * parts.names().size() + parts.slotOf().applyAsInt(cell),
        sample);
  }

  /// The slots without a test of them; each has its ratio where it has posts and orders enough.
  List<Slot> untested() {
    long[] posts = postsBySlot();
    double[] shares = orderShares();
    boolean isEnough =
        sample.panel().weeks().count() >= Lift.MIN_WEEKS && Lift.isEnough(sample.windows());
    List<Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < names.size(); slot++) {
      Estimate ratio = null;
      if (isEnough && posts[slot] >= MIN_POSTS) {
        RateRatio compared = sample.compare(contrast(slot));
        ratio = isEnough(compared) ? compared.estimate() : null;
      }
      slots.add(new Slot(names.get(slot), posts[slot], shares[slot], ratio, null));
    }
    return slots;
  }

  Result<Slots> result() {
    long[] posts = postsBySlot();
    List<RateRatio> ratios =
        IntStream.range(0, names.size()).mapToObj(slot -> sample.compare(contrast(slot))).toList();
    List<Integer> known =
        IntStream.range(0, names.size())
            .filter(slot -> posts[slot] >= MIN_POSTS && isEnough(ratios.get(slot)))
            .boxed()
            .toList();
    boolean isEnough =
        known.size() >= 2
            && sample.panel().weeks().count() >= Lift.MIN_WEEKS
            && Lift.isEnough(sample.windows());
    ShuffledLabels test = isEnough ? test(known, ratios) : null;
    Slots slots = new Slots(slots(posts, ratios, known, test), Planning.slots(names.size(), this));
    int count = sample.panel().postCount();
    Slot unusual = slots.mostUnusual();
    return test == null || unusual == null
        ? Result.notEnough(slots, count)
        : Result.picked(slots, count, new Tested(unusual.ratio(), test.p(), true));
  }

  private static boolean isEnough(RateRatio ratio) {
    return ratio.isKnown() && ratio.weight() >= MIN_ORDERS;
  }

  private List<Slot> slots(
      long[] posts, List<RateRatio> ratios, List<Integer> known, @Nullable ShuffledLabels test) {
    double[] shares = orderShares();
    List<Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < names.size(); slot++) {
      int label = known.indexOf(slot);
      Estimate ratio = null;
      Double p = null;
      if (test != null && label >= 0) {
        ratio = ratios.get(slot).estimate();
        p = test.adjusted().of(label);
      }
      slots.add(new Slot(names.get(slot), posts[slot], shares[slot], ratio, p));
    }
    return slots;
  }

  private long[] postsBySlot() {
    long[] posts = new long[names.size()];
    sample.panel().posts().stream()
        .filter(sample.panel().weeks()::contains)
        .forEach(cell -> posts[slotOf.applyAsInt(cell)]++);
    return posts;
  }

  private double[] orderShares() {
    double[] shares = new double[names.size()];
    double all = Math.max(1, sample.panel().orders());
    for (int target : sample.panel().targets()) {
      ProductHours hours = sample.panel().products().get(target);
      for (int sale = 0; sale < hours.sales(); sale++) {
        shares[slotOf.applyAsInt(hours.saleCell(sale))] += hours.orders(sale) / all;
      }
    }
    return shares;
  }

  /// The day after posts of a slot against hours that no post reaches.
  private Contrast contrast(int slot) {
    int window = sample.panel().windowHours();
    return (stratum, week) -> {
      if (stratum.sincePost(week) >= window) {
        return Side.WITHOUT;
      }
      return slotAt(stratum, week) == slot ? Side.AFTER : Side.ASIDE;
    };
  }

  /// The slot of the latest post, if that was within the last day; else -1.
  private int slotAt(Stratum stratum, int week) {
    return stratum.sincePost(week) < Math.min(DAY_HOURS, sample.panel().windowHours())
        ? slotOf.applyAsInt(stratum.latestPost(week))
        : -1;
  }

  /// Whether slots differ; that posts have an effect at all is taken out.
  private ShuffledLabels test(List<Integer> known, List<RateRatio> ratios) {
    double weight = known.stream().mapToDouble(slot -> ratios.get(slot).weight()).sum();
    ShuffledLabels.Scores scores = new ShuffledLabels.Scores(known.size(), sample.shuffle());
    for (Stratum stratum : sample.strata()) {
      double[] beyond = sample.beyond(stratum, sample.windows().ratio());
      int first = sample.panel().weeks().firstWeek(stratum.block());
      for (int week = 0; week < beyond.length; week++) {
        scores.addAll(known.indexOf(slotAt(stratum, week)), first + week, first, beyond);
      }
    }
    return scores.test(
        known.stream().mapToDouble(slot -> ratios.get(slot).weight() / weight).toArray());
  }
}
