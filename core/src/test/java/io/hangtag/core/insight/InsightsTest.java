package io.hangtag.core.insight;

import static io.hangtag.db.schema.Tables.MEDIA_PRODUCT_LINKS;
import static io.hangtag.db.schema.Tables.ORDERS;
import static io.hangtag.db.schema.Tables.ORDER_LINES;
import static io.hangtag.db.schema.Tables.POSTS;
import static io.hangtag.db.schema.Tables.POST_MEDIA;
import static io.hangtag.db.schema.Tables.PRODUCTS;
import static io.hangtag.db.schema.Tables.WORKSPACES;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.insight.ShopHistory.Posting;
import io.hangtag.core.insight.ShopHistory.Sales;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Workspace;
import io.hangtag.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InsightsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant POSTED = Instant.parse("2026-03-10T18:20:00Z");
  private static final Duration WINDOW = Duration.ofDays(3);
  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  private static final LocalDate TO = LocalDate.of(2026, 4, 1);

  private final Map<String, Long> orders = new HashMap<>();
  private SampleTeam team;
  private Workspace workspace;
  private ProductId hoodie;
  private ProductId mug;

  @BeforeEach
  void a_team_in_berlin_with_two_products() {
    team = SampleTeam.in(db.dsl());
    workspace = new Workspace(team.id(), "Team", BERLIN, Currency.getInstance("USD"));
    hoodie = team.product("Hoodie");
    mug = team.product("Mug");
  }

  @Test
  void adds_up_orders_by_product_and_hour_of_the_teams_own() {
    line("#1", hoodie, "2026-03-10T10:05:00Z");
    line("#2", hoodie, "2026-03-10T10:59:59Z");
    line("#2", hoodie, "2026-03-10T10:59:59Z");
    line("#3", mug, "2026-03-10T11:00:00Z");

    assertThat(history().sales())
        .containsExactlyInAnyOrder(
            new Sales(hoodie, Instant.parse("2026-03-10T10:00:00Z"), 2),
            new Sales(mug, Instant.parse("2026-03-10T11:00:00Z"), 1));
  }

  @Test
  void keeps_the_two_hours_apart_that_have_the_same_name_when_clocks_are_changed() {
    line("#1", hoodie, "2026-10-25T00:30:00Z");
    line("#2", hoodie, "2026-10-25T01:30:00Z");

    List<Sales> sales =
        new InsightQueries(db.dsl())
            .history(workspace, LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 27), WINDOW)
            .sales();

    assertThat(sales)
        .extracting(Sales::hour)
        .containsExactlyInAnyOrder(
            Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));
  }

  @Test
  void begins_hours_when_the_teams_clock_does() {
    line("#1", hoodie, "2026-03-10T10:29:00Z");
    line("#2", hoodie, "2026-03-10T10:31:00Z");
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");

    List<Sales> sales =
        new InsightQueries(db.dsl())
            .history(
                new Workspace(team.id(), "Team", kolkata, workspace.currency()), FROM, TO, WINDOW)
            .sales();

    assertThat(sales)
        .extracting(Sales::hour)
        .containsExactlyInAnyOrder(
            Instant.parse("2026-03-10T09:30:00Z"), Instant.parse("2026-03-10T10:30:00Z"));
  }

  @Test
  void leaves_out_what_does_not_count_and_what_is_not_known() {
    line("#1", hoodie, "2026-03-10T10:05:00Z");
    line("#2", null, "2026-03-10T10:05:00Z");
    line("#3", hoodie, "2026-03-10T10:05:00Z");
    exclude("#3", "cancelled");
    line("#4", hoodie, "2026-02-28T22:59:59Z");
    line("#5", hoodie, "2026-03-31T22:00:00Z");

    assertThat(history().sales()).extracting(Sales::orders).containsExactly(1);
  }

  @Test
  void takes_posts_with_what_their_media_show_each_product_once() {
    MediaId one = team.photo();
    MediaId two = team.photo();
    link(one, hoodie);
    link(two, hoodie);
    link(two, mug);
    post(POSTED, "posted", one, two);

    assertThat(history().posts()).containsExactly(new Posting(POSTED, List.of(hoodie, mug)));
  }

  @Test
  void takes_posts_of_a_window_before_the_first_day_too() {
    MediaId photo = team.photo();
    link(photo, hoodie);
    post(Instant.parse("2026-02-25T23:00:00Z"), "posted", photo);
    post(Instant.parse("2026-02-25T22:59:59Z"), "posted", photo);
    post(Instant.parse("2026-03-31T22:00:00Z"), "posted", photo);

    assertThat(history().posts())
        .extracting(Posting::at)
        .containsExactly(Instant.parse("2026-02-25T23:00:00Z"));
  }

  @Test
  void leaves_out_posts_that_were_not_published_and_links_that_do_not_hold() {
    MediaId failed = team.photo();
    link(failed, hoodie);
    post(POSTED, "failed", failed);
    MediaId suggested = team.photo();
    set(link(suggested, hoodie), Map.of(MEDIA_PRODUCT_LINKS.LINK_TYPE, "suggested"));
    post(POSTED, "posted", suggested);
    MediaId wrong = team.photo();
    unlink(link(wrong, hoodie), "wrong");
    post(POSTED, "posted", wrong);

    assertThat(history().posts()).isEmpty();
  }

  @Test
  void takes_links_from_when_they_hold_to_when_they_end() {
    MediaId from = team.photo();
    set(link(from, hoodie), Map.of(MEDIA_PRODUCT_LINKS.EFFECTIVE_FROM, POSTED));
    MediaId to = team.photo();
    long ended = link(to, mug);
    unlink(ended, "ended");
    set(ended, Map.of(MEDIA_PRODUCT_LINKS.EFFECTIVE_TO, POSTED));
    post(POSTED, "posted", from, to);
    post(POSTED.minusSeconds(1), "posted", from, to);

    assertThat(history().posts())
        .containsExactlyInAnyOrder(
            new Posting(POSTED, List.of(hoodie)),
            new Posting(POSTED.minusSeconds(1), List.of(mug)));
  }

  @Test
  void takes_the_teams_window_and_its_kinds_of_products() {
    db.dsl()
        .update(WORKSPACES)
        .set(WORKSPACES.ATTRIBUTION_WINDOW_HOURS, 48)
        .where(WORKSPACES.ID.eq(team.id().value()))
        .execute();
    db.dsl()
        .update(PRODUCTS)
        .set(PRODUCTS.PRODUCT_TYPE, "Hoodies")
        .where(PRODUCTS.ID.eq(hoodie.value()))
        .execute();

    assertThat(history().window()).hasHours(48);
    assertThat(history().categories()).containsExactly(Map.entry(hoodie, "Hoodies"));
  }

  @Test
  void sees_nothing_of_other_teams() {
    SampleTeam other = SampleTeam.in(db.dsl());
    line("#1", hoodie, "2026-03-10T10:05:00Z");
    MediaId photo = team.photo();
    link(photo, hoodie);
    post(POSTED, "posted", photo);

    ShopHistory theirs =
        new InsightQueries(db.dsl())
            .history(
                new Workspace(other.id(), "Other", BERLIN, Currency.getInstance("USD")),
                FROM,
                TO,
                WINDOW);

    assertThat(theirs.sales()).isEmpty();
    assertThat(theirs.posts()).isEmpty();
    assertThat(theirs.categories()).isEmpty();
  }

  @Test
  void looks_at_whole_weeks_up_to_the_day_of_the_last_order() {
    line("#1", hoodie, "2026-03-01T10:00:00Z");
    line("#2", hoodie, "2026-03-31T10:00:00Z");

    InsightReport report = new Insights(db.dsl()).of(workspace);

    assertThat(report.period())
        .isEqualTo(
            new InsightReport.Period(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 30), 4, 72));
    assertThat(report.lift().details().orders()).isZero();
  }

  @Test
  void looks_back_a_year_at_most() {
    line("#1", hoodie, "2020-03-01T10:00:00Z");
    line("#2", hoodie, "2026-03-31T10:00:00Z");

    assertThat(new Insights(db.dsl()).of(workspace).period().weeks()).isEqualTo(52);
  }

  @Test
  void says_not_enough_data_without_any_orders() {
    InsightReport report = new Insights(db.dsl()).about(hoodie, workspace);

    assertThat(report.period().weeks()).isZero();
    assertThat(report.findings())
        .allSatisfy(
            finding -> assertThat(finding.evidence().verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA));
  }

  @Test
  void knows_what_share_of_orders_comes_after_posts_by_chance() {
    MediaId photo = team.photo();
    link(photo, hoodie);
    post(Instant.parse("2026-03-10T09:00:00Z"), "posted", photo);
    for (int week = 0; week < 4; week++) {
      Instant tuesday = Instant.parse("2026-03-10T10:00:00Z").plus(Duration.ofDays(7L * week));
      line("#h" + week, hoodie, tuesday.toString());
      line("#m" + week, mug, tuesday.toString());
    }
    Insights insights = new Insights(db.dsl());
    LocalDate last = LocalDate.of(2026, 4, 5);

    assertThat(insights.chanceCoverage(workspace, last, last, WINDOW)).hasValue(1 / 8.0);
    assertThat(insights.chanceCoverage(workspace, last, last, Duration.ofHours(1))).hasValue(0.0);
    assertThat(insights.chanceCoverage(workspace, FROM.minusYears(2), FROM, WINDOW)).isEmpty();
  }

  private ShopHistory history() {
    InsightQueries queries = new InsightQueries(db.dsl());
    return queries.history(workspace, FROM, TO, queries.window(workspace.id()));
  }

  private void line(String order, @Nullable ProductId product, String at) {
    long id = orders.computeIfAbsent(order, name -> order(name, Instant.parse(at)));
    db.dsl()
        .insertInto(ORDER_LINES)
        .set(ORDER_LINES.WORKSPACE_ID, team.id().value())
        .set(ORDER_LINES.ORDER_ID, id)
        .set(ORDER_LINES.POSITION, db.dsl().fetchCount(ORDER_LINES) + 1)
        .set(ORDER_LINES.PRODUCT_ID, product == null ? null : product.value())
        .set(ORDER_LINES.TITLE, "Something")
        .set(ORDER_LINES.QUANTITY, 1)
        .set(ORDER_LINES.GROSS_MINOR, 1000L)
        .set(ORDER_LINES.DISCOUNT_MINOR, 0L)
        .set(ORDER_LINES.TAX_MINOR, 0L)
        .set(ORDER_LINES.REFUNDED_MINOR, 0L)
        .set(ORDER_LINES.ORDER_MILLIONTHS, 1_000_000)
        .set(ORDER_LINES.CURRENCY, "USD")
        .set(ORDER_LINES.ORDERED_AT, Instant.parse(at))
        .execute();
  }

  private long order(String name, Instant at) {
    return db.dsl()
        .insertInto(ORDERS)
        .set(ORDERS.WORKSPACE_ID, team.id().value())
        .set(ORDERS.NAME, name)
        .set(ORDERS.CREATED_AT, at)
        .set(ORDERS.CURRENCY, "USD")
        .set(ORDERS.FINGERPRINT, "")
        .set(ORDERS.IMPORTED_AT, at)
        .set(ORDERS.UPDATED_AT, at)
        .returningResult(ORDERS.ID)
        .fetchSingle()
        .value1();
  }

  private void exclude(String order, String reason) {
    db.dsl()
        .update(ORDER_LINES)
        .set(ORDER_LINES.EXCLUSION, reason)
        .where(ORDER_LINES.ORDER_ID.eq(Objects.requireNonNull(orders.get(order))))
        .execute();
  }

  @CanIgnoreReturnValue
  private long link(MediaId media, ProductId product) {
    return db.dsl()
        .insertInto(MEDIA_PRODUCT_LINKS)
        .set(MEDIA_PRODUCT_LINKS.WORKSPACE_ID, team.id().value())
        .set(MEDIA_PRODUCT_LINKS.MEDIA_ITEM_ID, media.value())
        .set(MEDIA_PRODUCT_LINKS.PRODUCT_ID, product.value())
        .set(MEDIA_PRODUCT_LINKS.LINKED_AT, POSTED)
        .returningResult(MEDIA_PRODUCT_LINKS.ID)
        .fetchSingle()
        .value1();
  }

  private void unlink(long link, String reason) {
    set(
        link,
        Map.of(
            MEDIA_PRODUCT_LINKS.UNLINKED_AT, POSTED,
            MEDIA_PRODUCT_LINKS.UNLINK_REASON, reason));
  }

  private void set(long link, Map<Field<?>, Object> values) {
    Map<Field<?>, Object> all = new HashMap<>(values);
    if (values.containsKey(MEDIA_PRODUCT_LINKS.LINK_TYPE)) {
      all.put(MEDIA_PRODUCT_LINKS.IS_CONFIRMED, false);
    }
    db.dsl().update(MEDIA_PRODUCT_LINKS).set(all).where(MEDIA_PRODUCT_LINKS.ID.eq(link)).execute();
  }

  private void post(Instant at, String status, MediaId... media) {
    long post =
        db.dsl()
            .insertInto(POSTS)
            .set(POSTS.WORKSPACE_ID, team.id().value())
            .set(POSTS.CHANNEL, "tiktok")
            .set(POSTS.POSTED_AT, at)
            .set(POSTS.STATUS, status)
            .set(POSTS.CREATED_AT, at)
            .set(POSTS.UPDATED_AT, at)
            .returningResult(POSTS.ID)
            .fetchSingle()
            .value1();
    for (int place = 0; place < media.length; place++) {
      db.dsl()
          .insertInto(POST_MEDIA)
          .set(POST_MEDIA.WORKSPACE_ID, team.id().value())
          .set(POST_MEDIA.POST_ID, post)
          .set(POST_MEDIA.POSITION, place + 1)
          .set(POST_MEDIA.MEDIA_ITEM_ID, media[place].value())
          .execute();
    }
  }
}
