package io.hangtag.bot;

import static io.hangtag.db.schema.Tables.CHATS;
import static io.hangtag.db.schema.Tables.LINK_EVENTS;
import static io.hangtag.db.schema.Tables.MEDIA_ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.db.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who speaks in the name of a group or a channel, and Telegram when it forwards a channel's posts.
class SpokesmenConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;
  private static int teams;

  private Group team;
  private Person mia;
  private Chat channel;

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
    team = bot.team("Team " + ++teams, mia);
    team.shelf().holds("Blue hoodie", "BH-1");
    channel = bot.world().channel("News " + teams, bot.ada());
  }

  private int events() {
    return bot.sql().fetchCount(LINK_EVENTS, LINK_EVENTS.WORKSPACE_ID.eq(team.workspace().value()));
  }

  private List<ChatMessage> answersTo(ChatMessage message) {
    bot.settle();
    return team.chat().messages().stream()
        .filter(other -> other.replyTo().filter(message::equals).isPresent())
        .toList();
  }

  @Test
  void a_member_links_a_post_that_telegram_forwarded_into_the_group() {
    channel.isDiscussedIn(team.chat());
    ChatMessage _ = bot.ada().in(channel).posts(Media.photo("post " + teams), "New!");
    ChatMessage forwarded = team.chat().lastMessage();

    ChatMessage linked =
        mia.in(team.chat()).replyingTo(forwarded).says("/link blue hoodie").reply();

    assertThat(forwarded.json().path("from").path("id").asLong()).isEqualTo(777000);
    assertThat(linked.text()).startsWith("Linked photo ");
    assertThat(mia.in(team.chat()).replyingTo(forwarded).says("/products").reply().text())
        .contains("Blue hoodie", "linked by Mia");
  }

  @Test
  void an_album_that_telegram_forwarded_is_linked_as_one() {
    channel.isDiscussedIn(team.chat());
    List<ChatMessage> _ =
        bot.ada()
            .in(channel)
            .postsAlbum(List.of(Media.photo("a " + teams), Media.photo("b " + teams)), "");
    ChatMessage forwarded = team.chat().lastMessage();
    bot.settle();

    ChatMessage linked =
        mia.in(team.chat()).replyingTo(forwarded).says("/link blue hoodie").reply();

    assertThat(linked.text()).startsWith("Linked album of 2 (photos ");
  }

  @Test
  void a_command_in_a_forwarded_post_is_none() {
    channel.isDiscussedIn(team.chat());
    ChatMessage _ = bot.ada().in(channel).posts(Media.photo("post " + teams), "/link blue hoodie");

    assertThat(answersTo(team.chat().lastMessage())).isEmpty();
    assertThat(events()).isZero();
  }

  @Test
  void the_post_of_the_teams_channel_and_its_forward_are_one_photo() {
    ChatMessage _ = bot.ada().in(team.chat()).says("/help").reply();
    bot.ada().in(channel).addsBot();
    bot.settle();
    channel.isDiscussedIn(team.chat());
    int before = bot.sql().fetchCount(MEDIA_ITEMS);

    ChatMessage _ = bot.ada().in(channel).posts(Media.photo("post " + teams), "");
    bot.settle();

    assertThat(bot.sql().fetchCount(MEDIA_ITEMS)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/link blue hoodie", "/products", "/tag summer", "/start", "/search hoodie"})
  void whoever_writes_as_a_channel_gets_one_sentence_and_no_data(String command) {
    ChatMessage photo = mia.in(team.chat()).posts(Media.photo("photo " + teams), "");

    ChatMessage said = mia.in(team.chat()).as(channel(mia)).replyingTo(photo).says(command);

    assertThat(said.reply().text())
        .isEqualTo("Who writes as a channel I cannot know. Please write as yourself.");
    assertThat(events()).isZero();
  }

  @Test
  void what_else_is_said_as_a_channel_gets_no_answer() {
    assertThat(answersTo(mia.in(team.chat()).as(channel(mia)).says("hello"))).isEmpty();
    assertThat(answersTo(mia.in(team.chat()).as(channel(mia)).says("/link@other_bot x"))).isEmpty();
    assertThat(answersTo(mia.in(team.chat()).as(channel(mia)).says("/weather"))).isEmpty();
  }

  @Test
  void a_command_that_is_edited_as_a_channel_does_nothing() {
    ChatMessage photo = mia.in(team.chat()).posts(Media.photo("photo " + teams), "");
    ChatMessage said = mia.in(team.chat()).as(channel(mia)).replyingTo(photo).says("hello");

    mia.in(team.chat()).as(channel(mia)).edits(said, "/link blue hoodie");
    bot.settle();

    assertThat(events()).isZero();
  }

  @Test
  void a_photo_that_is_sent_as_a_channel_can_be_linked_by_a_member() {
    ChatMessage photo =
        mia.in(team.chat()).as(channel(mia)).posts(Media.photo("as channel " + teams), "");

    ChatMessage linked = mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie").reply();

    assertThat(linked.text()).startsWith("Linked photo ");
  }

  @Test
  void an_anonymous_administrator_does_what_members_do() {
    ChatMessage photo = bot.ada().in(team.chat()).anonymously().posts(Media.photo("p" + teams), "");

    assertThat(
            bot.ada()
                .in(team.chat())
                .anonymously()
                .replyingTo(photo)
                .says("/link blue hoodie")
                .reply()
                .text())
        .startsWith("Linked photo ");
    assertThat(bot.ada().in(team.chat()).anonymously().says("/search hoodie").reply().text())
        .contains("Blue hoodie");
    assertThat(bot.ada().in(team.chat()).anonymously().says("/products").reply().text())
        .startsWith("Which photo?");
  }

  @Test
  void nobody_sets_up_a_team_without_saying_who_they_are() {
    Chat group = bot.world().supergroup("Hidden " + teams, mia, bot.ada());
    mia.in(group).addsBot();
    bot.settle();

    ChatMessage anonymous = mia.in(group).anonymously().says("/start");
    ChatMessage asChannel = mia.in(group).as(channel(mia)).says("/start");

    assertThat(anonymous.reply().text()).startsWith("This group is not set up yet");
    assertThat(asChannel.reply().text()).startsWith("This group is not set up yet");
    assertThat(
            bot.sql()
                .fetchExists(
                    CHATS,
                    CHATS.TELEGRAM_CHAT_ID.eq(group.id()).and(CHATS.WORKSPACE_ID.isNotNull())))
        .isFalse();
  }

  private static Chat channel(Person owner) {
    return bot.world().channel("Own " + teams, owner);
  }
}
