package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.INBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.TestCore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
final class InboxRaceTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final Inbox inbox = test.core().inbox();
  private final InboxRows rows = new InboxRows(test.sql(), inbox);

  @BeforeEach
  void empty_the_inbox() {
    test.sql().truncate(INBOX).execute();
  }

  @Test
  void handles_other_lanes_while_one_is_at_work() throws Exception {
    rows.receives(1, 11, 12);
    rows.receives(2, 21, 22);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);

    try (ExecutorService another = Executors.newSingleThreadExecutor()) {
      Future<Boolean> slow =
          another.submit(
              () -> inbox.handleNext(_ -> waiting(started, finish), _ -> InboxRaceTest::nothing));
      assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
      List<Long> meanwhile = rows.handledNow();
      finish.countDown();

      assertThat(slow.get()).isTrue();
      assertThat(meanwhile).containsExactly(21L, 22L);
      assertThat(rows.handledNow()).containsExactly(12L);
    }
  }

  private static Runnable waiting(CountDownLatch started, CountDownLatch finish) {
    started.countDown();
    try {
      assertThat(finish.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return InboxRaceTest::nothing;
  }

  @Test
  void handles_each_update_once_and_each_lane_in_order_with_many_hands() throws Exception {
    int lanes = 7;
    long[] all = new long[210];
    for (int id = 0; id < all.length; id++) {
      all[id] = id;
      rows.receives(id % lanes, id);
    }
    List<Long> handled = Collections.synchronizedList(new ArrayList<>());

    List<Integer> shares =
        Race.of(
            4,
            () -> {
              int share = 0;
              while (inbox.waiting() > 0) {
                if (inbox.handleNext(
                    update -> record(update, handled), _ -> InboxRaceTest::nothing)) {
                  share++;
                }
              }
              return share;
            });

    Map<Long, List<Long>> byLane =
        handled.stream().collect(Collectors.groupingBy(id -> id % lanes));
    assertThat(handled).hasSize(all.length).doesNotHaveDuplicates();
    assertThat(byLane.values()).hasSize(lanes).allSatisfy(lane -> assertThat(lane).isSorted());
    assertThat(shares.stream().mapToInt(share -> share).sum()).isEqualTo(all.length);
  }

  private static Runnable record(StoredUpdate update, List<Long> handled) {
    handled.add(update.updateId());
    return InboxRaceTest::nothing;
  }

  @Test
  void lets_nobody_take_up_an_update_before_its_failure_is_recorded() throws Exception {
    rows.receives(1, 7);
    AtomicInteger attempts = new AtomicInteger();

    List<Boolean> _ =
        Race.of(
            4,
            () -> {
              boolean any = false;
              for (int look = 0; look < 25; look++) {
                any |=
                    inbox.handleNext(
                        _ -> {
                          attempts.incrementAndGet();
                          throw new IllegalStateException("a bug");
                        },
                        _ -> InboxRaceTest::nothing);
              }
              return any;
            });

    assertThat(attempts).hasValue(1);
    assertThat(rows.one(7).get(INBOX.ATTEMPTS)).isEqualTo(1);
  }

  private static void nothing() {}
}
