package io.hangtag.core.attribution;

import io.hangtag.core.attribution.ReportSink.Period;
import io.hangtag.core.attribution.ReportTally.AdSale;
import io.hangtag.core.attribution.ReportTally.CustomerSums;
import io.hangtag.core.attribution.ReportTally.Sums;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Adds to a report what one stretch tells beside the credits: proofs, late links, what was bought
/// along, who was new. In a pass of its own, for not every report asks for it.
final class ReportExtras implements CreditSink {
  private final Stretch stretch;
  private final Lines lines;
  private final ReportTally tally;
  private final Period period;
  private final String own;
  private final BitSet credited = new BitSet();
  private final Set<Long> influenced = new HashSet<>();
  private final Set<Long> counted = new HashSet<>();
  private final Set<Long> proven = new HashSet<>();

  ReportExtras(Stretch stretch, ReportTally tally, Period period, Settings settings) {
    this.stretch = stretch;
    this.lines = stretch.lines();
    this.tally = tally;
    this.period = period;
    this.own = settings.currency().getCurrencyCode();
  }

  void add() {
    stretch.run(this);
    for (int line = 0; line < lines.size(); line++) {
      if (lines.exclusion(line) == null && period.holds(stretch.dated(line))) {
        count(line);
      }
    }
  }

  private void count(int line) {
    long net = stretch.sign(line) * lines.net(line);
    if (isOwn(line)) {
      CustomerSums sums = customer(line);
      sums.net += net;
      sums.orders += stretch.isSale(line) && counted.add(lines.order(line)) ? 1 : 0;
    }
    Sums sums = tally.sums(lines.currency(line));
    sums.halo += !credited.get(line) && influenced.contains(lines.order(line)) ? net : 0;
    Optional<Proof> proof = stretch.background().proofOf(lines.order(line));
    if (proof.isPresent() && lines.product(line) != 0) {
      sums.proven += net;
      prove(line, net, proof.get());
    }
  }

  private void prove(int line, long net, Proof proof) {
    if (isOwn(line)) {
      tally.media(proof.media()).proven += net;
    }
    String campaign = proof.campaign();
    if (campaign != null) {
      AdSale sale = new AdSale(campaign, proof.media(), lines.product(line), lines.currency(line));
      tally.addAdSale(sale, net);
      if (stretch.isSale(line) && proven.add(lines.order(line))) {
        tally.addAdOrder(campaign, lines.currency(line));
      }
    }
  }

  private boolean isOwn(int line) {
    return lines.currency(line).equals(own);
  }

  private CustomerSums customer(int line) {
    return tally.customer(stretch.customerOf(lines.order(line)));
  }

  @Override
  public void credit(int line, int showing, long net, int millionths) {
    credited.set(line);
    influenced.add(lines.order(line));
    if (!period.holds(stretch.dated(line))) {
      return;
    }
    if (isOwn(line)) {
      customer(line).attributed += stretch.sign(line) * net;
    }
    Touches touches = stretch.touches();
    if (stretch.isSale(line)
        && stretch.background().isLate(touches.link(showing), lines.micros(line))) {
      tally.addLate(touches.link(showing), touches.media(showing));
    }
  }

  // What is not credited is counted line by line above.

  @Override
  public void untouched(int line) {}

  @Override
  public void none(int line, Reason reason) {}
}
