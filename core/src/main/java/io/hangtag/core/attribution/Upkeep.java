package io.hangtag.core.attribution;

import io.hangtag.core.attribution.ChangeQueries.Changed;
import io.hangtag.core.team.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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

  private final WorkspaceId workspace;
  private final Settings settings;
  private final Stretches stretches;
  private final CreditDayQueries days;
  private long orderLines;
  private long credits;

  Upkeep(WorkspaceId workspace, Settings settings, Stretches stretches, CreditDayQueries days) {
    this.workspace = workspace;
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
    days.deleteAll();
    Optional<DayRange> range = stretches.days();
    range.ifPresent(orders -> stretches.each(orders, Set.of(), this::write));
    int _ = days.refreshLinks(settings.currency(), Optional.empty());
    return range;
  }

  void range(DayRange range) {
    days.delete(range);
    stretches.each(range, Set.of(), this::write);
    int _ = days.refreshLinks(settings.currency(), Optional.empty());
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
      dirty.forEach((product, ofProduct) -> links.addAll(write(product, ofProduct)));
      int _ = days.refreshLinks(settings.currency(), Optional.of(links));
    }
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

  /// The links that had or have something on these days of the product.
  private Set<Long> write(long product, SortedSet<LocalDate> dates) {
    Set<Long> links = new HashSet<>(days.delete(product, dates));
    for (DayRange run : runs(dates)) {
      Stretch stretch =
          stretches.between(run.start(settings.zone()), run.end(settings.zone()), Set.of(product));
      write(stretch);
      for (int showing = 0; showing < stretch.touches().showings(); showing++) {
        links.add(stretch.touches().link(showing));
      }
    }
    return links;
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

  private void write(Stretch stretch) {
    orderLines += stretch.lines().size();
    if (stretch.touches().size() == 0) {
      return;
    }
    days.insert(
        rows -> {
          DayCredits sums = new DayCredits(workspace, stretch, settings.zone(), rows);
          stretch.run(sums);
          sums.close();
          credits += sums.credits();
        });
  }
}
