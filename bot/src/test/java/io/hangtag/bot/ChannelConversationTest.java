package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.MEMBERS;
import static io.hangtag.db.schema.Tables.OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Fault;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Channels, administrators who stay anonymous, and chats that close to the bot.
class ChannelConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private RunningBot bot;
  private Group team;
  private Person mia;

  @BeforeEach
  void start() {
    int _ = db.dsl().execute("truncate workspaces, users, chats, outbox, inbox cascade");
    bot = RunningBot.start(db);
    mia = bot.world().person("Mia");
    team = bot.team("Shop", mia);
    team.shelf().holds("Blue hoodie", "BH-1");
  }

  @AfterEach
  void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @Test
  void a_photo_of_the_channel_is_known_again_in_the_group() {
    ChatMessage _ = bot.ada().in(team.chat()).says("/help").reply();
    ChatMessage _ = bot.ada().privately().says("/help").reply();
    Chat channel = bot.world().channel("News", bot.ada());
    bot.ada().in(channel).addsBot();
    bot.ada().privateChat().awaitFromBot("The channel News belongs to the team Shop now");

    ChatMessage post = bot.ada().in(channel).posts(Media.photo("post"), "/link blue hoodie");
    bot.settle();
    ChatMessage forwarded = mia.in(team.chat()).forwards(post);
    bot.settle();

    assertThat(bot.sql().fetchValue("select count(*) from media_items")).isEqualTo(1L);
    assertThat(mia.in(team.chat()).replyingTo(forwarded).says("/products").reply().text())
        .contains("Blue hoodie");
    assertThat(channel.messages()).noneMatch(message -> message.text().contains("Linked"));
  }

  @Test
  void of_several_teams_one_is_chosen_in_private() {
    Group other = bot.team("Other");
    ChatMessage _ = bot.ada().in(team.chat()).says("/help").reply();
    ChatMessage _ = bot.ada().in(other.chat()).says("/help").reply();
    ChatMessage _ = bot.ada().privately().says("/help").reply();
    Chat channel = bot.world().channel("News", bot.ada());
    bot.ada().in(channel).addsBot();
    ChatMessage question =
        bot.ada().privateChat().awaitFromBot("Which team does the channel News belong to?");

    var _ = bot.ada().privately().presses(question, "Other").answer();

    bot.world().await("the choice", _ -> question.text().contains("belongs to the team Other now"));
  }

  @Test
  void a_channel_that_somebody_else_adds_the_bot_to_stays_nobodys() {
    Chat channel = bot.world().channel("Eve's", mia);
    mia.in(channel).addsBot();
    mia.in(channel).posts(Media.photo("eve"), "/help");
    bot.settle();

    assertThat(bot.sql().fetchValue("select count(*) from media_items")).isEqualTo(0L);
    assertThat(channel.messages()).noneMatch(message -> message.text().contains("Hangtag"));
  }

  @Test
  void who_leaves_the_channel_stays_in_the_team() {
    ChatMessage _ = bot.ada().in(team.chat()).says("/help").reply();
    ChatMessage _ = mia.in(team.chat()).says("/help").reply();
    Chat channel = bot.world().channel("News", bot.ada(), mia);
    bot.ada().in(channel).addsBot();
    bot.settle();
    mia.in(channel).leaves();
    bot.settle();

    assertThat(bot.sql().fetchCount(MEMBERS, MEMBERS.LEFT_AT.isNotNull())).isZero();
    assertThat(mia.privately().says("/search hoodie").reply().text()).contains("Blue hoodie");
  }

  @Test
  void an_anonymous_administrator_works_for_the_group() {
    bot.ada().in(team.chat()).posts(Media.photo("by ada"), "");
    ChatMessage photo = team.chat().lastMessage();

    ChatMessage linked =
        bot.ada().in(team.chat()).anonymously().replyingTo(photo).says("/link blue hoodie").reply();

    assertThat(linked.text()).startsWith("Linked photo ");
    assertThat(bot.sql().fetchValue("select linked_by_user_id from media_product_links")).isNull();
    var _ = bot.ada().in(team.chat()).presses(linked, "Undo").answer();
    bot.world().await("the undo", _ -> linked.text().startsWith("Undone"));
  }

  @Test
  void nothing_is_sent_to_a_chat_that_was_closed_while_it_waited() {
    ChatMessage _ = mia.in(team.chat()).says("/help").reply();
    ChatMessage _ = mia.privately().says("/help").reply();
    bot.api().faults().on("sendMessage").in(mia.privateChat()).next(Fault.tooManyRequests(30));
    mia.privately().says("/search hoodie");
    bot.world()
        .await(
            "the answer that waits",
            _ ->
                bot.sql()
                    .fetchExists(OUTBOX, OUTBOX.ATTEMPTS.gt(0).and(OUTBOX.STATE.eq("waiting"))));
    int calls = bot.api().calls("sendMessage").size();

    mia.blocksBot();
    bot.settle();
    mia.unblocksBot();

    assertThat(mia.privately().says("/help").reply().text()).startsWith("Hangtag");
    // People see a message a moment before its call is in the log.
    bot.settle();
    assertThat(bot.api().calls("sendMessage")).hasSize(calls + 1);
    assertThat(mia.privateChat().messages())
        .noneMatch(message -> message.isFromBot() && message.text().contains("Blue hoodie"));
  }
}
