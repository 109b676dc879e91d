package io.hangtag.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.catalog.Products;
import io.hangtag.core.linking.Link;
import io.hangtag.core.linking.LinkOutcome;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.linking.Linking;
import io.hangtag.core.linking.UnlinkReason;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.db.Database;
import io.hangtag.db.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An import learns that two products are one while somebody links one of them.
final class MergeRaceTest {
  @RegisterExtension static final TestDatabase testDatabase = new TestDatabase();

  private static final String PRINTED =
      """
      {"id": "5d39b411749d0a000f30e0f4", "title": "Magnet", "tags": [], "visible": true,
        "external": %s, "variants": [
          {"id": 1, "title": "One", "sku": "SKU-1", "price": 400, "is_enabled": true}]}
      """;
  private static final String PUBLISHED = PRINTED.formatted("{\"id\":7632}");
  private static final String SHOPIFY =
      """
      {"products": [{"id": 7632, "handle": "square-magnet", "title": "Square Magnet",
        "status": "active", "variants": [{"id": 1, "title": "One", "sku": "S-1", "price": "5"}]}]}
      """;

  private static Database database;

  private ImportShop shop;
  private Linking linking;
  private Actor ann;
  private ProductId printed;
  private ProductId sold;
  private MediaId photo;

  @BeforeAll
  static void open() {
    database = ImportShop.open(testDatabase);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void two_products() {
    shop = ImportShop.in(database);
    shop.prints(PRINTED.formatted("null"));
    shop.imports(SHOPIFY);
    linking = new Linking(database.dsl(), new Products(database.dsl()), InstantSource.system());
    ann = new Actor(shop.workspace(), null);
    printed = product("Magnet");
    sold = product("Square Magnet");
    photo = photo();
  }

  private ProductId product(String title) {
    return new ProductId(
        Long.parseLong(
            shop.strings("id", "(select * from products where title = '" + title + "') t", "id")
                .getFirst()));
  }

  private MediaId photo() {
    int _ =
        shop.execute(
            "insert into media_items (workspace_id, kind, telegram_file_unique_id)"
                + " values (?, 'photo', gen_random_uuid()::text)");
    return new MediaId(Long.parseLong(shop.strings("max(id)", "media_items", "1").getFirst()));
  }

  private LinkOutcome links(ProductId product) {
    return linking.link(ann, photo, LinkRequest.of(product, LinkType.FEATURED));
  }

  private List<Link> active() {
    return linking.linksOf(shop.workspace(), List.of(photo));
  }

  private List<Link> history() {
    return linking.historyOf(shop.workspace(), sold);
  }

  @Test
  void a_link_that_waits_for_the_merge_is_one_to_the_kept_product() throws Exception {
    LinkOutcome outcome = whileUnderWay(() -> shop.prints(PUBLISHED), () -> links(printed));

    assertThat(outcome).isInstanceOf(LinkOutcome.Linked.class);
    assertThat(active()).extracting(link -> link.product().id()).containsExactly(sold);
    assertThat(history()).hasSize(1);
  }

  @Test
  void a_link_that_waits_for_the_merge_is_told_that_the_photo_is_linked_already() throws Exception {
    LinkOutcome first = links(sold);

    LinkOutcome outcome = whileUnderWay(() -> shop.prints(PUBLISHED), () -> links(printed));

    assertThat(first).isInstanceOf(LinkOutcome.Linked.class);
    assertThat(outcome).isInstanceOf(LinkOutcome.AlreadyLinked.class);
    assertThat(active()).hasSize(1);
  }

  @Test
  void a_merge_that_waits_for_a_link_takes_it_along() throws Exception {
    ImportReport report = whileUnderWay(() -> links(printed), () -> shop.prints(PUBLISHED));

    assertThat(report.updated()).isEqualTo(1);
    assertThat(active()).extracting(link -> link.product().id()).containsExactly(sold);
    assertThat(history()).hasSize(1);
  }

  @Test
  void a_merge_that_waits_for_a_link_folds_it_into_the_other() throws Exception {
    LinkOutcome first = links(sold);

    ImportReport _ = whileUnderWay(() -> links(printed), () -> shop.prints(PUBLISHED));

    assertThat(first).isInstanceOf(LinkOutcome.Linked.class);
    assertThat(active()).hasSize(1);
    assertThat(history()).extracting(Link::unlinkReason).contains(UnlinkReason.MERGED).hasSize(2);
  }

  @RepeatedTest(10)
  void leaves_one_link_and_all_of_the_history_whoever_is_first() throws Exception {
    List<Object> outcomes =
        Race.between(
            List.of(() -> shop.prints(PUBLISHED), () -> links(printed), () -> links(sold)));

    long linked = outcomes.stream().filter(LinkOutcome.Linked.class::isInstance).count();
    assertThat(outcomes)
        .hasOnlyElementsOfTypes(
            ImportReport.class, LinkOutcome.Linked.class, LinkOutcome.AlreadyLinked.class);
    assertThat(active()).extracting(link -> link.product().id()).containsExactly(sold);
    assertThat((long) history().size()).isEqualTo(linked);
    assertThat(shop.strings("action", "link_events", "id"))
        .filteredOn("linked"::equals)
        .hasSize((int) linked);
  }

  /// Does something in a transaction that ends only when something else waits for it.
  private static <T> T whileUnderWay(Supplier<?> change, Supplier<T> other) throws Exception {
    CountDownLatch changed = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first =
          threads.submit(
              () ->
                  database
                      .dsl()
                      .transactionResult(
                          () -> {
                            Object _ = change.get();
                            changed.countDown();
                            return end.await(60, TimeUnit.SECONDS);
                          }));
      assertThat(changed.await(30, TimeUnit.SECONDS)).isTrue();
      Future<T> second = threads.submit(other::get);
      awaitSomebodyWaiting();
      end.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
      return second.get(30, TimeUnit.SECONDS);
    }
  }

  private static void awaitSomebodyWaiting() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    String waiting =
        "select exists (select from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock')";
    while (!Boolean.TRUE.equals(testDatabase.dsl().fetchValue(waiting))) {
      assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
    }
  }
}
