package io.hangtag.core.attribution;

import io.hangtag.core.attribution.ReportTally.DaySums;
import java.util.Set;

/// Adds up by day what products sold, and what some media earned of it, in the team's currency.
final class MediaDaySink implements CreditSink {
  private final Stretch stretch;
  private final Set<Long> media;
  private final Settings settings;
  private final ReportTally tally;

  MediaDaySink(Stretch stretch, Set<Long> media, Settings settings, ReportTally tally) {
    this.stretch = stretch;
    this.media = media;
    this.settings = settings;
    this.tally = tally;
  }

  void add() {
    for (int line = 0; line < stretch.lines().size(); line++) {
      if (stretch.lines().exclusion(line) == null && isOwn(line)) {
        day(line).net += stretch.lines().net(line);
      }
    }
    stretch.run(this);
  }

  private boolean isOwn(int line) {
    return stretch.lines().currency(line).equals(settings.currency().getCurrencyCode());
  }

  private DaySums day(int line) {
    return tally.day(settings.epochDay(stretch.lines().micros(line)));
  }

  @Override
  public void credit(int line, int showing, long net, int millionths) {
    if (isOwn(line) && media.contains(stretch.touches().media(showing))) {
      day(line).attributed += net;
    }
  }

  @Override
  public void untouched(int line) {}

  @Override
  public void none(int line, Reason reason) {}
}
