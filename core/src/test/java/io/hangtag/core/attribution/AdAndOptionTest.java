package io.hangtag.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.attribution.AdReport.Campaign;
import io.hangtag.core.attribution.History.Link;
import io.hangtag.core.attribution.History.Sold;
import io.hangtag.core.attribution.Report.CustomerFigures;
import io.hangtag.core.attribution.Report.MediaFigures;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ads, what orders prove, and ways of counting that are asked for.
final class AdAndOptionTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
  private static final DayRange MARCH =
      new DayRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));
  private static final Window WINDOW = new Window(72);

  private final SampleTeam team = test.team();
  private final Attribution attribution = test.core().attribution();
  private final History history = new History(test.sql(), team);
  private final MediaId photo = team.photo();
  private final MediaId other = team.photo();
  private final ProductId mug = team.product("Mug");
  private final ProductId cap = team.product("Cap");

  private void run(String sql, @Nullable Object... values) {
    int _ = test.sql().execute(sql, values);
  }

  private Link advertised(MediaId media, ProductId product, String campaign) {
    Link link = history.link(media, product);
    run("update media_product_links set ad_campaign_id = ? where id = ?", campaign, link.id());
    return link;
  }

  private String ordered(@Nullable String campaign, Sold... sold) {
    String order = history.order(NOON, "USD", List.of(sold));
    run(
        "update orders set utm_campaign = ? where workspace_id = ? and name = ?",
        campaign,
        team.id().value(),
        order);
    return order;
  }

  private void spent(String campaign, String day, long minor, String currency) {
    run(
        "insert into ad_spend values (?, ?, ?::date, ?, ?, now(), now())",
        team.id().value(),
        campaign,
        day,
        currency,
        minor);
  }

  private static Sold one(ProductId product, long net) {
    return new Sold(product, net, null);
  }

  private Report report(AttributionModel model, RuleOption... options) {
    return attribution.report(
        team.id(),
        new Question(
            Optional.of(MARCH),
            Optional.of(new Rules(model, WINDOW, Set.of(options))),
            Optional.empty(),
            Optional.empty()));
  }

  private List<CreditedLine> credits(AttributionModel model, RuleOption... options) {
    List<CreditedLine> lines = new ArrayList<>();
    attribution.credits(
        team.id(), MARCH, Optional.of(new Rules(model, WINDOW, Set.of(options))), lines::add);
    return lines;
  }

  private static List<Long> shares(List<CreditedLine> lines) {
    return lines.stream()
        .flatMap(line -> line.credits().stream().map(credit -> credit.credit().minor()))
        .toList();
  }

  @Test
  void an_ad_without_a_post_is_proven_by_the_orders_tags() {
    Link link = advertised(photo, mug, "C7");
    String order = ordered("C7", one(mug, 1_000), one(cap, 400));

    Report equal = report(AttributionModel.EQUAL);
    Report hybrid = report(AttributionModel.HYBRID);

    assertThat(equal.totals().attributed().minor()).isZero();
    assertThat(equal.totals().proven().minor()).isEqualTo(1_400);
    assertThat(hybrid.totals().attributed().minor()).isEqualTo(1_400);
    assertThat(hybrid.totals().unattributed().minor()).isZero();
    assertThat(hybrid.media().stream().map(MediaFigures::media)).containsExactly(photo);
    assertThat(hybrid.media().getFirst().revenue().minor()).isEqualTo(1_400);
    assertThat(credits(AttributionModel.HYBRID).getFirst().credits())
        .singleElement()
        .satisfies(
            credit -> {
              assertThat(credit.post()).isNull();
              assertThat(credit.media()).isEqualTo(photo);
            });
    assertThat(attribution.why(team.id(), order, Optional.empty()))
        .isInstanceOfSatisfying(
            WhyOutcome.Explained.class,
            why -> {
              Explanation.Proven proven = why.explanation().proven().orElseThrow();
              assertThat(proven.link().value()).isEqualTo(link.id());
              assertThat(proven.post()).isEmpty();
              assertThat(proven.campaign()).contains("C7");
              assertThat(proven.evidence()).isEqualTo(Evidence.AD_CAMPAIGN);
            });
  }

  @Test
  void proves_nothing_by_a_link_that_was_wrong_or_was_over_or_is_for_something_else() {
    history.unlink(advertised(photo, mug, "C7"), "wrong");
    Link over = advertised(other, mug, "C7");
    run(
        "update media_product_links set effective_to = ?::timestamptz where id = ?",
        NOON.toString(),
        over.id());
    Link _ = advertised(photo, cap, "C8");
    String _ = ordered("C7", one(mug, 1_000));
    String _ = ordered("C8", one(mug, 1_000));

    assertThat(report(AttributionModel.HYBRID).totals().proven().minor()).isZero();
  }

  @Test
  void keeps_two_orders_of_a_day_that_prove_the_same_post_or_ad() {
    Link _ = advertised(photo, mug, "C7");
    Link _ = advertised(other, cap, "C8");
    var _ = history.post(NOON.minus(Duration.ofDays(9)), photo);
    for (String campaign : List.of("C7", "C7", "C8", "C8")) {
      String _ = ordered(campaign, one(mug, 1_000), one(cap, 400));
    }
    // Within the window, so that the same post earns with and without proof.
    var _ = history.post(NOON.minus(Duration.ofHours(1)), photo);
    String _ = ordered(null, one(mug, 50));
    run("update workspaces set attribution_model = 'hybrid' where id = ?", team.id().value());

    Recalculated _ = attribution.recalculate(team.id());

    assertThat(
            test.sql()
                .fetch(
                    "select media_item_id, sum(revenue_minor)::bigint as revenue from credit_days"
                        + " where workspace_id = ? group by 1 order by 1",
                    team.id().value())
                .getValues("revenue", Long.class))
        .containsExactly(2_850L, 2_800L);
  }

  @Test
  void notes_an_ad_of_media_that_were_never_posted() {
    run("update workspaces set attribution_model = 'hybrid' where id = ?", team.id().value());
    String _ = ordered("C7", one(mug, 1_000));
    Link link = history.link(photo, mug);
    Recalculated _ = attribution.recalculate(team.id());
    run("update media_product_links set ad_campaign_id = 'C7' where id = ?", link.id());

    assertThat(attribution.isOutdated(team.id())).isTrue();
    Recalculated _ = attribution.refresh(team.id());

    assertThat(
            test.sql()
                .fetchValue(
                    "select attributed_revenue_minor from media_product_links where id = ?",
                    link.id()))
        .isEqualTo(1_000L);
  }

  @Test
  void sets_proven_revenue_beside_what_the_ad_cost() {
    Link _ = advertised(photo, mug, "C7");
    Link _ = advertised(team.photo(), mug, "shared");
    Link _ = advertised(other, cap, "shared");
    String _ = ordered("C7", one(mug, 1_000), one(cap, 500));
    spent("C7", "2026-03-01", 250, "USD");
    spent("C7", "2026-03-31", 250, "USD");
    spent("C7", "2026-04-01", 900, "USD");
    spent("shared", "2026-03-02", 100, "USD");
    spent("nobody's", "2026-03-02", 150, "USD");

    AdReport ads = report(AttributionModel.EQUAL).details().ads();

    assertThat(ads.total().spend().minor()).isEqualTo(750);
    assertThat(ads.total().roas()).contains(new BigDecimal("2"));
    assertThat(ads.campaigns().stream().map(Campaign::name))
        .containsExactly("C7", "nobody's", "shared");
    assertThat(ads.campaigns().getFirst().figures().roas()).contains(new BigDecimal("3"));
    assertThat(ads.campaigns().getFirst().orders()).isEqualTo(1);
    // What is spent for two media is neither's.
    assertThat(ads.media()).containsOnlyKeys(photo);
    assertThat(ads.media().values())
        .singleElement()
        .satisfies(it -> assertThat(it.spend().minor()).isEqualTo(500));
    // Of a product only its own lines.
    assertThat(ads.products())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.product()).isEqualTo(mug);
              assertThat(it.figures().roas()).contains(new BigDecimal("2"));
            });
  }

  @Test
  void says_no_return_of_nothing_or_of_another_currency() {
    Link _ = advertised(photo, mug, "C7");
    String _ = ordered("C7", one(mug, 1_000));
    assertThat(report(AttributionModel.EQUAL).details().ads().campaigns().getFirst().figures())
        .satisfies(it -> assertThat(it.roas()).isEmpty())
        .satisfies(it -> assertThat(it.revenue().minor()).isEqualTo(1_000));
    spent("C7", "2026-03-01", 250, "USD");
    spent("C7", "2026-03-01", 1, "EUR");

    AdReport ads = report(AttributionModel.EQUAL).details().ads();

    assertThat(ads.total().roas()).isEmpty();
    assertThat(ads.campaigns()).hasSize(2).allMatch(it -> it.figures().roas().isEmpty());
  }

  @Test
  void asked_about_one_photo_counts_all_lines_that_it_is_proven_to_have_sold() {
    Link _ = advertised(photo, mug, "C7");
    String _ = ordered("C7", one(mug, 1_000), one(cap, 500));

    spent("C7", "2026-02-01", 250, "USD");

    Report report =
        attribution.report(
            team.id(),
            new Question(Optional.empty(), Optional.empty(), Optional.of(photo), Optional.empty()));

    assertThat(report.details().ads().proven()).containsExactly(entry(photo, usd(1_500)));
    assertThat(report.details().ads().total().spend().minor()).isEqualTo(250);
  }

  @Test
  void excludes_orders_nobody_has_paid_for_only_if_asked_to() {
    Link _ = history.link(photo, mug);
    var _ = history.post(NOON.minus(Duration.ofHours(1)), photo);
    String unpaid = ordered(null, one(mug, 1_000));
    String _ = ordered(null, one(mug, 300));
    run(
        "update orders set financial_status = 'pending' where workspace_id = ? and name = ?",
        team.id().value(),
        unpaid);

    Report all = report(AttributionModel.EQUAL);
    Report paid = report(AttributionModel.EQUAL, RuleOption.PAID_ONLY);

    assertThat(all.totals().attributed().minor()).isEqualTo(1_300);
    assertThat(all.details().unpaidOrders()).isEqualTo(1);
    assertThat(paid.totals().attributed().minor()).isEqualTo(300);
    assertThat(paid.totals().withoutPost()).containsExactly(entry(Reason.UNPAID, usd(1_000)));
    assertThat(paid.totals().net().minor()).isEqualTo(1_300);
    assertThat(paid.details().unpaidOrders()).isZero();
  }

  @Test
  void counts_late_links_unless_asked_to_be_strict() {
    Link late = history.link(photo, mug);
    Link _ = history.link(other, mug);
    run(
        "update media_product_links set linked_at = ?::timestamptz where id = ?",
        NOON.plusNanos(1_000).toString(),
        late.id());
    var _ = history.post(NOON.minus(Duration.ofHours(2)), photo);
    var _ = history.post(NOON.minus(Duration.ofHours(1)), other, photo);
    String _ = ordered(null, one(mug, 1_000));

    assertThat(shares(credits(AttributionModel.EQUAL))).containsExactly(500L, 250L, 250L);
    assertThat(report(AttributionModel.EQUAL).details().lateLinks()).isEqualTo(1);
    assertThat(shares(credits(AttributionModel.EQUAL, RuleOption.STRICT_AS_OF)))
        .containsExactly(1_000L);
    Report strict = report(AttributionModel.EQUAL, RuleOption.STRICT_AS_OF);
    assertThat(strict.details().lateLinks()).isZero();
    assertThat(strict.totals().attributed().minor()).isEqualTo(1_000);
  }

  @Test
  void a_line_with_late_links_alone_has_no_confirmed_one() {
    Link late = history.link(photo, mug);
    run(
        "update media_product_links set linked_at = ?::timestamptz where id = ?",
        NOON.plusNanos(1_000).toString(),
        late.id());
    var _ = history.post(NOON.minus(Duration.ofHours(2)), photo);
    String _ = ordered(null, one(mug, 1_000));

    assertThat(credits(AttributionModel.EQUAL, RuleOption.STRICT_AS_OF).getFirst().reason())
        .contains(Reason.NO_CONFIRMED_LINK);
  }

  @Test
  void collapses_repeats_of_a_photo_to_its_latest_post() {
    Link _ = history.link(photo, mug);
    Link _ = history.link(other, mug);
    for (int hours = 4; hours > 1; hours--) {
      var _ = history.post(NOON.minus(Duration.ofHours(hours)), photo);
    }
    var _ = history.post(NOON.minus(Duration.ofHours(1)), other);
    String _ = ordered(null, one(mug, 1_001));

    assertThat(shares(credits(AttributionModel.EQUAL))).containsExactly(251L, 250L, 250L, 250L);
    assertThat(shares(credits(AttributionModel.EQUAL, RuleOption.COLLAPSE_REPEATS)))
        .containsExactly(501L, 500L);
    assertThat(shares(credits(AttributionModel.LAST, RuleOption.COLLAPSE_REPEATS)))
        .containsExactly(1_001L);
  }

  @Test
  void tells_what_was_bought_along_and_who_was_new() {
    Link _ = history.link(photo, mug);
    var _ = history.post(NOON.minus(Duration.ofHours(1)), photo);
    String fresh = ordered(null, one(mug, 1_000), one(cap, 400), new Sold(null, 30, null));
    String _ = ordered(null, one(cap, 700));
    run(
        "update orders set is_repeat_customer = false where workspace_id = ? and name = ?",
        team.id().value(),
        fresh);

    Report report = report(AttributionModel.EQUAL);

    assertThat(report.details().halo().orElseThrow().minor()).isEqualTo(430);
    assertThat(report.details().customers())
        .containsOnly(
            entry(Customer.NEW, new CustomerFigures(1, usd(1_430), usd(1_000))),
            entry(Customer.RETURNING, new CustomerFigures(0, usd(0), usd(0))),
            entry(Customer.UNKNOWN, new CustomerFigures(1, usd(700), usd(0))));
  }

  private static Money usd(long minor) {
    return new Money(minor, Currency.getInstance("USD"));
  }
}
