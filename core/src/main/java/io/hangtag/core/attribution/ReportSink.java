package io.hangtag.core.attribution;

import io.hangtag.core.attribution.ReportTally.DaySums;
import io.hangtag.core.attribution.ReportTally.Sums;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Adds one stretch to a report: lines by when they were ordered, credits of media by when they
/// were posted.
final class ReportSink implements CreditSink {
  private static final int FIRST_CAPACITY = 1_024;

  private final Stretch stretch;
  private final Lines lines;
  private final Touches touches;
  private final ReportTally tally;
  private final Period period;
  private final Settings settings;
  private final String currency;
  private final Set<Long> counted = new HashSet<>();
  private final Set<Long> influenced = new HashSet<>();

  // Which media had a part in which orders, as pairs of numbers counted from 0.
  private final Map<Long, Integer> orderNumbers = new HashMap<>();
  private final Map<Long, Integer> mediaNumbers = new HashMap<>();
  private long[] parts = new long[FIRST_CAPACITY];
  private int partCount;

  ReportSink(Stretch stretch, ReportTally tally, Period period, Settings settings) {
    this.stretch = stretch;
    this.lines = stretch.lines();
    this.touches = stretch.touches();
    this.tally = tally;
    this.period = period;
    this.settings = settings;
    this.currency = settings.currency().getCurrencyCode();
  }

  void add() {
    for (int line = 0; line < lines.size(); line++) {
      if (period.holds(stretch.dated(line))) {
        long net = stretch.sign(line) * lines.net(line);
        Sums sums = sums(line);
        sums.net += net;
        if (lines.exclusion(line) == null) {
          sums.orders += stretch.isSale(line) && counted.add(lines.order(line)) ? 1 : 0;
          day(line).net += isOwn(line) ? net : 0;
        }
      }
    }
    stretch.run(this);
    countOrdersOfMedia();
  }

  private boolean isOwn(int line) {
    return lines.currency(line).equals(currency);
  }

  private DaySums day(int line) {
    return tally.day(settings.epochDay(stretch.dated(line)));
  }

  private Sums sums(int line) {
    return tally.sums(lines.currency(line));
  }

  @Override
  public void credit(int line, int showing, long part, int millionths) {
    long net = stretch.sign(line) * part;
    if (period.holds(stretch.dated(line))) {
      Sums sums = sums(line);
      sums.attributed += net;
      day(line).attributed += isOwn(line) ? net : 0;
      if (stretch.isSale(line)) {
        sums.millionths += millionths;
        sums.influenced += influenced.add(lines.order(line)) ? 1 : 0;
      }
    }
    if (isOwn(line) && period.holds(earned(line, touches.touchOf(showing)))) {
      tally.media(touches.media(showing)).revenue += net;
      if (stretch.isSale(line)) {
        addPart(touches.media(showing), lines.order(line));
      }
    }
  }

  /// By which day a medium is listed with what it earned: an ad has no post of a day.
  private long earned(int line, int touch) {
    return stretch.hasEvents() || touches.post(touch) == Proof.AD
        ? stretch.dated(line)
        : touches.micros(touch);
  }

  @Override
  public void untouched(int line) {
    none(line, stretch.reasonUntouched(line));
  }

  @Override
  public void none(int line, Reason reason) {
    if (period.holds(stretch.dated(line))) {
      sums(line).without(reason, stretch.sign(line) * lines.net(line));
    }
  }

  private void addPart(long media, long order) {
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, partCount * 2);
    }
    long mediaNumber = mediaNumbers.computeIfAbsent(media, _ -> mediaNumbers.size());
    long orderNumber = orderNumbers.computeIfAbsent(order, _ -> orderNumbers.size());
    parts[partCount++] = mediaNumber << 32 | orderNumber;
  }

  private void countOrdersOfMedia() {
    Arrays.sort(parts, 0, partCount);
    long[] orders = new long[mediaNumbers.size()];
    for (int i = 0; i < partCount; i++) {
      if (i == 0 || parts[i] != parts[i - 1]) {
        orders[(int) (parts[i] >>> 32)]++;
      }
    }
    mediaNumbers.forEach((media, number) -> tally.media(media).orders += orders[number]);
  }

  /// @param fromMicros included
  /// @param endMicros not included
  record Period(long fromMicros, long endMicros) {
    boolean holds(long micros) {
      return fromMicros <= micros && micros < endMicros;
    }
  }
}
