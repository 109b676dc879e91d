package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileAndChatsTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final World world = api.world();
  private final Person mia = world.person("Mia").speaking("de");
  private final Person ben = world.person("Ben");
  private final Chat team = world.supergroup("Team", mia, ben);

  @Test
  void shows_the_menu_of_the_narrowest_scope_in_the_language_of_the_person() {
    setCommands("start", Map.of("type", "default"), "");
    setCommands("hilfe", Map.of("type", "all_private_chats"), "de");
    setCommands("help", Map.of("type", "all_private_chats"), "");
    setCommands("settings", Map.of("type", "all_chat_administrators"), "");

    assertThat(menu(mia, mia.privateChat())).containsExactly("hilfe");
    assertThat(menu(ben, ben.privateChat())).containsExactly("help");
    assertThat(menu(mia, team)).containsExactly("settings");
    assertThat(menu(ben, team)).containsExactly("start");
    bot.call(
        "deleteMyCommands", "scope", Map.of("type", "all_private_chats"), "language_code", "de");
    assertThat(menu(mia, mia.privateChat())).containsExactly("help");
    assertThat(
            bot.call("getMyCommands", "scope", Map.of("type", "default"))
                .findValuesAsText("command"))
        .containsExactly("start");
  }

  @ParameterizedTest
  @CsvSource({
    "Link, links, BOT_COMMAND_INVALID",
    "link-it, links, BOT_COMMAND_INVALID",
    "link, '', BOT_COMMAND_DESCRIPTION_INVALID"
  })
  void refuses_commands_telegram_would_not_show(String command, String description, String words) {
    List<Object> commands = List.of(Map.of("command", command, "description", description));

    assertThat(bot.refusal("setMyCommands", "commands", commands))
        .isEqualTo("400 Bad Request: " + words);
  }

  @Test
  void refuses_more_than_a_hundred_commands_and_a_menu_for_a_chat_nobody_knows() {
    List<Map<String, String>> many =
        IntStream.range(0, 101)
            .mapToObj(i -> Map.of("command", "c" + i, "description", "d"))
            .toList();
    Object nowhere = Map.of("type", "chat", "chat_id", -100);

    assertThat(bot.refusal("setMyCommands", "commands", many))
        .isEqualTo("400 Bad Request: BOT_COMMANDS_TOO_MUCH");
    assertThat(bot.refusal("setMyCommands", "commands", List.of(), "scope", nowhere))
        .isEqualTo("400 Bad Request: chat not found");
  }

  @Test
  void tells_who_is_what_in_a_chat() {
    mia.in(team).addsBot();
    Person stranger = world.person("Stranger");

    assertThat(status(mia.id())).isEqualTo("creator");
    assertThat(status(ben.id())).isEqualTo("member");
    assertThat(status(stranger.id())).isEqualTo("left");
    assertThat(status(world.account().id())).isEqualTo("member");
    mia.in(team).removes(ben);
    assertThat(status(ben.id())).isEqualTo("kicked");
  }

  @Test
  void refuses_to_tell_of_members_it_cannot_see() {
    String notThere = memberRefusal(ben.id());
    mia.in(team).addsBot();

    assertThat(notThere).isEqualTo("400 Bad Request: chat not found");
    assertThat(memberRefusal(99)).isEqualTo("400 Bad Request: member not found");
    assertThat(memberRefusal(0)).isEqualTo("400 Bad Request: invalid user_id specified");
    mia.in(team).removesBot();
    assertThat(memberRefusal(ben.id()))
        .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
  }

  @Test
  void tells_of_chats_and_their_administrators() {
    mia.in(team).addsBot();
    mia.in(team).promotesBot();
    ben.privately().says("/start");

    JsonNode chat = bot.call("getChat", "chat_id", team.id());
    JsonNode administrators = bot.call("getChatAdministrators", "chat_id", team.id());

    assertThat(chat.path("title").asText()).isEqualTo("Team");
    assertThat(administrators)
        .extracting(each -> each.at("/user/first_name").asText())
        .containsExactly("Mia", "Hangtag");
    assertThat(bot.refusal("getChatAdministrators", "chat_id", ben.id()))
        .isEqualTo("400 Bad Request: there are no administrators in the private chat");
  }

  @Test
  void leaving_is_told_as_the_bots_own_doing() {
    mia.in(team).addsBot();
    bot.updates();

    bot.call("leaveChat", "chat_id", team.id());

    JsonNode update = bot.updates().getFirst().path("my_chat_member");
    assertThat(update.at("/from/is_bot").asBoolean()).isTrue();
    assertThat(update.at("/new_chat_member/status").asText()).isEqualTo("left");
  }

  @Test
  void describes_itself_within_limits() {
    assertThat(bot.call("setMyDescription", "description", "x".repeat(512)).asBoolean()).isTrue();
    assertThat(bot.call("setMyShortDescription", "short_description", "x").asBoolean()).isTrue();
    assertThat(bot.refusal("setMyShortDescription", "short_description", "x".repeat(121)))
        .startsWith("400 Bad Request");
  }

  private void setCommands(String command, Map<String, String> scope, String language) {
    List<Object> commands = List.of(Map.of("command", command, "description", "does it"));
    bot.call("setMyCommands", "commands", commands, "scope", scope, "language_code", language);
  }

  private List<String> menu(Person person, Chat chat) {
    return api.menuOf(person, chat).stream().map(each -> each.path("command").asText()).toList();
  }

  private String status(long userId) {
    return bot.call("getChatMember", "chat_id", team.id(), "user_id", userId)
        .path("status")
        .asText();
  }

  private String memberRefusal(long userId) {
    return bot.refusal("getChatMember", "chat_id", team.id(), "user_id", userId);
  }
}
