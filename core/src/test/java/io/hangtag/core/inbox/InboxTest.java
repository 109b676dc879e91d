package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.INBOX;
import static io.hangtag.db.schema.Tables.MENUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.linking.LinkRequest;
import io.hangtag.core.linking.LinkType;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.team.Actor;
import io.hangtag.core.team.Role;
import io.hangtag.core.team.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InboxTest {
  @RegisterExtension static final TestCore test = new TestCore();
  private final SampleTeam team = test.team();
  private final Inbox inbox = test.core().inbox();
  private final InboxRows rows = new InboxRows(test.sql(), inbox);

  @BeforeEach
  void empty_the_inbox() {
    test.sql().truncate(INBOX).execute();
  }

  @Test
  void stores_an_update_once() {
    RawUpdate update = new RawUpdate(7, 1, "{\"text\": \"hello\"}");

    int first = inbox.store(List.of(update));
    int again = inbox.store(List.of(update, new RawUpdate(8, 1, "{}")));

    assertThat(first).isEqualTo(1);
    assertThat(again).isEqualTo(1);
    assertThat(inbox.waiting()).isEqualTo(2);
    assertThat(inbox.store(List.of())).isZero();
  }

  @Test
  void stores_another_update_of_the_same_number() {
    int _ = inbox.store(List.of(new RawUpdate(7, 1, "{\"text\": \"before a quiet week\"}")));

    int stored = inbox.store(List.of(new RawUpdate(7, 1, "{\"text\": \"after it\"}")));

    assertThat(stored).isEqualTo(1);
  }

  @Test
  void does_not_handle_an_update_again_that_comes_again() {
    rows.receives(1, 7);
    List<Long> _ = rows.handledNow();

    rows.receives(1, 7);

    assertThat(rows.handledNow()).isEmpty();
  }

  @Test
  void stores_what_json_can_say_and_postgres_cannot() {
    List<String> updates =
        List.of(
            "{\"text\": \"a\\u0000b\"}",
            "{\"text\": \"typed: \\\\u0000\"}",
            "{\"text\": \"typed: \\\\\\u0000 both\"}",
            "{\"text\": \"half \\ud83d a pair\"}",
            "{\"text\": \"other half \\uDE00\"}",
            "{\"text\": \"whole \\ud83d\\ude00\"}",
            "{\"text\": \"typed: \\\\ud83d\"}",
            "{\"text\": \"quoted \\\" \\n and \\u00e9\"}");
    List<RawUpdate> raw = new ArrayList<>();
    updates.forEach(json -> raw.add(new RawUpdate(raw.size(), 1, json)));

    int stored = inbox.store(raw);

    assertThat(stored).isEqualTo(updates.size());
    assertThat(rows.payloads())
        .containsExactly(
            "{\"text\": \"ab\"}",
            "{\"text\": \"typed: \\\\u0000\"}",
            "{\"text\": \"typed: \\\\ both\"}",
            "{\"text\": \"half \ufffd a pair\"}",
            "{\"text\": \"other half \ufffd\"}",
            "{\"text\": \"whole \ud83d\ude00\"}",
            "{\"text\": \"typed: \\\\ud83d\"}",
            "{\"text\": \"quoted \\\" \\n and \u00e9\"}");
  }

  @Test
  void hands_the_update_over_as_it_came() {
    int _ = inbox.store(List.of(new RawUpdate(7, -42, "{\"text\": \"hello\"}")));
    List<StoredUpdate> handled = new ArrayList<>();

    boolean any = inbox.handleNext(handling(handled), handling(handled));

    assertThat(any).isTrue();
    assertThat(handled)
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.updateId()).isEqualTo(7);
              assertThat(update.lane()).isEqualTo(-42);
              assertThat(update.json()).isEqualTo("{\"text\": \"hello\"}");
              assertThat(update.receivedAt()).isEqualTo(test.clock().instant());
              assertThat(update.attempts()).isZero();
            });
  }

  @Test
  void handles_a_lane_in_the_order_of_arrival() {
    rows.receives(1, 30, 10, 20);

    List<Long> handled = rows.handledNow();

    assertThat(handled).containsExactly(30L, 10L, 20L);
    assertThat(inbox.waiting()).isZero();
    assertThat(rows.failsNext("nothing is left")).isFalse();
  }

  @Test
  void takes_what_waits_longest_of_all_lanes() {
    rows.receives(9, 1);
    rows.receives(3, 2);
    rows.receives(9, 3);
    rows.receives(5, 4);

    List<Long> handled = rows.handledNow();

    assertThat(handled).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void keeps_the_effect_and_that_it_was_handled_together() {
    rows.receives(1, 7);

    boolean any = inbox.handleNext(_ -> saveMenu(), _ -> InboxTest::nothing);

    assertThat(any).isTrue();
    assertThat(menus()).isEqualTo(1);
    assertThat(rows.one(7).get(INBOX.HANDLED_AT)).isEqualTo(test.clock().instant());
  }

  @Test
  void keeps_nothing_of_what_a_failing_handler_did() {
    rows.receives(1, 7);
    Actor ann = team.person("Ann");
    MediaId photo = team.photo();
    LinkRequest request = LinkRequest.of(team.product("Mug"), LinkType.FEATURED);

    boolean any =
        inbox.handleNext(
            _ -> {
              Runnable _ = saveMenu();
              Object _ = test.core().linking().link(ann, photo, request);
              throw new IllegalStateException("a bug");
            },
            _ -> InboxTest::nothing);

    assertThat(any).isTrue();
    assertThat(menus()).isZero();
    assertThat(test.core().linking().historyOf(team.id(), photo)).isEmpty();
    assertThat(rows.one(7).get(INBOX.ATTEMPTS)).isEqualTo(1);
    assertThat(rows.one(7).get(INBOX.ERROR)).contains("a bug");
    assertThat(rows.one(7).get(INBOX.HANDLED_AT)).isNull();
  }

  @Test
  void tries_again_after_a_while_and_meanwhile_goes_on_with_other_lanes() {
    rows.receives(1, 7, 8);
    boolean _ = rows.failsNext("once");
    rows.receives(2, 9);

    List<Long> now = rows.handledNow();
    test.clock().pass(Duration.ofMillis(999));
    List<Long> tooEarly = rows.handledNow();
    test.clock().pass(Duration.ofMillis(1));
    List<Long> later = rows.handledNow();

    assertThat(now).containsExactly(9L);
    assertThat(tooEarly).isEmpty();
    assertThat(later).containsExactly(7L, 8L);
  }

  @Test
  void sets_an_update_aside_after_the_fourth_failure_and_goes_on_with_its_lane() {
    rows.receives(1, 7, 8);
    List<StoredUpdate> givenUp = new ArrayList<>();
    for (Duration wait : waits()) {
      boolean _ = inbox.handleNext(failing(), handling(givenUp));
      assertThat(givenUp).isEmpty();
      assertThat(rows.handledNow()).isEmpty();
      test.clock().pass(wait);
    }

    boolean last =
        inbox.handleNext(
            failing(),
            update -> {
              givenUp.add(update);
              return saveMenu();
            });

    assertThat(last).isTrue();
    assertThat(givenUp).extracting(StoredUpdate::updateId).containsExactly(7L);
    assertThat(menus()).isEqualTo(1);
    assertThat(rows.one(7).get(INBOX.SET_ASIDE_AT)).isEqualTo(test.clock().instant());
    assertThat(rows.one(7).get(INBOX.ATTEMPTS)).isEqualTo(4);
    assertThat(rows.one(7).get(INBOX.ERROR)).contains("always");
    assertThat(rows.handledNow()).containsExactly(8L);
    assertThat(inbox.waiting()).isZero();
  }

  @Test
  void sets_an_update_aside_even_if_nobody_can_be_told() {
    rows.receives(1, 7, 8);
    for (Duration wait : waits()) {
      boolean _ = rows.failsNext("always");
      test.clock().pass(wait);
    }

    boolean last =
        inbox.handleNext(
            failing(),
            _ -> {
              Runnable _ = saveMenu();
              throw new IllegalStateException("nor this");
            });

    assertThat(last).isTrue();
    assertThat(menus()).isZero();
    assertThat(rows.one(7).get(INBOX.SET_ASIDE_AT)).isNotNull();
    assertThat(rows.handledNow()).containsExactly(8L);
  }

  @Test
  void survives_a_handler_that_runs_out_of_stack() {
    rows.receives(1, 7);

    boolean any =
        inbox.handleNext(
            _ -> {
              throw new StackOverflowError();
            },
            _ -> InboxTest::nothing);

    assertThat(any).isTrue();
    assertThat(rows.one(7).get(INBOX.ERROR)).contains("StackOverflowError");
  }

  @Test
  void survives_a_handler_whose_class_is_broken() {
    rows.receives(1, 7);

    boolean any =
        inbox.handleNext(
            _ -> {
              throw new NoClassDefFoundError("missing");
            },
            _ -> InboxTest::nothing);

    assertThat(any).isTrue();
    assertThat(rows.one(7).get(INBOX.ERROR)).contains("missing");
  }

  @Test
  void keeps_an_error_that_postgres_cannot_hold_as_it_is() {
    rows.receives(1, 7);

    boolean _ = rows.failsNext("a\0b");

    assertThat(rows.one(7).get(INBOX.ERROR)).endsWith("ab");
  }

  @Test
  void survives_a_handler_whose_statement_failed() {
    rows.receives(1, 7);

    boolean _ =
        inbox.handleNext(
            _ -> {
              test.core().team().acted(team.id(), new UserId(999_999), Role.MEMBER);
              return InboxTest::nothing;
            },
            _ -> InboxTest::nothing);

    assertThat(rows.one(7).get(INBOX.ERROR)).contains("members_user_fk");
    assertThat(rows.one(7).get(INBOX.ATTEMPTS)).isEqualTo(1);
  }

  @Test
  void runs_what_is_to_be_done_afterwards_after_the_commit() {
    rows.receives(1, 7);
    List<Integer> seenFromOutside = new ArrayList<>();

    boolean _ =
        inbox.handleNext(
            _ -> {
              Runnable _ = saveMenu();
              seenFromOutside.add(menus());
              return () -> seenFromOutside.add(menus());
            },
            _ -> InboxTest::nothing);

    assertThat(seenFromOutside).containsExactly(0, 1);
  }

  @Test
  void does_not_take_what_fails_afterwards_for_a_failure_of_the_update() {
    rows.receives(1, 7);

    assertThatThrownBy(
            () ->
                inbox.handleNext(
                    _ ->
                        () -> {
                          throw new IllegalStateException("afterwards");
                        },
                    _ -> InboxTest::nothing))
        .hasMessage("afterwards");

    assertThat(rows.one(7).get(INBOX.HANDLED_AT)).isNotNull();
    assertThat(rows.one(7).get(INBOX.ATTEMPTS)).isZero();
    assertThat(rows.handledNow()).isEmpty();
  }

  @Test
  void forgets_what_was_handled_a_week_ago() {
    rows.receives(1, 1);
    List<Long> _ = rows.handledNow();
    test.clock().pass(Duration.ofDays(6));
    rows.receives(1, 2, 3);
    boolean _ = inbox.handleNext(_ -> InboxTest::nothing, _ -> InboxTest::nothing);
    test.clock().pass(Duration.ofDays(1).plusMillis(1));

    int forgotten = inbox.forgetOld();

    assertThat(forgotten).isEqualTo(1);
    assertThat(rows.payloads()).hasSize(2);
    assertThat(rows.handledNow()).containsExactly(3L);
  }

  private static List<Duration> waits() {
    return List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
  }

  private static Inbox.Handler failing() {
    return _ -> {
      throw new IllegalStateException("always");
    };
  }

  private static Inbox.Handler handling(List<StoredUpdate> handled) {
    return update -> {
      handled.add(update);
      return InboxTest::nothing;
    };
  }

  private Runnable saveMenu() {
    Object _ = test.core().menus().save(team.id(), "{}");
    return InboxTest::nothing;
  }

  private int menus() {
    return test.sql().fetchCount(MENUS, MENUS.WORKSPACE_ID.eq(team.id().value()));
  }

  private static void nothing() {}
}
