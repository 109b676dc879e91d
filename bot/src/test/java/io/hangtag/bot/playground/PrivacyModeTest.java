package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyModeTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final World world = api.world();
  private final Person mia = world.person("Mia");
  private final Chat team = world.supergroup("Team", mia);

  @BeforeEach
  void the_bot_is_in_the_team() {
    mia.in(team).addsBot();
    assertThat(bot.kindsOfUpdates()).containsExactly("my_chat_member", "message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/link hoodie", "/link@hangtag_bot hoodie", "/LINK@Hangtag_Bot"})
  void shows_commands_for_the_bot(String text) {
    mia.in(team).says(text);

    JsonNode message = bot.updates().getFirst().path("message");
    assertThat(message.path("text").asText()).isEqualTo(text);
    assertThat(message.at("/entities/0/type").asText()).isEqualTo("bot_command");
    assertThat(message.at("/entities/0/offset").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "/link@other_bot hoodie", "hi @hangtag_bot", "a/link"})
  void hides_what_is_not_for_the_bot(String text) {
    mia.in(team).says(text);

    assertThat(bot.updates()).isEmpty();
  }

  @Test
  void hides_pictures_but_shows_them_under_a_command_that_replies() {
    ChatMessage photo = mia.in(team).posts(Media.photo("hoodie"), "new in");
    int hidden = bot.updates().size();

    mia.in(team).replyingTo(photo).says("/link hoodie");

    JsonNode message = bot.updates().getFirst().path("message");
    assertThat(hidden).isZero();
    assertThat(message.path("reply_to_message").path("photo")).hasSize(4);
    assertThat(message.path("reply_to_message").path("caption").asText()).isEqualTo("new in");
  }

  @Test
  void shows_a_picture_with_a_command_as_its_caption() {
    mia.in(team).posts(Media.photo("hoodie"), "/link hoodie");

    JsonNode message = bot.updates().getFirst().path("message");
    assertThat(message.path("caption").asText()).isEqualTo("/link hoodie");
    assertThat(message.at("/caption_entities/0/type").asText()).isEqualTo("bot_command");
  }

  @Test
  void shows_replies_to_the_bot() {
    bot.call("sendMessage", "chat_id", team.id(), "text", "which one?");

    mia.in(team).replyingTo(team.lastMessage()).says("the blue one");

    JsonNode message = bot.updates().getFirst().path("message");
    assertThat(message.path("text").asText()).isEqualTo("the blue one");
    assertThat(message.at("/reply_to_message/from/username").asText()).isEqualTo("hangtag_bot");
  }

  @Test
  void shows_everything_to_an_administrator() {
    mia.in(team).promotesBot();
    mia.in(team).says("hello");

    assertThat(bot.kindsOfUpdates()).containsExactly("my_chat_member", "message");
  }

  @Test
  void shows_everything_when_it_is_off() {
    world.reconfigure(world.account().without(Setting.PRIVACY_MODE));

    mia.in(team).says("hello");

    assertThat(bot.kindsOfUpdates()).containsExactly("message");
    assertThat(bot.call("getMe").path("can_read_all_group_messages").asBoolean()).isTrue();
  }

  @Test
  void shows_service_messages() {
    Person ben = world.person("Ben");

    mia.in(team).adds(ben);
    ben.in(team).leaves();

    List<JsonNode> updates = bot.updates();
    assertThat(updates.get(0).at("/message/new_chat_members/0/first_name").asText())
        .isEqualTo("Ben");
    assertThat(updates.get(1).at("/message/left_chat_member/first_name").asText()).isEqualTo("Ben");
  }

  @Test
  void shows_edits_only_of_what_it_shows() {
    ChatMessage hidden = mia.in(team).says("hello");
    ChatMessage shown = mia.in(team).says("/link hodie");

    mia.in(team).edits(hidden, "hello!");
    mia.in(team).edits(shown, "/link hoodie");

    List<JsonNode> updates = bot.updates();
    assertThat(updates).extracting(RawBot::kind).containsExactly("message", "edited_message");
    assertThat(updates.get(1).at("/edited_message/text").asText()).isEqualTo("/link hoodie");
    assertThat(updates.get(1).at("/edited_message/edit_date").asLong()).isPositive();
  }

  @Test
  void shows_nothing_after_the_bot_was_removed() {
    mia.in(team).removesBot();
    mia.in(team).says("/link hoodie");

    assertThat(bot.kindsOfUpdates()).containsExactly("my_chat_member");
  }
}
