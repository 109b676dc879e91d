package io.hangtag.core.attribution;

import io.hangtag.core.attribution.ChangeQueries.Changed;
import io.hangtag.core.attribution.CreditDayQueries.Earned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes a team's kept figures anew, within the caller's transaction.
///
/// Each product's day is written as a whole, from all the lines of that product and day: so what
/// single changes come to equals what a calculation of everything comes to.
final class Upkeep {
  /// From so many days of products on it is cheaper to go through whole days.
  private static final int MANY = 20_000;

  private final Settings settings;
  private final Stretches stretches;
  private final CreditDayQueries days;
  private long orderLines;
  private long credits;

  Upkeep(Settings settings, Stretches stretches, CreditDayQueries days) {
    this.settings = settings;
    this.stretches = stretches;
    this.days = days;
  }

  /// Order lines looked at so far.
  long orderLines() {
    return orderLines;
  }

  /// Credits found so far.
  long credits() {
    return credits;
  }

  /// Everything; the days of the orders, empty if there are none.
  Optional<DayRange> all() {
    Optional<DayRange> range = stretches.days();
    Map<Long, Earned> _ = write(range);
    days.refreshLinks(settings.currency());
    return range;
  }

  /// These days.
  void range(DayRange range) {
    days.addToLinks(write(Optional.of(range)));
  }

  private Map<Long, Earned> write(Optional<DayRange> range) {
    Map<Long, Earned> earned = new HashMap<>();
    new Changes(days.keptOutside(stretches.days())).write(earned);
    range.ifPresent(
        these ->
            stretches.each(
                these,
                Set.of(),
                (piece, stretch) -> {
                  Changes changes = new Changes(days.kept(piece));
                  run(stretch, changes);
                  changes.write(earned);
                }));
    return earned;
  }

  /// What these changes touch.
  void changed(List<Changed> changes) {
    Map<Long, TreeSet<LocalDate>> dirty = new TreeMap<>();
    Set<Long> links = new HashSet<>();
    for (Changed change : changes) {
      if (change.link() != null) {
        links.add(change.link());
      }
      TreeSet<LocalDate> ofProduct = dirty.computeIfAbsent(change.product(), _ -> new TreeSet<>());
      ofProduct.addAll(daysOf(change));
    }
    long count = dirty.values().stream().mapToLong(Collection::size).sum();
    if (count > MANY) {
      range(around(dirty.values()));
    } else {
      Map<Long, Earned> earned = new HashMap<>();
      dirty.forEach((product, ofProduct) -> write(product, ofProduct, earned));
      days.addToLinks(earned);
    }
    days.countPosts(links);
  }

  private List<LocalDate> daysOf(Changed change) {
    return dayOf(change.from()).datesUntil(dayOf(change.to()).plusDays(1)).toList();
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(settings.zone()).toLocalDate();
  }

  private static DayRange around(Collection<? extends SortedSet<LocalDate>> dates) {
    TreeSet<LocalDate> all = new TreeSet<>();
    dates.forEach(
        some -> {
          all.add(some.first());
          all.add(some.last());
        });
    return new DayRange(all.first(), all.last());
  }

  private void write(long product, SortedSet<LocalDate> dates, Map<Long, Earned> earned) {
    Changes changes = new Changes(days.kept(product, dates));
    for (DayRange run : runs(dates)) {
      run(
          stretches.between(run.start(settings.zone()), run.end(settings.zone()), Set.of(product)),
          changes);
    }
    changes.write(earned);
  }

  /// Days one after the other as one range.
  private static List<DayRange> runs(SortedSet<LocalDate> dates) {
    List<DayRange> runs = new ArrayList<>();
    for (LocalDate date : dates) {
      if (!runs.isEmpty() && runs.getLast().to().plusDays(1).equals(date)) {
        runs.set(runs.size() - 1, new DayRange(runs.getLast().from(), date));
      } else {
        runs.add(new DayRange(date, date));
      }
    }
    return runs;
  }

  private void run(Stretch stretch, Changes changes) {
    orderLines += stretch.lines().size();
    DayCredits sums = new DayCredits(stretch, settings.zone(), changes::found);
    stretch.run(sums);
    sums.close();
    credits += sums.credits();
  }

  /// What is kept beside what there is to keep: a row that says the same as before stays as it is,
  /// for to write it again would cost more than all else.
  private final class Changes {
    private final Set<CreditDay> old;
    private final List<CreditDay> fresh = new ArrayList<>();

    Changes(Set<CreditDay> kept) {
      old = kept;
    }

    void found(CreditDay day) {
      if (!old.remove(day)) {
        fresh.add(day);
      }
    }

    /// Adds to what links earned.
    void write(Map<Long, Earned> earned) {
      days.delete(old);
      days.insert(fresh);
      old.forEach(day -> add(earned, day, -1));
      fresh.forEach(day -> add(earned, day, 1));
    }

    private void add(Map<Long, Earned> earned, CreditDay day, int sign) {
      if (day.currency().equals(settings.currency().getCurrencyCode())) {
        earned.merge(
            day.link(), new Earned(sign * day.ordersOfLink(), sign * day.revenue()), Earned::plus);
      }
    }
  }
}
