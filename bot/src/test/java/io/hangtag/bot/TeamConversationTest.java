package io.hangtag.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.bot.RunningBot.Group;
import io.hangtag.bot.chat.team.TeamHandler;
import io.hangtag.bot.playground.Chat;
import io.hangtag.bot.playground.ChatMessage;
import io.hangtag.bot.playground.Media;
import io.hangtag.bot.playground.Person;
import io.hangtag.core.team.WorkspaceId;
import io.hangtag.db.TestDatabase;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TeamConversationTest {
  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private static RunningBot bot;

  @BeforeAll
  static void start() {
    bot = RunningBot.start(db);
  }

  @AfterAll
  static void stop() {
    bot.close();
    assertThat(bot.api().violations()).isEmpty();
  }

  @Test
  void a_group_to_which_an_administrator_adds_the_bot_becomes_a_team() {
    Chat chat = bot.world().supergroup("Shoes", bot.ada());

    bot.ada().in(chat).addsBot();

    chat.awaitFromBot("This group is now the team Shoes.");
    assertThat(bot.core().workspaces().find("Shoes")).isPresent();
  }

  @Test
  void a_second_group_of_the_same_name_becomes_another_team() {
    Chat first = bot.world().supergroup("Twins", bot.ada());
    Chat second = bot.world().supergroup("Twins", bot.ada());

    bot.ada().in(first).addsBot();
    first.awaitFromBot("is now the team Twins.");
    bot.ada().in(second).addsBot();

    second.awaitFromBot("is now the team Twins 2.");
  }

  @Test
  void a_link_made_on_the_command_line_binds_its_team_at_once() {
    WorkspaceId workspace = newWorkspace("Linked");
    Chat chat = bot.world().supergroup("Whatever", bot.ada());
    bot.ada().in(chat).addsBot();

    ChatMessage reply =
        bot.ada().in(chat).says("/start@tag_bot " + TeamHandler.linkPayload(workspace)).reply();

    assertThat(reply.text()).startsWith("This group is now the team Linked.");
  }

  @Test
  void only_an_administrator_can_choose_the_team() {
    WorkspaceId _ = newWorkspace("Chosen");
    Person ben = bot.world().person("Ben");
    Chat chat = bot.world().supergroup("Undecided", bot.ada(), ben);
    bot.ada().in(chat).addsBot();
    ChatMessage question = chat.awaitFromBot("Which team is this group?");

    assertThat(ben.in(chat).presses(question, "Chosen").answer().text())
        .isEqualTo("Only an administrator of this bot can do that.");
    var _ = bot.ada().in(chat).presses(question, "Chosen").answer();
    bot.world().await("the team", _ -> question.text().contains("is now the team Chosen."));
  }

  @Test
  void a_group_that_somebody_else_adds_the_bot_to_gets_no_team() {
    Person eve = bot.world().person("Eve");
    Chat chat = bot.world().supergroup("Eve's", eve);

    eve.in(chat).addsBot();
    chat.awaitFromBot("This group is not set up yet.");

    assertThat(eve.in(chat).says("/search hat").reply().text()).contains("not set up yet");
    assertThat(bot.core().workspaces().find("Eve's")).isEmpty();
  }

  @Test
  void a_stranger_in_private_gets_one_sentence_and_no_data() {
    Group team = bot.team("Hats");
    team.shelf().holds("Secret hat", "SH-1");
    Person zoe = bot.world().person("Zoe");

    ChatMessage reply = zoe.privately().says("/search hat").reply();

    assertThat(reply.text()).contains("write in its group first").doesNotContain("Secret");
  }

  @Test
  void a_member_is_known_in_private_until_they_leave() {
    Person mia = bot.world().person("Mia");
    Group team = bot.team("Scarves", mia);
    team.shelf().holds("Long scarf", "LS-1");
    ChatMessage _ = mia.in(team.chat()).says("/help").reply();

    assertThat(mia.privately().says("/search scarf").reply().text()).contains("Long scarf");
    mia.in(team.chat()).leaves();
    bot.settle();
    assertThat(mia.privately().says("/search scarf").reply().text())
        .contains("write in its group first");
  }

  @Test
  void a_group_that_removed_the_bot_and_adds_it_again_is_the_same_team() {
    Person mia = bot.world().person("Mia");
    Group team = bot.team("Returning", mia);
    team.shelf().holds("Blue hoodie", "BH-1");
    ChatMessage photo = mia.in(team.chat()).posts(Media.photo("returning"), "");
    ChatMessage _ = mia.in(team.chat()).replyingTo(photo).says("/link blue hoodie").reply();

    bot.ada().in(team.chat()).removesBot();
    bot.ada().in(team.chat()).addsBot();

    assertThat(mia.in(team.chat()).replyingTo(photo).says("/products").reply().text())
        .contains("Blue hoodie")
        .contains("linked by Mia");
  }

  @Test
  void teams_never_see_each_others_products_media_or_links() {
    Person mia = bot.world().person("Mia");
    Person ben = bot.world().person("Ben");
    Group left = bot.team("Left", mia);
    Group right = bot.team("Right", ben);
    left.shelf().holds("Common cup", "CC-1");
    right.shelf().holds("Other thing", "OT-1");
    ChatMessage photo = mia.in(left.chat()).posts(Media.photo("shared"), "");
    ChatMessage linked = mia.in(left.chat()).replyingTo(photo).says("/link CC-1").reply();

    ChatMessage forwarded = ben.in(right.chat()).forwards(photo);

    assertThat(ben.in(right.chat()).replyingTo(forwarded).says("/products").reply().text())
        .contains("Nothing is linked");
    assertThat(ben.in(right.chat()).replyingTo(forwarded).says("/link CC-1").reply().text())
        .contains("Nothing in the catalogue matches");
    String undo = linked.buttons().getLast().callbackData();
    ChatMessage own = ben.in(right.chat()).replyingTo(forwarded).says("/link OT-1").reply();
    assertThat(ben.in(right.chat()).forges(own, undo).answer().text()).contains("out of date");
    assertThat(mia.in(left.chat()).replyingTo(photo).says("/products").reply().text())
        .contains("Common cup");
  }

  @Test
  void somebody_outside_the_team_presses_in_vain() {
    Person mia = bot.world().person("Mia");
    Group team = bot.team("Coats", mia);
    team.shelf().holds("Rain coat", "RC-1");
    ChatMessage _ = mia.in(team.chat()).says("/help").reply();
    ChatMessage list = mia.privately().says("/search coat").reply();
    ChatMessage photo = mia.privately().posts(Media.photo("rain"), "");
    ChatMessage linked = mia.privately().replyingTo(photo).says("/link RC-1").reply();
    mia.in(team.chat()).leaves();
    bot.settle();

    assertThat(mia.privately().presses(linked, "Undo").answer().text())
        .isEqualTo("This is for members of the team.");
    assertThat(list.text()).contains("Rain coat");
  }

  private static WorkspaceId newWorkspace(String name) {
    return bot.core().workspaces().named(name, ZoneOffset.UTC, Currency.getInstance("USD")).id();
  }
}
