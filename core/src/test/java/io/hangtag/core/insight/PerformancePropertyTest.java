package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.BruteForce;
import io.hangtag.core.attribution.DayRange;
import io.hangtag.core.attribution.History;
import io.hangtag.core.attribution.History.Line;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Post;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.attribution.Question;
import io.hangtag.core.attribution.Report;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random histories around changes of the clocks and the year, against counting one by one.
final class PerformancePropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final int DAYS = 16;

  private final SampleTeam team = test.team();
  private final Performance performance = test.core().performance();
  private final History history = new History(test.sql(), team);
  private final Map<Long, Seen> seen = new HashMap<>();
  private final List<ProductId> products = team.products(4);
  private final List<MediaId> media = team.photos(5);
  private Instant start = Instant.EPOCH;
  private ZoneId zone = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource({
    "1, Europe/Berlin, 2026-03-20",
    "2, Europe/Berlin, 2026-10-16",
    "3, America/New_York, 2026-12-23",
    "4, Pacific/Auckland, 2026-12-23",
    "5, Africa/Cairo, 2026-04-15",
    "6, UTC, 2024-12-23",
    "7, America/Santiago, 2026-08-30"
  })
  void counts_what_happened_in_each_period(long seed, ZoneId zone, LocalDate from) {
    Random random = new Random(seed);
    happens(random, zone, from);
    for (PeriodType type : PeriodType.values()) {
      assertThat(calculated(type, Optional.empty()))
          .as("seed %d, %s", seed, type)
          .isEqualTo(expected(type));
    }
    history.refund(refundable(random), 1);
    happensMore(random);
    DayRange piece = new DayRange(from.plusDays(3), from.plusDays(9));
    for (PeriodType type : PeriodType.values()) {
      Map<Key, Row> before = expected(type);

      Map<Key, Row> renewed = calculated(type, Optional.of(piece));

      assertThat(renewed.entrySet())
          .as("seed %d, %s, only %s", seed, type, piece)
          .containsAll(
              before.entrySet().stream()
                  .filter(row -> isIn(row.getKey().start, type.whole(piece)))
                  .toList());
      assertThat(calculated(type, Optional.empty())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"11, Europe/Berlin, 2026-03-20", "12, America/New_York, 2026-12-23"})
  void days_weeks_and_months_come_to_the_same_as_the_report(
      long seed, ZoneId zone, LocalDate from) {
    happens(new Random(seed), zone, from);

    Map<String, List<Long>> days = sums(PeriodType.DAILY);

    assertThat(sums(PeriodType.WEEKLY)).as("seed %d", seed).isEqualTo(days);
    assertThat(sums(PeriodType.MONTHLY)).isEqualTo(days);
    Report report =
        test.core()
            .attribution()
            .report(
                team.id(),
                new Question(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    for (Totals totals :
        Stream.concat(Stream.of(report.totals()), report.others().stream()).toList()) {
      List<Long> sums = Objects.requireNonNull(days.get(totals.net().currency().getCurrencyCode()));
      long unknown =
          history.lines.stream()
              .filter(line -> line.product() == null && line.exclusion() == null)
              .filter(line -> line.currency().equals(totals.net().currency().getCurrencyCode()))
              .mapToLong(Line::net)
              .sum();
      assertThat(sums.get(0) + unknown).isEqualTo(totals.net().minor() - totals.excluded().minor());
      assertThat(sums.get(1)).isEqualTo(totals.attributed().minor());
    }
  }

  /// Revenue, attributed revenue and the orders of each product, by currency.
  private Map<String, List<Long>> sums(PeriodType type) {
    Map<String, List<Long>> sums = new TreeMap<>();
    for (Map.Entry<Key, Row> row : calculated(type, Optional.empty()).entrySet()) {
      List<Long> figures = new ArrayList<>(List.of(row.getValue().revenue, row.getValue().earned));
      for (ProductId product : products) {
        boolean own = product.equals(row.getKey().product);
        figures.add(own ? row.getValue().orders : 0);
        figures.add(own ? row.getValue().influenced : 0);
      }
      sums.merge(
          row.getKey().currency,
          figures,
          (one, other) ->
              IntStream.range(0, one.size()).mapToObj(i -> one.get(i) + other.get(i)).toList());
    }
    return sums;
  }

  private static boolean isIn(LocalDate day, DayRange range) {
    return !day.isBefore(range.from()) && !day.isAfter(range.to());
  }

  private Map<Key, Row> calculated(PeriodType type, Optional<DayRange> days) {
    assertThat(performance.calculate(team.id(), type, Optional.empty(), days))
        .isInstanceOf(CalculateOutcome.Calculated.class);
    Map<Key, Row> rows = new HashMap<>();
    for (ProductPeriod row : performance.show(team.id(), type, Optional.empty(), days)) {
      Row before =
          rows.put(
              new Key(
                  row.product(),
                  row.days().from(),
                  row.sales().revenue().currency().getCurrencyCode()),
              new Row(
                  row.posts(),
                  row.sales().orders(),
                  row.sales().revenue().minor(),
                  row.attributed().orders(),
                  row.attributed().revenue().minor(),
                  row.attributed().rate() == null
                      ? null
                      : row.attributed().rate().setScale(9, RoundingMode.HALF_UP)));
      assertThat(before).isNull();
    }
    return rows;
  }

  private Map<Key, Row> expected(PeriodType type) {
    List<LocalDate> days =
        Stream.concat(
                history.lines.stream().map(Line::at),
                history.posts.stream().filter(post -> post.status().equals("posted")).map(Post::at))
            .map(this::dayOf)
            .sorted()
            .toList();
    Map<Key, Row> rows = new HashMap<>();
    for (ProductId product : products) {
      boolean used =
          history.lines.stream().anyMatch(line -> product.equals(line.product()))
              || history.posts.stream().anyMatch(post -> BruteForce.shows(post, product, history));
      for (LocalDate day = days.getFirst();
          used && !day.isAfter(days.getLast());
          day = day.plusDays(1)) {
        for (String currency : List.of("USD", "EUR")) {
          Key key = new Key(product, type.start(day), currency);
          Row row = counted(type, key);
          if (currency.equals("USD") || row.orders > 0) {
            rows.put(key, row);
          }
        }
      }
    }
    return rows;
  }

  private Row counted(PeriodType type, Key key) {
    BruteForce brute =
        new BruteForce(history, test.core().attribution().settings(team.id()).rules());
    List<Line> lines =
        history.lines.stream()
            .filter(line -> key.product.equals(line.product()) && line.exclusion() == null)
            .filter(line -> line.currency().equals(key.currency))
            .filter(line -> type.start(dayOf(line.at())).equals(key.start))
            .toList();
    List<Line> credited = lines.stream().filter(line -> !brute.shares(line).isEmpty()).toList();
    List<Post> posts =
        history.posts.stream()
            .filter(post -> post.status().equals("posted"))
            .filter(post -> type.start(dayOf(post.at())).equals(key.start))
            .toList();
    List<Post> with =
        posts.stream().filter(post -> BruteForce.shows(post, key.product, history)).toList();
    long orders = lines.stream().map(Line::order).distinct().count();
    long influenced = credited.stream().map(Line::order).distinct().count();
    return new Row(
        new ProductPeriod.Posts(
            posts.size(),
            with.size(),
            with.stream().mapToLong(post -> seen(post).impressions).sum(),
            with.stream().mapToLong(post -> seen(post).reach).sum(),
            with.stream().mapToLong(post -> seen(post).likes).sum()),
        orders,
        lines.stream().mapToLong(Line::net).sum(),
        influenced,
        credited.stream().mapToLong(Line::net).sum(),
        orders == 0
            ? null
            : BigDecimal.valueOf(influenced)
                .divide(BigDecimal.valueOf(orders), 9, RoundingMode.HALF_UP));
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  private void happens(Random random, ZoneId there, LocalDate from) {
    zone = there;
    start = from.atStartOfDay(there).toInstant();
    test.sql()
        .update(WORKSPACES)
        .set(WORKSPACES.TIMEZONE, there.getId())
        .where(WORKSPACES.ID.eq(team.id().value()))
        .execute();
    for (MediaId medium : media) {
      for (ProductId product : products.subList(0, 3)) {
        if (random.nextInt(3) == 0) {
          Link _ = history.link(anyLink(medium, product, random));
        }
      }
    }
    happensMore(random);
  }

  private Link anyLink(MediaId medium, ProductId product, Random random) {
    return new Link(
        0,
        medium,
        product,
        random.nextInt(6) == 0 ? "suggested" : "featured",
        random.nextInt(4) == 0 ? anyTime(random) : null,
        null,
        random.nextInt(6) == 0 ? random.nextBoolean() ? "wrong" : "ended" : null);
  }

  private void happensMore(Random random) {
    for (int post = 0; post < 10; post++) {
      addPost(random);
    }
    for (int order = 0; order < 25; order++) {
      List<Sold> sold = new ArrayList<>();
      for (int line = 0; line <= random.nextInt(3); line++) {
        sold.add(
            new Sold(
                random.nextInt(10) == 0 ? null : products.get(random.nextInt(3)),
                random.nextInt(10_000),
                random.nextInt(10) == 0 ? "cancelled" : null));
      }
      String _ = history.order(anyTime(random), random.nextInt(4) == 0 ? "EUR" : "USD", sold);
    }
  }

  private void addPost(Random random) {
    List<MediaId> shown =
        random.ints(0, media.size()).limit(2).distinct().mapToObj(media::get).toList();
    Post post = history.post(anyTime(random), random.nextInt(8) == 0 ? "failed" : "posted", shown);
    Seen of = new Seen(random.nextInt(900), random.nextInt(500), random.nextInt(50));
    seen.put(post.id(), of);
    test.sql()
        .update(POSTS)
        .set(POSTS.IMPRESSIONS, of.impressions)
        .set(POSTS.REACH, of.reach == 0 ? null : of.reach)
        .set(POSTS.LIKES, of.likes / 2)
        .set(POSTS.SAVES, of.likes - of.likes / 2)
        .where(POSTS.ID.eq(post.id()))
        .execute();
  }

  /// Often at the very border of a day.
  private Instant anyTime(Random random) {
    Instant day = dayOf(start).plusDays(random.nextInt(DAYS)).atStartOfDay(zone).toInstant();
    return switch (random.nextInt(3)) {
      case 0 -> day;
      case 1 -> day.minus(1, ChronoUnit.MICROS);
      default -> day.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
    };
  }

  private Line refundable(Random random) {
    List<Line> some =
        history.lines.stream().filter(line -> line.exclusion() == null && line.net() > 1).toList();
    return some.get(random.nextInt(some.size()));
  }

  private Seen seen(Post post) {
    return Objects.requireNonNull(seen.get(post.id()));
  }

  private record Seen(long impressions, long reach, long likes) {}

  private record Key(ProductId product, LocalDate start, String currency) {}

  private record Row(
      ProductPeriod.Posts posts,
      long orders,
      long revenue,
      long influenced,
      long earned,
      @Nullable BigDecimal rate) {}
}
