package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.bot.playground.BotAccount.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What the playground says itself must be what Telegram documents.
class ConformanceTest {

  @AutoClose
  private final BotApi api =
      BotApi.start(BotAccount.named("hangtag_bot").with(Setting.INLINE_FEEDBACK), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final World world = api.world();
  private final Person mia = world.person("Mia").called("mia");
  private final Conformance conformance = new Conformance(Specification.version102());

  @Test
  void every_kind_of_update_is_as_documented() {
    bot.call(
        "getUpdates",
        "allowed_updates",
        List.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "inline_query",
            "chosen_inline_result",
            "callback_query",
            "my_chat_member",
            "chat_member"));
    everythingHappens();

    List<JsonNode> updates = bot.updates();

    assertThat(updates)
        .extracting(RawBot::kind)
        .contains(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "inline_query",
            "chosen_inline_result",
            "callback_query",
            "my_chat_member",
            "chat_member");
    assertThat(updates).allSatisfy(update -> assertConforms("Update", update));
  }

  @Test
  void every_result_is_as_documented() {
    mia.privately().says("/start");
    Chat team = world.supergroup("Team", mia);
    mia.in(team).addsBot();
    mia.in(team).promotesBot();
    String photo =
        mia.privately().posts(Media.photo("p"), "").json().at("/photo/0/file_id").asText();

    assertConforms("User", bot.call("getMe"));
    assertConforms("WebhookInfo", bot.call("getWebhookInfo"));
    assertConforms("Message", bot.call("sendMessage", "chat_id", mia.id(), "text", "x"));
    assertConforms("Message", bot.call("sendPhoto", "chat_id", mia.id(), "photo", photo));
    assertConforms("ChatFullInfo", bot.call("getChat", "chat_id", team.id()));
    assertConforms("ChatFullInfo", bot.call("getChat", "chat_id", mia.id()));
    assertConforms("File", bot.call("getFile", "file_id", photo));
    for (JsonNode administrator : bot.call("getChatAdministrators", "chat_id", team.id())) {
      assertConforms("ChatMember", administrator);
    }
    assertThat(api.violations()).isEmpty();
  }

  private void everythingHappens() {
    mia.blocksBot();
    mia.unblocksBot();
    ChatMessage start = mia.privately().says("/start now @mia #sale https://shop.example/x");
    mia.privately().edits(start, "/help");
    Chat group = world.group("Team", mia);
    mia.in(group).addsBot();
    Chat team = mia.in(group).upgradesToSupergroup();
    mia.in(team).promotesBot();
    Topic topic = team.openTopic("Hoodies", mia);
    Person ben = world.person("Ben");
    mia.in(team).adds(ben);
    ben.in(team).inTopic(topic).posts(Media.photo("hoodie"), "blue");
    ben.in(team).postsAlbum(List.of(Media.photo("a"), Media.video("b")), "both");
    ben.in(team).posts(Media.document("a.csv", new byte[] {1}), "");
    mia.in(team).anonymously().replyingTo(team.lastMessage()).says("/link hoodie");
    mia.privately().forwards(team.lastMessage());
    Chat news = world.channel("News", mia);
    mia.in(news).addsBot();
    ChatMessage post = mia.in(news).says("sale");
    mia.in(news).edits(post, "SALE");
    mia.privately().forwards(post);
    pressesAndChooses(team);
    ben.in(team).leaves();
    mia.in(team).removesBot();
  }

  private void pressesAndChooses(Chat team) {
    Object keyboard =
        Map.of("inline_keyboard", List.of(List.of(Map.of("text", "Undo", "callback_data", "u"))));
    bot.call("sendMessage", "chat_id", team.id(), "text", "x", "reply_markup", keyboard);
    ChatMessage message = team.lastMessage();
    mia.in(team).presses(message, "Undo");
    mia.in(team).deletes(message);
    mia.in(team).forges(message, "u");
    InlineQuery query = mia.queries("hood");
    Object content = Map.of("message_text", "Hoodie");
    Object article =
        Map.of(
            "type",
            "article",
            "id",
            "1",
            "title",
            "Hoodie",
            "input_message_content",
            content,
            "reply_markup",
            keyboard);
    bot.call("answerInlineQuery", "inline_query_id", query.id(), "results", List.of(article));
    mia.in(team).presses(query.choose(0, team), "Undo");
  }

  private void assertConforms(String type, JsonNode value) {
    List<String> problems = new ArrayList<>();
    conformance
        .problems(type, value)
        .forEach(each -> problems.add(each.path() + " " + each.words()));
    assertThat(problems).as(value.toPrettyString()).isEmpty();
  }
}
