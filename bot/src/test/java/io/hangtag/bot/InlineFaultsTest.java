package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.BotAccount;
import io.hangtag.bot.playground.BotAccount.Setting;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Fault;
import io.hangtag.bot.playground.InlineQuery;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inline questions when something is wrong: no answer comes late, and none has what it must not.
class InlineFaultsTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  /// Telegram takes no answer after a while; design says so.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int POOL = 10;

  private RunningBot bot;
  private Group team;
  private Person mia;

  @BeforeEach
  void start() {
    startAs(account());
  }

  private void startAgain(BotAccount account) {
    stop();
    startAs(account);
  }

  private void startAs(BotAccount account) {
    int _ = db.dsl().execute("truncate workspaces, users, chats, outbox, inbox cascade");
    bot = RunningBot.start(db, account);
    mia = bot.world().person("Mia");
    team = bot.team("Inline", mia);
    ChatMessage _ = mia.in(team.chat()).says("/help").reply();
    team.shelf().holds("Blue hoodie", "BH-1");
    bot.settle();
  }

  private static BotAccount account() {
    return BotAccount.named("tag_bot").without(Setting.PRIVACY_MODE);
  }

  @AfterEach
  void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @Test
  void without_a_free_connection_no_answer_comes_late_and_the_next_one_at_once() throws Exception {
    InlineQuery dropped;
    try (ExecutorService holders = Executors.newFixedThreadPool(POOL)) {
      CountDownLatch taken = new CountDownLatch(POOL);
      CountDownLatch end = new CountDownLatch(1);
      List<Future<Boolean>> held = new ArrayList<>();
      for (int i = 0; i < POOL; i++) {
        held.add(holders.submit(() -> bot.core().together(() -> hold(taken, end))));
      }
      assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
      dropped = mia.queries("hoodie");
      passes(LONGEST);
      end.countDown();
      for (Future<Boolean> holder : held) {
        assertThat(holder.get(10, TimeUnit.SECONDS)).isTrue();
      }
    }

    Instant asked = Instant.now();
    assertThat(mia.queries("hoodi").results()).hasSize(1);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(dropped.findAnswer()).isEmpty();
  }

  private static boolean hold(CountDownLatch taken, CountDownLatch end) {
    taken.countDown();
    try {
      return end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void passes(Duration time) {
    Instant end = Instant.now().plus(time);
    bot.world().await("the time", _ -> Instant.now().isAfter(end));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 500})
  void who_cannot_be_checked_is_a_stranger(int status) {
    Person ben = bot.world().person("Ben");
    ben.in(team.chat()).joins();
    ChatMessage _ = ben.in(team.chat()).says("/help").reply();
    bot.settle();
    bot.api().faults().on("getChatMember").always(Fault.refuses(status, "Something: is wrong"));

    InlineQuery query = ben.queries("hoodie");

    assertThat(query.results()).isEmpty();
    assertThat(query.answer().path("is_personal").asBoolean()).isTrue();
    bot.api().faults().clear();
    assertThat(ben.queries("hoodi").results()).hasSize(1);
  }

  @Test
  void an_answer_about_membership_that_takes_too_long_costs_only_this_question() {
    bot.api().faults().on("getChatMember").next(new Fault.Delays(LONGEST));
    InlineQuery dropped = mia.queries("hoodie");
    passes(LONGEST.plusSeconds(1));

    assertThat(dropped.findAnswer()).isEmpty();
    assertThat(mia.queries("hoodi").results()).hasSize(1);
  }

  @Test
  void where_inline_mode_is_off_no_list_offers_it() {
    startAgain(account().without(Setting.INLINE_QUERIES));
    team.shelf().holds("Blue cup", "BC-1");
    ChatMessage _ = mia.in(team.chat()).posts(Media.photo("off"), "");

    ChatMessage list = mia.in(team.chat()).says("/link blue").reply();

    assertThat(list.buttonTexts()).containsExactly("1", "2");
  }

  @Test
  void what_was_picked_can_be_linked_without_feedback_too() {
    startAgain(account().without(Setting.INLINE_FEEDBACK));
    linksWhatWasPicked();
    startAgain(account().with(Setting.INLINE_FEEDBACK));
    linksWhatWasPicked();
  }

  private void linksWhatWasPicked() {
    ChatMessage photo = mia.in(team.chat()).posts(Media.photo("picked"), "");
    ChatMessage sent = mia.queries("hoodie").choose(0, mia.in(team.chat()).replyingTo(photo));
    bot.settle();

    assertThat(mia.in(team.chat()).presses(sent, "Link").answer().text())
        .startsWith("Linked photo ");
  }

  @Test
  void forged_offsets_show_nothing() {
    IntStream.range(0, 60)
        .forEach(i -> team.shelf().holds("Cup %02d".formatted(i), "CUP-%02d".formatted(i)));
    Group other = bot.team("Other", bot.world().person("Ben"));
    long theirs = other.shelf().holds("Cup of others", "OC-1");
    long ours = team.workspace().value();

    for (String offset :
        List.of(
            "x",
            "50",
            "0:1:1:1",
            "1:0:1:1",
            "1:-1:50:1",
            "1:%d:1001:1".formatted(ours),
            "1:%d:99999:1".formatted(ours),
            "1:%d:50:0".formatted(ours),
            "1:%d:50:1 ".formatted(ours),
            "1:%d:50:1:1".formatted(ours),
            "1:999999999999999999999:50:1",
            "1:%d:50:%d".formatted(other.workspace().value(), theirs))) {
      InlineQuery query = mia.forgesQuery("cup", offset);
      assertThat(query.results()).as(offset).isEmpty();
      assertThat(query.answer().path("next_offset").asText("")).as(offset).isEmpty();
    }
  }

  @Test
  void an_offset_behind_another_teams_product_shows_only_the_own_ones() {
    IntStream.range(0, 60)
        .forEach(i -> team.shelf().holds("Cup %02d".formatted(i), "CUP-%02d".formatted(i)));
    Group other = bot.team("Other", bot.world().person("Ben"));
    long theirs = other.shelf().holds("Cup of others", "OC-1");

    InlineQuery query =
        mia.forgesQuery("cup", "1:%d:50:%d".formatted(team.workspace().value(), theirs));

    assertThat(query.results()).hasSize(10);
    assertThat(query.results())
        .allMatch(result -> !result.path("title").asText().contains("others"));
  }
}
