package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.INBOX;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.ButtonPress;
import io.hangtag.bot.playground.Call;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Fault;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.time.Duration;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
  }

  @AfterAll
  static void stop() {
    bot.close();
  }

  @BeforeEach
  void newTeam() {
    mia = bot.world().person("Mia");
    team = bot.team("Team " + ++teams, mia);
    team.shelf().holds("Blue hoodie", "BH-1");
  }

  private ChatMessage link() {
    ChatMessage photo = mia.in(team.chat()).posts(Media.photo("photo " + teams), "");
    return mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie");
  }

  private long repliesTo(ChatMessage command) {
    bot.settle();
    return team.chat().messages().stream()
        .filter(message -> message.replyTo().filter(command::equals).isPresent())
        .count();
  }

  @Test
  void an_update_that_nobody_can_read_spoils_no_other() {
    ObjectNode poison = JsonNodeFactory.instance.objectNode();
    poison.putObject("message").put("message_id", "poison").putObject("chat").put("id", 5);
    bot.api().updates().inject(poison);

    assertThat(link().reply().text()).startsWith("Linked photo");
    assertThat(bot.sql().fetchExists(INBOX, INBOX.LANE.eq(5L).and(INBOX.ATTEMPTS.ge(1)))).isTrue();
  }

  @Test
  void updates_that_come_again_have_no_second_effect() {
    ChatMessage command = link();
    ChatMessage _ = command.reply();

    bot.api().updates().redeliver(5);

    assertThat(repliesTo(command)).isEqualTo(1);
  }

  @Test
  void goes_on_when_telegram_numbers_updates_anew() {
    bot.api().updates().restartAt(17 + teams);

    assertThat(link().reply().text()).startsWith("Linked photo");
  }

  @Test
  void waits_as_long_as_telegram_asks_and_says_it_once() {
    bot.api().faults().on("sendMessage").in(team.chat()).next(Fault.tooManyRequests(1));

    ChatMessage command = link();

    assertThat(command.reply().text()).startsWith("Linked photo");
    assertThat(repliesTo(command)).isEqualTo(1);
  }

  @Test
  void survives_the_error_page_of_a_proxy() {
    bot.api().faults().on("getUpdates").next(2, Fault.htmlPage(502));

    assertThat(link().reply().text()).startsWith("Linked photo");
  }

  @Test
  void says_it_at_most_twice_when_the_answer_is_lost() {
    bot.api().faults().on("sendMessage").in(team.chat()).always(new Fault.BreaksAfter());
    ChatMessage command = link();
    bot.world()
        .await(
            "two tries",
            _ -> bot.api().calls("sendMessage").stream().filter(this::toTeam).count() >= 2);

    long replies = repliesTo(command);
    bot.api().faults().clear();

    assertThat(replies).isEqualTo(2);
  }

  @Test
  void an_answer_means_its_photo_before_telegram_has_told_its_number() {
    bot.api().faults().on("sendMessage").in(team.chat()).next(late());
    ChatMessage answer = link().reply();
    Person ben = bot.world().person("Ben");
    ben.in(team.chat()).joins();

    ChatMessage products = ben.in(team.chat()).replyingTo(answer).says("/products").reply();

    assertThat(products.text()).contains("Blue hoodie").contains("linked by Mia");
  }

  @Test
  void a_press_means_its_photo_before_telegram_has_told_the_number_of_its_message() {
    bot.api().faults().on("sendMessage").in(team.chat()).next(late());
    ChatMessage answer = link().reply();
    Person ben = bot.world().person("Ben");
    ben.in(team.chat()).joins();

    ButtonPress press = ben.in(team.chat()).presses(answer, "Mentioned");

    assertThat(press.answer().text()).isEmpty();
    assertThat(ben.in(team.chat()).says("/products").reply().text()).contains("Blue hoodie");
  }

  private static Fault late() {
    return new Fault.AnswersLate(Duration.ofMillis(700));
  }

  @Test
  void what_telegram_took_while_the_database_failed_is_recorded_later_and_not_sent_again() {
    bot.settle();
    breakOutbox("new.state = 'sent'");
    ChatMessage command = link();
    ChatMessage answer = command.reply();
    bot.world().await("the failure", _ -> hasFailed());
    repairOutbox();

    Person ben = bot.world().person("Ben");
    ben.in(team.chat()).joins();
    ChatMessage products = ben.in(team.chat()).replyingTo(answer).says("/products").reply();

    assertThat(products.text()).contains("linked by Mia");
    assertThat(repliesTo(command)).isEqualTo(1);
    assertThat(sending()).isZero();
  }

  @Test
  void what_nobody_heard_that_it_is_to_be_sent_is_sent_without_a_restart() {
    bot.api().faults().on("sendMessage").in(team.chat()).next(Fault.tooManyRequests(1));
    ChatMessage command = link();
    bot.world().await("the wait", _ -> postponed() == 1);

    bot.sql().update(OUTBOX).set(OUTBOX.STATE, "sending").where(waiting()).execute();
    breakOutbox("new.state = 'sending'");
    ChatMessage other = mia.privately().says("/help");
    bot.world().await("the failure", _ -> hasFailed());
    repairOutbox();

    assertThat(other.reply().text()).startsWith("Hangtag");
    assertThat(command.reply().text()).startsWith("Linked photo");
    assertThat(repliesTo(command)).isEqualTo(1);
  }

  private int sending() {
    return bot.sql().fetchCount(OUTBOX, OUTBOX.STATE.eq("sending"));
  }

  private int postponed() {
    return bot.sql().fetchCount(OUTBOX, waiting().and(OUTBOX.ATTEMPTS.gt(0)));
  }

  private static Condition waiting() {
    return OUTBOX.STATE.eq("waiting");
  }

  private static boolean hasFailed() {
    return Boolean.TRUE.equals(bot.sql().fetchValue("select is_called from failures"));
  }

  private static void breakOutbox(String when) {
    bot.sql()
        .execute(
            """
            create sequence failures;
            create function fail() returns trigger language plpgsql as $$
            begin raise exception 'no %%', nextval('failures'); end $$;
            create trigger fail before update on outbox for each row when (%s)
              execute function fail()
            """
                .formatted(when));
  }

  private static void repairOutbox() {
    bot.sql().execute("drop function fail() cascade; drop sequence failures");
  }

  @Test
  void a_blocked_chat_is_left_alone() {
    Person ben = bot.world().person("Ben");
    ben.in(team.chat()).joins();
    ChatMessage _ = ben.in(team.chat()).says("/help").reply();
    ChatMessage _ = ben.privately().says("/help").reply();
    ChatMessage question = ben.privately().says("/search hoodie");
    ChatMessage _ = question.reply();

    ben.blocksBot();
    bot.settle();
    ben.unblocksBot();

    assertThat(ben.privately().says("/help").reply().text()).startsWith("Hangtag");
  }

  private boolean toTeam(Call call) {
    return call.parameter("chat_id").equals(Long.toString(team.chat().id()));
  }

  @Test
  void is_quick_to_stop_while_nothing_happens() {
    bot.settle();
    long before = System.nanoTime();

    bot.stop();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    bot.startAgain();

    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }
}
