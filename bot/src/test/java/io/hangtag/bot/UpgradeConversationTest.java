package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Fault;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.bot.playground.UpgradeNotice;
import io.hangtag.db.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A team's basic group becomes a supergroup.
class UpgradeConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;
  private ChatMessage photo;
  private long chatId;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
  }

  @AfterAll
  static void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @BeforeEach
  void newTeam() {
    mia = bot.world().person("Mia");
    team = bot.basicTeam("Team " + ++teams, mia);
    team.shelf().holds("Blue hoodie", "BH-1");
    team.shelf().holds("Red mug", "RM-1");
    photo = mia.in(team.chat()).posts(Media.photo(team.chat().title()), "");
    ChatMessage _ = mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie").reply();
    chatId = livingChat();
  }

  private long livingChat() {
    return bot.sql()
        .select(CHATS.ID)
        .from(CHATS)
        .where(CHATS.WORKSPACE_ID.eq(team.workspace().value()))
        .fetchSingle()
        .value1();
  }

  private void isOneChatWithItsTeam(Chat supergroup) {
    bot.settle();
    assertThat(livingChat()).isEqualTo(chatId);
    assertThat(
            bot.sql()
                .select(CHATS.TELEGRAM_CHAT_ID)
                .from(CHATS)
                .where(CHATS.ID.eq(chatId).and(CHATS.ACTIVE))
                .fetch(CHATS.TELEGRAM_CHAT_ID))
        .containsExactly(supergroup.id());
    assertThat(
            bot.sql()
                .select(CHATS.BECAME)
                .from(CHATS)
                .where(CHATS.TELEGRAM_CHAT_ID.eq(team.chat().id()))
                .fetch(CHATS.BECAME))
        .containsExactly(chatId);
  }

  private void knowsThePhotoIn(Chat supergroup) {
    ChatMessage again = mia.in(supergroup).forwards(photo);
    assertThat(mia.in(supergroup).replyingTo(again).says("/products").reply().text())
        .contains("Blue hoodie", "linked by Mia");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IN_THE_GROUP IN_THE_SUPERGROUP",
        "IN_THE_SUPERGROUP IN_THE_GROUP",
        "IN_THE_GROUP IN_THE_SUPERGROUP IN_THE_GROUP IN_THE_SUPERGROUP",
        "BOT_MOVED IN_THE_SUPERGROUP IN_THE_GROUP",
        "IN_THE_GROUP BOT_MOVED",
        "IN_THE_SUPERGROUP",
        "IN_THE_GROUP",
        "BOT_MOVED",
      })
  void keeps_everything_whichever_way_it_is_learnt(String notices) {
    UpgradeNotice[] told =
        Arrays.stream(notices.split(" ")).map(UpgradeNotice::valueOf).toArray(UpgradeNotice[]::new);

    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup(told);

    knowsThePhotoIn(supergroup);
    isOneChatWithItsTeam(supergroup);
  }

  @Test
  void learns_it_from_a_command_where_no_notice_came() {
    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup(new UpgradeNotice[0]);

    knowsThePhotoIn(supergroup);
    isOneChatWithItsTeam(supergroup);
  }

  @Test
  void learns_it_from_a_member_in_private() {
    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup(new UpgradeNotice[0]);

    assertThat(mia.privately().says("/search hoodie").reply().text()).contains("Blue hoodie");
    isOneChatWithItsTeam(supergroup);
  }

  @Test
  void what_waits_to_be_said_goes_to_the_supergroup() {
    bot.api().faults().on("sendMessage").in(team.chat()).next(Fault.tooManyRequests(1));
    ChatMessage _ = mia.in(team.chat()).replyingTo(photo).says("/link red mug");
    bot.world()
        .await(
            "the answer that waits",
            _ -> bot.sql().fetchExists(OUTBOX, OUTBOX.ATTEMPTS.gt(0).and(OUTBOX.SENT_AT.isNull())));

    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup(new UpgradeNotice[0]);

    ChatMessage answer = supergroup.awaitFromBot("to Red mug");
    assertThat(answer.replyTo()).isEmpty();
    isOneChatWithItsTeam(supergroup);
    assertThat(mia.in(supergroup).replyingTo(answer).says("/products").reply().text())
        .contains("Blue hoodie", "Red mug");
  }

  @Test
  void what_waits_to_be_handled_from_the_old_group_is_done_in_the_team() {
    bot.stop();
    ChatMessage late = mia.in(team.chat()).posts(Media.photo("late " + teams), "/link red mug");
    Chat supergroup =
        mia.in(team.chat())
            .upgradesToSupergroup(UpgradeNotice.IN_THE_SUPERGROUP, UpgradeNotice.IN_THE_GROUP);
    bot.startAgain();

    supergroup.awaitFromBot("to Red mug");
    ChatMessage again = mia.in(supergroup).forwards(late);
    assertThat(mia.in(supergroup).replyingTo(again).says("/products").reply().text())
        .contains("Red mug");
    isOneChatWithItsTeam(supergroup);
  }

  @Test
  void a_message_of_the_supergroup_is_not_the_old_one_with_its_number() {
    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup();
    bot.settle();
    Person ben = bot.world().person("Ben");
    ben.in(supergroup).joins();
    ChatMessage text = mia.in(supergroup).says("hello");
    while (text.id() < photo.id()) {
      text = mia.in(supergroup).says("hello again");
    }

    ChatMessage reply = ben.in(supergroup).replyingTo(text).says("/products").reply();

    assertThat(text.id()).isEqualTo(photo.id());
    assertThat(reply.text()).startsWith("Which photo?");
  }

  @Test
  void what_somebody_last_worked_on_stays_what_they_mean() {
    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup();

    assertThat(mia.in(supergroup).says("/products").reply().text()).contains("Blue hoodie");
  }

  @Test
  void a_button_below_an_old_message_still_works() {
    ChatMessage linked = mia.in(team.chat()).replyingTo(photo).says("/link red mug").reply();
    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup();
    bot.settle();

    var _ = mia.in(team.chat()).presses(linked, "Undo").answer();

    supergroup.awaitFromBot("Undone: Red mug");
  }

  @Test
  void the_bot_going_from_the_old_group_does_not_close_the_new_one() {
    Chat supergroup = mia.in(team.chat()).upgradesToSupergroup();
    bot.settle();
    bot.ada().in(team.chat()).removesBot();
    bot.settle();

    knowsThePhotoIn(supergroup);
    isOneChatWithItsTeam(supergroup);
  }

  /// As Telegram would tell of it, to a chat that it did not tell before.
  private static ObjectNode notice(Chat supergroup, Chat group, Person by) {
    ObjectNode update = JsonNodeFactory.instance.objectNode();
    ObjectNode message = update.putObject("message").put("message_id", 900_000).put("date", 1);
    message.putObject("from").put("id", by.id()).put("is_bot", false).put("first_name", "x");
    message
        .putObject("chat")
        .put("id", supergroup.id())
        .put("type", "supergroup")
        .put("title", supergroup.title());
    message.put("migrate_from_chat_id", group.id());
    return update;
  }

  /// Another supergroup, which turns out to be what the team's group has become.
  private Chat met() {
    Chat met = bot.world().supergroup("Renamed " + teams, bot.ada(), mia);
    mia.in(met).addsBot();
    met.awaitFromBot("This group is not set up yet");
    bot.sql()
        .update(CHATS)
        .set(CHATS.WORKSPACE_ID, team.workspace().value())
        .where(CHATS.TELEGRAM_CHAT_ID.eq(met.id()))
        .execute();
    return met;
  }

  private void becomes(Chat met) {
    bot.api().updates().inject(notice(met, team.chat(), mia));
    bot.settle();
  }

  @Test
  void what_somebody_worked_on_last_counts_whichever_chat_it_was_in() {
    Person ben = bot.world().person("Ben");
    ben.in(team.chat()).joins();
    Chat met = met();
    ben.in(met).joins();
    ChatMessage _ = ben.in(met).posts(Media.photo("early " + teams), "/link red mug").reply();
    ChatMessage _ =
        ben.in(team.chat()).posts(Media.photo("late " + teams), "/link blue hoodie").reply();
    ChatMessage _ = mia.in(met).posts(Media.photo("mia " + teams), "/link red mug").reply();
    bot.settle();

    becomes(met);

    assertThat(ben.in(met).says("/products").reply().text())
        .contains("Blue hoodie")
        .doesNotContain("Red mug");
    assertThat(mia.in(met).says("/products").reply().text())
        .contains("Red mug")
        .doesNotContain("Blue hoodie");
    isOneChatWithItsTeam(met);
  }

  @Test
  void what_waits_in_both_chats_is_said_once_in_the_one_that_is_left() {
    Chat met = met();
    bot.settle();
    bot.api().faults().on("sendMessage").in(team.chat()).next(Fault.tooManyRequests(1));
    bot.api().faults().on("sendMessage").in(met).next(Fault.tooManyRequests(1));
    ChatMessage _ = mia.in(team.chat()).replyingTo(photo).says("/link red mug");
    ChatMessage search = mia.in(met).says("/search hoodie");
    bot.world()
        .await(
            "the answers that wait",
            _ ->
                bot.sql().fetchCount(OUTBOX, OUTBOX.ATTEMPTS.gt(0).and(OUTBOX.SENT_AT.isNull()))
                    == 2);

    becomes(met);

    assertThat(met.messages().stream().map(ChatMessage::text))
        .filteredOn(text -> text.contains("to Red mug"))
        .hasSize(1);
    assertThat(search.reply().text()).contains("Blue hoodie");
    isOneChatWithItsTeam(met);
  }

  @Test
  void a_supergroup_that_was_met_under_another_name_is_folded_in() {
    Chat met = bot.world().supergroup("Renamed " + teams, bot.ada(), mia);
    ChatMessage _ = mia.in(met).says("before");
    bot.ada().in(met).addsBot();
    met.awaitFromBot("is now the team Renamed");
    ChatMessage _ = mia.in(met).posts(Media.photo("met " + teams), "");
    bot.settle();

    bot.api().updates().inject(notice(met, team.chat(), mia));
    bot.settle();

    isOneChatWithItsTeam(met);
    knowsThePhotoIn(met);
    assertThat(List.of(bot.core().workspaces().withoutChat()).toString()).contains("Renamed");
  }
}
