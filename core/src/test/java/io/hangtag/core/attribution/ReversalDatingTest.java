package io.hangtag.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.BruteForce.Share;
import io.hangtag.core.attribution.History.Line;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Money that was given back: on the day of its order, and on its own.
final class ReversalDatingTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
  private static final Rules RULES = new Rules(AttributionModel.EQUAL, new Window(72));

  private final SampleTeam team = test.team();
  private final Attribution attribution = test.core().attribution();
  private final History history = new History(test.sql(), team);

  @Test
  void books_a_refund_on_its_own_day_with_the_touches_of_the_order() {
    List<MediaId> media = team.photos(3);
    var product = team.product("Mug");
    for (int hour = 3; hour > 0; hour--) {
      MediaId medium = media.get(3 - hour);
      var _ = history.link(medium, product);
      var _ = history.post(NOON.minus(Duration.ofHours(hour)), medium);
    }
    String _ = history.order(NOON, product, 1_000);
    Line _ = refund(history.lines.getFirst(), 500, NOON.plus(Duration.ofDays(9)));

    assertThat(media(report("2026-03-20", "2026-03-28", Dating.EVENT_DATE)))
        .containsExactly(334L, 333L, 333L);
    // 10.00 back and 5.00 booked anew: 1.67, 1.67, 1.66.
    Report later = report("2026-03-29", "2026-03-29", Dating.EVENT_DATE);
    assertThat(media(later)).containsExactlyInAnyOrder(-167L, -166L, -167L);
    assertThat(later.totals().net().minor()).isEqualTo(-500);
    assertThat(later.totals().attributed().minor()).isEqualTo(-500);
    assertThat(later.totals().orders()).isZero();
    assertThat(media(report("2026-03-20", "2026-03-20", Dating.ORDER_DATE)))
        .containsExactly(167L, 167L, 166L);
    assertThat(report("2026-03-29", "2026-03-29", Dating.ORDER_DATE).totals().net().minor())
        .isZero();
  }

  @Test
  void books_a_cancellation_on_its_own_day() {
    MediaId medium = team.photo();
    var product = team.product("Mug");
    var _ = history.link(medium, product);
    var _ = history.post(NOON.minus(Duration.ofHours(1)), medium);
    String order = history.order(NOON, product, 1_000);
    cancel(order, NOON.plus(Duration.ofDays(2)));

    Totals first = report("2026-03-20", "2026-03-20", Dating.EVENT_DATE).totals();
    Totals second = report("2026-03-22", "2026-03-22", Dating.EVENT_DATE).totals();

    assertThat(first.attributed().minor()).isEqualTo(1_000);
    assertThat(first.influencedOrders()).isEqualTo(1);
    assertThat(second.net().minor()).isZero();
    assertThat(second.attributed().minor()).isEqualTo(-1_000);
    assertThat(second.excluded().minor()).isEqualTo(1_000);
    Totals restated = report("2026-03-20", "2026-03-22", Dating.ORDER_DATE).totals();
    assertThat(restated.attributed().minor()).isZero();
    assertThat(restated.influencedOrders()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66})
  void both_views_come_to_the_same_over_all_time(long seed) {
    Random random = new Random(seed);
    RandomShop shop = new RandomShop(team, history);
    shop.fill(random);
    List<Event> events = reverseAnything(random);
    assertThat(events).isNotEmpty();

    Report byOrder = report("2026-03-01", "2026-06-30", Dating.ORDER_DATE);
    Report byEvent = report("2026-03-01", "2026-06-30", Dating.EVENT_DATE);

    assertThat(sums(byEvent.totals())).as("seed %d", seed).isEqualTo(sums(byOrder.totals()));
    assertThat(byEvent.others().stream().map(ReversalDatingTest::sums))
        .as("seed %d", seed)
        .isEqualTo(byOrder.others().stream().map(ReversalDatingTest::sums).toList());
    assertThat(revenues(byEvent)).as("seed %d", seed).isEqualTo(revenues(byOrder));
  }

  @ParameterizedTest
  @ValueSource(longs = {71, 72, 73, 74, 75, 76})
  void each_day_has_what_happened_on_it(long seed) {
    Random random = new Random(seed);
    RandomShop shop = new RandomShop(team, history);
    shop.fill(random);
    List<Event> events = reverseAnything(random);
    BruteForce brute = new BruteForce(history, RULES);
    LocalDate from = LocalDate.parse("2026-03-20").plusDays(random.nextInt(20));
    LocalDate to = from.plusDays(random.nextInt(10));
    DayRange days = new DayRange(from, to);
    Map<Long, Long> expected = new TreeMap<>();
    for (Event event : events) {
      LocalDate day = event.at().atZone(ZoneOffset.UTC).toLocalDate();
      if (!day.isBefore(from) && !day.isAfter(to) && event.before().currency().equals("USD")) {
        add(expected, brute.shares(event.before()), -1);
        add(expected, brute.shares(event.after()), 1);
      }
    }
    for (Line line : history.lines) {
      LocalDate day = line.at().atZone(ZoneOffset.UTC).toLocalDate();
      if (!day.isBefore(from) && !day.isAfter(to) && line.currency().equals("USD")) {
        Line first =
            events.stream()
                .filter(
                    it ->
                        it.before().order() == line.order()
                            && it.before().position() == line.position())
                .map(Event::before)
                .findFirst()
                .orElse(line);
        add(expected, brute.shares(first), 1);
      }
    }

    Report report = report(days.from().toString(), days.to().toString(), Dating.EVENT_DATE);

    expected.values().removeIf(minor -> minor == 0);
    assertThat(revenues(report)).as("seed %d, %s", seed, days).isEqualTo(expected);
    assertThat(report.totals().attributed().minor())
        .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
    assertThat(report.byDay().stream().mapToLong(day -> day.attributed().minor()).sum())
        .isEqualTo(report.totals().attributed().minor());
  }

  private static void add(Map<Long, Long> sums, List<Share> shares, int sign) {
    shares.forEach(share -> sums.merge(share.media().value(), sign * share.net(), Long::sum));
  }

  /// Gives back parts of lines at any time later, and cancels orders; what happened, in order.
  private List<Event> reverseAnything(Random random) {
    List<Event> events = new ArrayList<>();
    for (Line line : List.copyOf(history.lines)) {
      if (line.exclusion() == null && line.net() > 3 && random.nextInt(3) == 0) {
        Instant at = line.at();
        Line now = line;
        for (int part = 0; part < 2 && now.net() > 0; part++) {
          at = at.plus(Duration.ofHours(1 + random.nextInt(200)));
          long minor = random.nextBoolean() ? now.net() : 1 + random.nextInt((int) now.net());
          Line left = refund(now, minor, at);
          events.add(new Event(at, now, left));
          now = left;
        }
      }
    }
    for (String order : history.lines.stream().map(Line::name).distinct().toList()) {
      List<Line> lines = history.lines.stream().filter(line -> line.name().equals(order)).toList();
      boolean untouched =
          lines.stream().allMatch(line -> line.exclusion() == null)
              && events.stream().noneMatch(it -> it.before().name().equals(order));
      if (untouched && random.nextInt(5) == 0) {
        Instant at = lines.getFirst().at().plus(Duration.ofHours(random.nextInt(200)));
        lines.forEach(
            line -> events.add(new Event(at, line, excluded(line, line.net(), "cancelled"))));
        cancel(order, at);
      }
    }
    return events;
  }

  private Line refund(Line line, long minor, Instant at) {
    history.refund(line, minor);
    int _ =
        test.sql()
            .execute(
                "insert into order_reversals values (?, ?, ?, ?::timestamptz, ?)",
                team.id().value(),
                line.order(),
                line.position(),
                at.toString(),
                minor);
    return excluded(line, line.net() - minor, minor == line.net() ? "refunded" : null);
  }

  private static Line excluded(Line line, long net, @Nullable String exclusion) {
    return new Line(
        line.order(),
        line.name(),
        line.position(),
        line.at(),
        line.product(),
        net,
        line.millionths(),
        exclusion,
        line.currency());
  }

  private void cancel(String order, Instant at) {
    int _ =
        test.sql()
            .execute(
                "update orders set cancelled_at = ?::timestamptz where workspace_id = ? and name = ?",
                at.toString(),
                team.id().value(),
                order);
    int _ =
        test.sql()
            .execute(
                "update order_lines set exclusion = 'cancelled' where workspace_id = ? and order_id"
                    + " = (select id from orders where workspace_id = ? and name = ?)",
                team.id().value(),
                team.id().value(),
                order);
    history.lines.replaceAll(
        line -> line.name().equals(order) ? excluded(line, line.net(), "cancelled") : line);
  }

  private Report report(String from, String to, Dating dating) {
    return attribution.report(
        team.id(),
        new Question(
            Optional.of(new DayRange(LocalDate.parse(from), LocalDate.parse(to))),
            Optional.of(RULES),
            Optional.empty(),
            Optional.empty(),
            dating));
  }

  private static List<Long> media(Report report) {
    return report.media().stream().map(figures -> figures.revenue().minor()).toList();
  }

  private static Map<Long, Long> revenues(Report report) {
    Map<Long, Long> revenues = new TreeMap<>();
    for (MediaFigures figures : report.media()) {
      if (figures.revenue().minor() != 0) {
        revenues.put(figures.media().value(), figures.revenue().minor());
      }
    }
    return revenues;
  }

  private static Map<String, Long> sums(Totals totals) {
    Map<String, Long> sums = new TreeMap<>();
    sums.put("net", totals.net().minor());
    sums.put("attributed", totals.attributed().minor());
    totals.withoutPost().forEach((reason, money) -> sums.put(reason.code(), money.minor()));
    sums.values().removeIf(minor -> minor == 0);
    assertThat(
            totals.attributed().minor()
                + totals.withoutPost().values().stream().mapToLong(Money::minor).sum())
        .isEqualTo(totals.net().minor());
    return sums;
  }

  /// @param after excluded if nothing counts any more
  private record Event(Instant at, Line before, Line after) {}
}
