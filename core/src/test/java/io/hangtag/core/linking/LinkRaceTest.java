package io.hangtag.core.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.catalog.ProductId;
import io.hangtag.core.inbox.Inbox;
import io.hangtag.core.inbox.RawUpdate;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LinkRaceTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private static final int THREADS = 8;
  private static final AtomicLong UPDATES = new AtomicLong();

  private final SampleTeam team = test.team();
  private final Actor ann = team.person("Ann");
  private final Linking linking = test.core().linking();
  private final Hand hand = new Hand(linking, ann);
  private final LinkRows rows = new LinkRows(test.sql(), team.id());
  private final ProductId hoodie = team.product("Blue hoodie");
  private final MediaId photo = team.photo();

  @Test
  void links_a_pair_once_however_many_say_it_at_once() throws Exception {
    List<LinkOutcome> outcomes =
        Race.of(THREADS, () -> linking.link(ann, photo, Hand.featured(hoodie)));

    assertThat(outcomes).filteredOn(LinkOutcome.Linked.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(LinkOutcome.AlreadyLinked.class::isInstance)
        .hasSize(THREADS - 1);
    assertThat(rows.all()).hasSize(1);
    assertThat(rows.actions()).containsExactly("linked");
  }

  @Test
  void unlinks_a_link_once_however_many_say_it_at_once() throws Exception {
    LinkId link = hand.links(photo, hoodie).link().id();

    List<UnlinkOutcome> outcomes =
        Race.of(THREADS, () -> linking.unlink(ann, link, UnlinkReason.WRONG));

    assertThat(outcomes).filteredOn(UnlinkOutcome.Unlinked.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(UnlinkOutcome.AlreadyUnlinked.class::isInstance)
        .hasSize(THREADS - 1);
    assertThat(rows.actions()).containsExactly("linked", "unlinked");
  }

  @Test
  void undoes_a_batch_once_however_many_say_it_at_once() throws Exception {
    BatchId batch = hand.linksAll(team.photos(3), hoodie).batch();

    List<UndoOutcome> outcomes = Race.of(THREADS, () -> linking.undo(ann, batch));

    assertThat(outcomes).filteredOn(new UndoOutcome.Undone(3, 0)::equals).hasSize(1);
    assertThat(outcomes).filteredOn(new UndoOutcome.NothingToUndo()::equals).hasSize(THREADS - 1);
    assertThat(rows.events()).hasSize(6);
  }

  @RepeatedTest(5)
  void links_the_same_photos_in_opposite_order() throws Exception {
    List<MediaId> photos = team.photos(200);

    List<BulkOutcome> outcomes =
        Race.between(
            List.of(
                () -> linking.linkAll(ann, photos, Hand.featured(hoodie)),
                () -> linking.linkAll(ann, photos.reversed(), Hand.featured(hoodie))));

    assertThat(outcomes).extracting(outcome -> ((BulkOutcome.Done) outcome).linked()).contains(200);
    assertThat(outcomes).extracting(outcome -> ((BulkOutcome.Done) outcome).linked()).contains(0);
    assertThat(rows.all()).hasSize(200);
    assertThat(rows.events()).hasSize(200);
  }

  @RepeatedTest(10)
  void answers_whoever_links_what_somebody_else_unlinks() throws Exception {
    LinkId link = hand.links(photo, hoodie).link().id();

    List<Object> outcomes =
        Race.between(
            List.of(
                () -> linking.link(ann, photo, Hand.featured(hoodie)),
                () -> linking.link(ann, photo, Hand.featured(hoodie)),
                () -> linking.unlink(ann, link, UnlinkReason.WRONG)));

    long active = linking.linksOf(team.id(), List.of(photo)).size();
    long linkedAnew = outcomes.stream().filter(LinkOutcome.Linked.class::isInstance).count();
    assertThat(outcomes).hasAtLeastOneElementOfType(UnlinkOutcome.Unlinked.class);
    assertThat(active).isEqualTo(linkedAnew);
  }

  @Test
  void waits_for_a_change_that_is_under_way_and_does_not_take_it_back() throws Exception {
    BatchId batch = hand.links(photo, hoodie).batch();
    Hand bob = new Hand(linking, team.person("Bob"));

    UndoOutcome outcome =
        whileUnderWay(
            () -> bob.retypes(photo, hoodie, LinkType.MENTIONED), () -> linking.undo(ann, batch));

    assertThat(outcome).isEqualTo(new UndoOutcome.NothingToUndo());
    assertThat(linking.linksOf(team.id(), List.of(photo)))
        .extracting(Link::type)
        .containsExactly(LinkType.MENTIONED);
  }

  @Test
  void waits_for_an_undo_that_is_under_way_and_links_anew() throws Exception {
    BatchId batch = hand.links(photo, hoodie).batch();

    LinkOutcome outcome =
        whileUnderWay(
            () -> linking.undo(ann, batch), () -> linking.link(ann, photo, Hand.featured(hoodie)));

    assertThat(outcome).isInstanceOf(LinkOutcome.Linked.class);
    assertThat(rows.actions()).containsExactly("linked", "undone", "linked");
  }

  /// Does something in a transaction that ends only when something else waits for it.
  private static <T> T whileUnderWay(Callable<?> change, Callable<T> other) throws Exception {
    CountDownLatch changed = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Inbox inbox = test.core().inbox();
    int _ = inbox.store(List.of(new RawUpdate(UPDATES.incrementAndGet(), 1, "{}")));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first =
          threads.submit(() -> inbox.handleNext(_ -> held(change, changed, end), _ -> () -> {}));
      assertThat(changed.await(30, TimeUnit.SECONDS)).isTrue();
      Future<T> second = threads.submit(other);
      awaitSomebodyWaiting();
      end.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
      return second.get(30, TimeUnit.SECONDS);
    }
  }

  private static Runnable held(Callable<?> change, CountDownLatch changed, CountDownLatch end) {
    try {
      Object _ = change.call();
      changed.countDown();
      assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return () -> {};
  }

  private static void awaitSomebodyWaiting() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    String waiting =
        "select exists (select from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock')";
    while (!Boolean.TRUE.equals(test.sql().fetchValue(waiting))) {
      assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
    }
  }

  @RepeatedTest(10)
  void takes_back_nothing_that_somebody_says_at_the_same_moment() throws Exception {
    BatchId batch = hand.links(photo, hoodie).batch();
    LinkRequest mentioned = LinkRequest.of(hoodie, LinkType.MENTIONED);

    List<Object> outcomes =
        Race.between(
            List.of(() -> linking.undo(ann, batch), () -> linking.link(ann, photo, mentioned)));

    assertThat(outcomes.getFirst())
        .isIn(new UndoOutcome.NothingToUndo(), new UndoOutcome.Undone(1, 0));
    assertThat(outcomes.getLast())
        .isInstanceOfAny(LinkOutcome.Linked.class, LinkOutcome.Retyped.class);
    assertThat(linking.linksTo(team.id(), hoodie, Optional.empty()))
        .singleElement()
        .satisfies(link -> assertThat(link.type()).isEqualTo(LinkType.MENTIONED));
  }
}
