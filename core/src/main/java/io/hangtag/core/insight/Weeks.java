package io.hangtag.core.insight;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Whole weeks of a team's time, cut into hours of the wall clock (cells, from 0) and gathered into
/// blocks of about four weeks, within which demand is taken to be much the same.
///
/// Weeks are counted back from the last day; days before the first whole week are not part of it.
final class Weeks {
  /// Hours of a week.
  static final int SLOTS = 168;

  private static final int DAY_HOURS = 24;
  private static final double BLOCK_WEEKS = 4;

  private final ZoneId zone;
  private final LocalDateTime start;
  private final int count;
  private final int blocks;
  private final double[] hours;

  private Weeks(ZoneId zone, LocalDate start, int count) {
    this.zone = zone;
    this.start = start.atStartOfDay();
    this.count = count;
    this.blocks = (int) Math.max(1, Math.round(count / BLOCK_WEEKS));
    this.hours = new double[count * SLOTS];
    for (int cell = 0; cell < hours.length; cell++) {
      hours[cell] = minutesFrom(cell) / 60.0;
    }
  }

  static Weeks of(ZoneId zone, LocalDate from, LocalDate to) {
    int count = (int) (ChronoUnit.DAYS.between(from, to) / 7);
    return new Weeks(zone, to.minusWeeks(count), count);
  }

  int count() {
    return count;
  }

  int days() {
    return count * 7;
  }

  int cells() {
    return count * SLOTS;
  }

  int blocks() {
    return blocks;
  }

  /// The first week of a block; of the one after the last, the number of weeks.
  int firstWeek(int block) {
    return block * count / blocks;
  }

  int weeksIn(int block) {
    return firstWeek(block + 1) - firstWeek(block);
  }

  int blockOf(int week) {
    int block = week * blocks / count;
    while (firstWeek(block + 1) <= week) {
      block++;
    }
    return block;
  }

  /// The hour that a moment is in; negative before the first week.
  int cellOf(Instant at) {
    LocalDateTime hour = LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.HOURS);
    return (int) ChronoUnit.HOURS.between(start, hour);
  }

  /// The hour that begins closest to a moment.
  int nearestCell(Instant at) {
    return cellOf(at.plus(30, ChronoUnit.MINUTES));
  }

  boolean contains(int cell) {
    return cell >= 0 && cell < cells();
  }

  /// How long a cell really was, in hours: 1 but where clocks were changed.
  double hoursIn(int cell) {
    return hours[cell];
  }

  private long minutesFrom(int cell) {
    return ChronoUnit.MINUTES.between(
        start.plusHours(cell).atZone(zone), start.plusHours(cell + 1L).atZone(zone));
  }

  static int dayOf(int cell) {
    return Math.floorDiv(cell, DAY_HOURS);
  }

  static int hourOfDay(int cell) {
    return Math.floorMod(cell, DAY_HOURS);
  }

  DayOfWeek weekdayOf(int cell) {
    return start.getDayOfWeek().plus(dayOf(cell));
  }
}
