package io.hangtag.core.attribution;

import static io.hangtag.db.schema.Tables.CREDIT_DAYS;
import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.BruteForce.Share;
import io.hangtag.core.attribution.History.Line;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.attribution.Report.Totals;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Result;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories of a small shop, so crowded that every edge is met, against [BruteForce].
final class AttributionPropertyTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final DayRange ALL = RandomShop.ALL;

  private final SampleTeam team = test.team();
  private final Attribution attribution = test.core().attribution();
  private final History history = new History(test.sql(), team);
  private final RandomShop shop = new RandomShop(team, history);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void credits_what_the_rules_say_word_for_word(long seed) {
    Random random = new Random(seed);
    shop.fill(random);
    for (AttributionModel model : AttributionModel.values()) {
      Rules rules = new Rules(model, new Window(1 + random.nextInt(120)));

      List<CreditedLine> credited = credits(rules);

      BruteForce brute = new BruteForce(history, rules);
      assertThat(credited.stream().map(AttributionPropertyTest::shown))
          .as("seed %d, %s", seed, rules)
          .containsExactlyInAnyOrderElementsOf(
              history.lines.stream().map(line -> shown(line, brute)).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void loses_no_cent_and_counts_no_order_twice(long seed) {
    Random random = new Random(seed);
    shop.fill(random);
    for (AttributionModel model : AttributionModel.values()) {
      Rules rules = new Rules(model, new Window(1 + random.nextInt(120)));
      Report report = report(rules);
      BruteForce brute = new BruteForce(history, rules);
      for (Totals totals :
          Stream.concat(Stream.of(report.totals()), report.others().stream()).toList()) {
        assertTotals(totals, brute, "seed %d, %s".formatted(seed, rules));
      }
      for (MediaFigures figures : report.media()) {
        assertThat(figures.revenue().minor())
            .as("seed %d, %s, %s", seed, rules, figures.media())
            .isEqualTo(
                shares(brute, "USD")
                    .filter(share -> share.media().equals(figures.media()))
                    .mapToLong(Share::net)
                    .sum());
        assertThat(figures.orders())
            .isEqualTo(
                lines("USD")
                    .filter(
                        line ->
                            brute.shares(line).stream()
                                .anyMatch(share -> share.media().equals(figures.media())))
                    .map(Line::order)
                    .distinct()
                    .count());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void tells_media_by_day_and_products_at_once_what_the_rules_say(long seed) {
    shop.fill(new Random(seed));
    BruteForce brute = new BruteForce(history, attribution.settings(team.id()).rules());

    for (MediaId item : shop.media()) {
      assertThat(
              attribution.days(team.id(), List.of(item)).stream()
                  .mapToLong(day -> day.attributed().minor())
                  .sum())
          .as("seed %d, %s", seed, item)
          .isEqualTo(
              shares(brute, "USD")
                  .filter(share -> share.media().equals(item))
                  .mapToLong(Share::net)
                  .sum());
    }
    SoldProducts sold = attribution.sold(team.id(), shop.products(), ALL);
    for (ProductId product : shop.products()) {
      Question about =
          new Question(Optional.of(ALL), Optional.empty(), Optional.empty(), Optional.of(product));
      Totals totals = attribution.report(team.id(), about).totals();
      assertThat(sold.products().get(product))
          .as("seed %d, %s", seed, product)
          .isEqualTo(
              new SoldProducts.Sold(
                  new Money(
                      totals.net().minor() - totals.excluded().minor(), totals.net().currency()),
                  totals.attributed(),
                  (int) totals.orders(),
                  (int) totals.influencedOrders()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void changes_come_to_the_same_as_calculating_everything(long seed) {
    Random random = new Random(seed);
    shop.fill(random);
    assertThat(attribution.recalculate(team.id()).orderLines()).isEqualTo(history.lines.size());
    for (int round = 0; round < 6; round++) {
      for (int change = 0; change <= random.nextInt(4); change++) {
        shop.changeAnything(random);
      }
      Recalculated _ = attribution.refresh(team.id());
      Kept incremental = kept();
      Recalculated _ = attribution.recalculate(team.id());

      assertThat(incremental).as("seed %d, round %d", seed, round).isEqualTo(kept());
    }
    assertSumsOfKept(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void pieces_come_to_the_same_as_the_whole(long seed) {
    Random random = new Random(seed);
    shop.fill(random);
    Recalculated _ = attribution.recalculate(team.id());
    Kept whole = kept();
    LocalDate middle = ALL.from().plusDays(20 + random.nextInt(10));

    Recalculated _ = attribution.recalculate(team.id(), new DayRange(middle, ALL.to()));
    Recalculated _ =
        attribution.recalculate(team.id(), new DayRange(ALL.from(), middle.minusDays(1)));
    Recalculated _ = attribution.recalculate(team.id(), new DayRange(middle, middle));

    assertThat(kept()).as("seed %d", seed).isEqualTo(whole);
  }

  private void assertTotals(Totals totals, BruteForce brute, String which) {
    String currency = totals.net().currency().getCurrencyCode();
    assertThat(totals.attributed().minor())
        .as(which)
        .isEqualTo(shares(brute, currency).mapToLong(Share::net).sum());
    assertThat(
            totals.attributed().minor() + totals.unattributed().minor() + totals.excluded().minor())
        .as(which)
        .isEqualTo(totals.net().minor())
        .isEqualTo(lines(currency).mapToLong(Line::net).sum());
    Set<Long> influenced = new HashSet<>();
    lines(currency)
        .filter(line -> !brute.shares(line).isEmpty())
        .forEach(line -> influenced.add(line.order()));
    assertThat(totals.influencedOrders()).as(which).isEqualTo(influenced.size());
    assertThat(totals.creditedOrders().movePointRight(6).longValueExact())
        .isEqualTo(
            lines(currency)
                .filter(line -> !brute.shares(line).isEmpty())
                .mapToLong(Line::millionths)
                .sum());
  }

  private Stream<Line> lines(String currency) {
    return history.lines.stream().filter(line -> line.currency().equals(currency));
  }

  private Stream<Share> shares(BruteForce brute, String currency) {
    return lines(currency).flatMap(line -> brute.shares(line).stream());
  }

  /// What is kept adds up to what the rules say word for word.
  private void assertSumsOfKept(long seed) {
    BruteForce brute = new BruteForce(history, attribution.settings(team.id()).rules());
    for (Link link : history.links) {
      var row =
          test.sql()
              .selectFrom(MEDIA_PRODUCT_LINKS)
              .where(MEDIA_PRODUCT_LINKS.ID.eq(link.id()))
              .fetchSingle();
      boolean alone =
          history.links.stream()
                  .filter(
                      other ->
                          other.media().equals(link.media())
                              && other.product().equals(link.product()))
                  .count()
              == 1;
      if (alone) {
        List<Line> credited =
            lines("USD")
                .filter(line -> link.product().equals(line.product()))
                .filter(
                    line ->
                        brute.shares(line).stream()
                            .anyMatch(share -> share.media().equals(link.media())))
                .toList();
        assertThat(row.get(MEDIA_PRODUCT_LINKS.ATTRIBUTED_ORDERS))
            .as("seed %d, %s", seed, link)
            .isEqualTo((int) credited.stream().map(Line::order).distinct().count());
        assertThat(row.get(MEDIA_PRODUCT_LINKS.ATTRIBUTED_REVENUE_MINOR))
            .isEqualTo(
                credited.stream()
                    .flatMap(line -> brute.shares(line).stream())
                    .filter(share -> share.media().equals(link.media()))
                    .mapToLong(Share::net)
                    .sum());
      }
    }
  }

  private List<CreditedLine> credits(Rules rules) {
    List<CreditedLine> lines = new ArrayList<>();
    attribution.credits(team.id(), ALL, Optional.of(rules), lines::add);
    return lines;
  }

  private Report report(Rules rules) {
    return attribution.report(
        team.id(),
        new Question(Optional.of(ALL), Optional.of(rules), Optional.empty(), Optional.empty()));
  }

  static String shown(CreditedLine line) {
    return "%s/%d %d %s %s"
        .formatted(
            line.order(),
            line.line(),
            line.net().minor(),
            line.credits().stream()
                .map(
                    credit ->
                        new Share(
                            Long.parseLong(credit.post()), credit.media(), credit.credit().minor()))
                .toList(),
            line.reason());
  }

  static String shown(Line line, BruteForce brute) {
    return "%s/%d %d %s %s"
        .formatted(
            line.name(), line.position(), line.net(), brute.shares(line), brute.reason(line));
  }

  private Kept kept() {
    return new Kept(
        test.sql()
            .selectFrom(CREDIT_DAYS)
            .where(CREDIT_DAYS.WORKSPACE_ID.eq(team.id().value()))
            .orderBy(
                CREDIT_DAYS.PRODUCT_ID,
                CREDIT_DAYS.DAY,
                CREDIT_DAYS.POST_ID,
                CREDIT_DAYS.LINK_ID,
                CREDIT_DAYS.CURRENCY)
            .fetch(),
        test.sql()
            .select(
                MEDIA_PRODUCT_LINKS.ID,
                MEDIA_PRODUCT_LINKS.POSTS_USING_LINK,
                MEDIA_PRODUCT_LINKS.ATTRIBUTED_ORDERS,
                MEDIA_PRODUCT_LINKS.ATTRIBUTED_REVENUE_MINOR)
            .from(MEDIA_PRODUCT_LINKS)
            .where(MEDIA_PRODUCT_LINKS.WORKSPACE_ID.eq(team.id().value()))
            .orderBy(MEDIA_PRODUCT_LINKS.ID)
            .fetch());
  }

  private record Kept(Result<?> days, Result<?> links) {}
}
