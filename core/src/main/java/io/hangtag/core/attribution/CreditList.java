package io.hangtag.core.attribution;

import io.hangtag.core.attribution.CreditedLine.Credit;
import io.hangtag.core.attribution.NameQueries.LineKey;
import io.hangtag.core.attribution.NameQueries.LineName;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Lists a stretch line by line.
final class CreditList implements CreditSink {
  private final Stretch stretch;
  private final Map<Integer, List<Share>> shares = new TreeMap<>();
  private final @Nullable Reason[] reasons;

  CreditList(Stretch stretch) {
    this.stretch = stretch;
    this.reasons = new Reason[stretch.lines().size()];
  }

  /// The lines by time, order and position.
  List<CreditedLine> lines(NameQueries names) {
    stretch.run(this);
    Lines lines = stretch.lines();
    Set<Long> orders = new HashSet<>();
    IntStream.range(0, lines.size()).forEach(line -> orders.add(lines.order(line)));
    Map<LineKey, LineName> named = names.lines(orders);
    Map<Long, String> posts = names.posts(postIds());
    return IntStream.range(0, lines.size())
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer line) -> lines.micros(line))
                .thenComparingLong(lines::order)
                .thenComparingInt(lines::position))
        .map(line -> line(line, named, posts))
        .toList();
  }

  private Set<Long> postIds() {
    Set<Long> ids = new HashSet<>();
    shares.values().forEach(of -> of.forEach(share -> ids.add(postOf(share))));
    return ids;
  }

  private long postOf(Share share) {
    return stretch.touches().post(stretch.touches().touchOf(share.showing()));
  }

  private CreditedLine line(int line, Map<LineKey, LineName> named, Map<Long, String> posts) {
    Lines lines = stretch.lines();
    LineName name =
        Objects.requireNonNull(named.get(new LineKey(lines.order(line), lines.position(line))));
    Currency currency = Currency.getInstance(lines.currency(line));
    return new CreditedLine(
        name.order(),
        lines.position(line),
        name.sku(),
        name.title(),
        instant(lines.micros(line)),
        new Money(lines.net(line), currency),
        credits(shares.getOrDefault(line, List.of()), posts, currency),
        Optional.ofNullable(reasons[line]));
  }

  private List<Credit> credits(List<Share> of, Map<Long, String> posts, Currency currency) {
    Touches touches = stretch.touches();
    List<Credit> credits = new ArrayList<>();
    for (Share share : of) {
      credits.add(
          new Credit(
              posts.get(postOf(share)),
              new MediaId(touches.media(share.showing())),
              postOf(share) == Proof.AD
                  ? null
                  : instant(touches.micros(touches.touchOf(share.showing()))),
              credits.size() + 1,
              new Money(share.net(), currency)));
    }
    return credits;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public void credit(int line, int showing, long net, int millionths) {
    shares.computeIfAbsent(line, _ -> new ArrayList<>()).add(new Share(showing, net));
  }

  @Override
  public void untouched(int line) {
    reasons[line] = stretch.reasonUntouched(line);
  }

  @Override
  public void none(int line, Reason reason) {
    reasons[line] = reason;
  }

  private record Share(int showing, long net) {}
}
