package io.hangtag.core.inbox;

import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.core.Race;
import io.hangtag.core.SampleTeam;
import io.hangtag.core.TestCore;
import io.hangtag.core.inbox.Outbox.About;
import io.hangtag.core.inbox.Outbox.Due;
import io.hangtag.core.media.MediaId;
import io.hangtag.core.media.Subject;
import io.hangtag.core.team.ChatId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OutboxTest {
  @RegisterExtension static final TestCore test = new TestCore();

  private final SampleTeam team = test.team();
  private final Outbox outbox = test.core().outbox();
  private final ChatId chat = team.chat();
  private final ChatId other = team.chat();

  @BeforeEach
  void empty_the_outbox() {
    test.sql().truncate(OUTBOX).execute();
  }

  @Test
  void sends_the_messages_of_a_chat_in_order() {
    add(chat, "first");
    add(chat, "second");

    Due first = due();
    Optional<Due> meanwhile = outbox.claimNext();
    outbox.sent(first, 100);
    Due second = due();

    assertThat(text(first)).isEqualTo("first");
    assertThat(first.chat()).isEqualTo(chat);
    assertThat(first.attempts()).isZero();
    assertThat(first.uncertain()).isFalse();
    assertThat(first.about()).isEmpty();
    assertThat(meanwhile).isEmpty();
    assertThat(text(second)).isEqualTo("second");
  }

  @Test
  void sends_to_different_chats_side_by_side_what_waits_longest_first() {
    add(other, "theirs");
    add(chat, "ours");

    List<String> texts = List.of(text(due()), text(due()));

    assertThat(texts).containsExactly("theirs", "ours");
    assertThat(outbox.claimNext()).isEmpty();
    assertThat(outbox.waiting()).isEqualTo(2);
  }

  @Test
  void gives_each_message_to_one_sender_only() throws Exception {
    for (int i = 0; i < 20; i++) {
      add(team.chat(), "message " + i);
    }

    List<List<Long>> claimed =
        Race.of(
            4,
            () -> {
              List<Long> mine = new ArrayList<>();
              for (int look = 0; look < 40; look++) {
                outbox.claimNext().ifPresent(due -> mine.add(due.id()));
              }
              return mine;
            });

    assertThat(claimed.stream().flatMap(List::stream)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void remembers_what_a_sent_message_was_about() {
    MediaId photo = team.photo();
    Subject subject = new Subject(photo, team.album());
    outbox.add(chat, json("about a photo"), new About(team.id(), subject));

    Due due = due();
    outbox.sent(due, 4711);

    assertThat(due.about()).contains(new About(team.id(), subject));
    assertThat(test.core().media().ofMessage(team.id(), chat, 4711)).contains(subject);
    assertThat(row(due).get(OUTBOX.STATE)).isEqualTo("sent");
    assertThat(row(due).get(OUTBOX.SENT_AT)).isEqualTo(test.clock().instant());
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void remembers_no_message_of_what_was_no_message_of_its_own() {
    outbox.add(chat, json("an edit"), new About(team.id(), new Subject(team.photo(), null)));

    Due due = due();
    outbox.done(due);

    assertThat(row(due).get(OUTBOX.STATE)).isEqualTo("sent");
    assertThat(outbox.claimNext()).isEmpty();
  }

  @Test
  void makes_only_its_own_chat_wait_for_a_postponed_message() {
    add(chat, "first");
    add(chat, "second");
    Due first = due();
    outbox.postpone(first, "429", Duration.ofSeconds(30));
    add(other, "theirs");

    Due next = due();
    Optional<Due> meanwhile = outbox.claimNext();
    test.clock().pass(Duration.ofSeconds(30));
    Due again = due();

    assertThat(text(next)).isEqualTo("theirs");
    assertThat(meanwhile).isEmpty();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.uncertain()).isFalse();
    assertThat(row(again).get(OUTBOX.ERROR)).isEqualTo("429");
  }

  @Test
  void sends_a_lost_message_once_more_and_never_a_third_time() {
    add(chat, "lost");
    add(chat, "next");
    outbox.lost(due(), "timeout", Duration.ofSeconds(2));
    Optional<Due> tooEarly = outbox.claimNext();
    test.clock().pass(Duration.ofSeconds(2));

    Due again = due();
    outbox.lost(again, "timeout again", Duration.ofSeconds(2));

    assertThat(tooEarly).isEmpty();
    assertThat(text(again)).isEqualTo("lost");
    assertThat(again.uncertain()).isTrue();
    assertThat(row(again).get(OUTBOX.STATE)).isEqualTo("failed");
    assertThat(row(again).get(OUTBOX.ERROR)).isEqualTo("timeout again");
    assertThat(text(due())).isEqualTo("next");
  }

  @Test
  void goes_on_with_the_next_message_after_one_that_cannot_be_sent() {
    add(chat, "refused");
    add(chat, "next");

    Due refused = due();
    outbox.fail(refused, "400");

    assertThat(row(refused).get(OUTBOX.STATE)).isEqualTo("failed");
    assertThat(text(due())).isEqualTo("next");
  }

  @Test
  void sends_once_more_what_was_being_sent_in_a_crash_and_only_once() {
    add(chat, "in a crash");
    Due first = due();
    int recovered = outbox.recover(Set.of());

    Due again = due();
    int recoveredAgain = outbox.recover(Set.of());

    assertThat(recovered).isEqualTo(1);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.uncertain()).isTrue();
    assertThat(recoveredAgain).isEqualTo(1);
    assertThat(row(again).get(OUTBOX.STATE)).isEqualTo("failed");
    assertThat(row(again).get(OUTBOX.SENT_AT)).isEqualTo(test.clock().instant());
    assertThat(outbox.claimNext()).isEmpty();
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void leaves_what_is_in_hand_to_its_sender() {
    add(chat, "in hand");
    add(other, "lost");
    Due inHand = due();
    Due lost = due();

    int recovered = outbox.recover(Set.of(inHand.id()));

    assertThat(recovered).isEqualTo(1);
    assertThat(outbox.isSending(chat)).isTrue();
    assertThat(outbox.isSending(other)).isFalse();
    assertThat(due().id()).isEqualTo(lost.id());
  }

  @Test
  void leaves_what_merely_waits_alone_after_a_crash() {
    add(chat, "waiting");

    int recovered = outbox.recover(Set.of());

    assertThat(recovered).isZero();
    assertThat(due().uncertain()).isFalse();
  }

  @Test
  void sends_to_the_number_that_the_chat_has_now() {
    add(chat, "to a group that became a supergroup");
    test.sql()
        .update(CHATS)
        .set(CHATS.TELEGRAM_CHAT_ID, -1_000_000_000_777L)
        .where(CHATS.ID.eq(chat.value()))
        .execute();

    Due due = due();

    assertThat(due.telegramChatId()).isEqualTo(-1_000_000_000_777L);
  }

  @Test
  void forgets_what_was_sent_or_failed_a_week_ago() {
    add(chat, "sent");
    outbox.sent(due(), 1);
    add(chat, "failed");
    outbox.fail(due(), "400");
    test.clock().pass(Duration.ofDays(7));
    add(chat, "sent later");
    outbox.done(due());
    add(chat, "waiting");
    test.clock().pass(Duration.ofMillis(1));

    int forgotten = outbox.forgetOld();

    assertThat(forgotten).isEqualTo(2);
    assertThat(test.sql().fetchCount(OUTBOX)).isEqualTo(2);
  }

  private void add(ChatId to, String text) {
    outbox.add(to, json(text));
  }

  private Due due() {
    return outbox.claimNext().orElseThrow();
  }

  private static String json(String text) {
    return "{\"text\": \"" + text + "\"}";
  }

  private static String text(Due due) {
    return due.json().replaceAll(".*: \"|\"}", "");
  }

  private static Record row(Due due) {
    return test.sql()
        .select(OUTBOX.fields())
        .from(OUTBOX)
        .where(OUTBOX.ID.eq(due.id()))
        .fetchSingle();
  }
}
