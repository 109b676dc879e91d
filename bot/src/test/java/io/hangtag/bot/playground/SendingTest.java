package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SendingTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final World world = api.world();
  private final Person mia = world.person("Mia");

  @Test
  void keeps_text_and_html_and_entities() {
    ChatMessage question = mia.privately().says("/products");

    JsonNode sent =
        bot.call(
            "sendMessage",
            "chat_id",
            mia.id(),
            "text",
            "<b>Hoodie</b> &amp; /link #sale",
            "parse_mode",
            "HTML",
            "reply_parameters",
            Map.of("message_id", question.id()));

    ChatMessage answer = question.reply();
    assertThat(answer.text()).isEqualTo("Hoodie & /link #sale");
    assertThat(answer.html()).isEqualTo("<b>Hoodie</b> &amp; /link #sale");
    assertThat(answer.json().toString()).isEqualTo(sent.toString());
    assertThat(sent.path("entities"))
        .extracting(entity -> entity.path("type").asText())
        .containsExactly("bold", "bot_command", "hashtag");
    assertThat(sent.at("/reply_to_message/text").asText()).isEqualTo("/products");
  }

  @Test
  void does_not_tell_the_bot_of_its_own_messages() {
    mia.privately().says("/start");
    assertThat(bot.updates()).hasSize(1);

    send(mia.id(), "hello");

    assertThat(api.updates().isEmpty()).isTrue();
  }

  @Test
  void refuses_people_the_bot_never_met_and_those_who_never_started_it() {
    Person stranger = world.person("Stranger");
    Person colleague = world.person("Ben");
    Chat team = world.supergroup("Team", mia, colleague);
    mia.in(team).addsBot();

    assertThat(refusal(stranger.id())).isEqualTo("400 Bad Request: chat not found");
    assertThat(refusal(99)).isEqualTo("400 Bad Request: chat not found");
    assertThat(refusal(colleague.id()))
        .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
  }

  @Test
  void refuses_those_who_blocked_the_bot() {
    mia.privately().says("/start");
    mia.blocksBot();

    String whileBlocked = refusal(mia.id());
    mia.unblocksBot();

    assertThat(whileBlocked).isEqualTo("403 Forbidden: bot was blocked by the user");
    send(mia.id(), "welcome back");
    assertThat(bot.updates())
        .extracting(each -> each.at("/my_chat_member/new_chat_member/status").asText())
        .containsExactly("", "kicked", "member");
  }

  @Test
  void refuses_groups_the_bot_is_not_in() {
    Chat group = world.group("Group", mia);
    Chat supergroup = world.supergroup("Supergroup", mia);
    Chat channel = world.channel("Channel", mia);
    String never = refusal(group.id());
    for (Chat chat : new Chat[] {group, supergroup, channel}) {
      mia.in(chat).addsBot();
      mia.in(chat).removesBot();
    }

    assertThat(never).isEqualTo("400 Bad Request: chat not found");
    assertThat(refusal(group.id())).isEqualTo("403 Forbidden: bot was kicked from the group chat");
    assertThat(refusal(supergroup.id()))
        .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
    assertThat(refusal(channel.id()))
        .isEqualTo("403 Forbidden: bot was kicked from the channel chat");
  }

  @Test
  void refuses_a_group_it_left() {
    Chat team = world.supergroup("Team", mia);
    mia.in(team).addsBot();

    bot.call("leaveChat", "chat_id", team.id());

    assertThat(refusal(team.id()))
        .isEqualTo("403 Forbidden: bot is not a member of the supergroup chat");
  }

  @Test
  void refuses_a_channel_where_the_bot_is_no_administrator() {
    Chat channel = world.channel("News", mia);
    mia.in(channel).addsBot();
    send(channel.id(), "as administrator");
    mia.in(channel).demotesBot();

    assertThat(refusal(channel.id()))
        .isEqualTo("400 Bad Request: need administrator rights in the channel chat");
  }

  @Test
  void tells_where_a_group_went() {
    Chat group = world.group("Team", mia);
    mia.in(group).addsBot();

    Chat supergroup = mia.in(group).upgradesToSupergroup();

    JsonNode answer = bot.answer("sendMessage", "chat_id", group.id(), "text", "x");
    assertThat(answer.path("description").asText())
        .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
    assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(supergroup.id());
    send(supergroup.id(), "here");
  }

  @Test
  void refuses_to_reply_to_a_message_that_is_gone_unless_told_otherwise() {
    ChatMessage question = mia.privately().says("/products");
    mia.privately().deletes(question);
    Map<String, Object> reply = Map.of("message_id", question.id());
    Map<String, Object> lenient =
        Map.of("message_id", question.id(), "allow_sending_without_reply", true);

    assertThat(
            bot.refusal("sendMessage", "chat_id", mia.id(), "text", "x", "reply_parameters", reply))
        .isEqualTo("400 Bad Request: message to be replied not found");
    JsonNode sent =
        bot.call("sendMessage", "chat_id", mia.id(), "text", "x", "reply_parameters", lenient);
    assertThat(sent.has("reply_to_message")).isFalse();
  }

  @Test
  void sends_into_topics_that_are_there_and_open() {
    Chat forum = world.supergroup("Team", mia);
    mia.in(forum).addsBot();
    Topic hoodies = forum.openTopic("Hoodies", mia);
    Topic closed = forum.openTopic("Old", mia);
    forum.closeTopic(closed);

    JsonNode sent = sendTo(forum, hoodies.id());

    assertThat(sent.path("message_thread_id").asInt()).isEqualTo(hoodies.id());
    assertThat(sent.path("is_topic_message").asBoolean()).isTrue();
    assertThat(threadRefusal(forum, 1)).isEqualTo("400 Bad Request: message thread not found");
    assertThat(threadRefusal(forum, 999)).isEqualTo("400 Bad Request: message thread not found");
    assertThat(threadRefusal(forum, closed.id())).isEqualTo("400 Bad Request: TOPIC_CLOSED");
    mia.in(forum).promotesBot();
    assertThat(sendTo(forum, closed.id()).path("message_id").asInt()).isPositive();
  }

  @Test
  void answers_in_the_topic_of_the_message_replied_to() {
    Chat forum = world.supergroup("Team", mia);
    mia.in(forum).addsBot();
    Topic hoodies = forum.openTopic("Hoodies", mia);
    ChatMessage question = mia.in(forum).inTopic(hoodies).says("/products");

    bot.call(
        "sendMessage",
        "chat_id",
        forum.id(),
        "text",
        "x",
        "reply_parameters",
        Map.of("message_id", question.id()));

    assertThat(question.reply().threadId()).hasValue(hoodies.id());
  }

  @Test
  void sends_an_album_as_messages_of_one_group() {
    mia.privately().says("/start");
    String first = fileId(mia.privately().posts(Media.photo("a"), ""));
    String second = fileId(mia.privately().posts(Media.photo("b"), ""));

    JsonNode sent =
        bot.call(
            "sendMediaGroup",
            "chat_id",
            mia.id(),
            "media",
            new Object[] {
              Map.of("type", "photo", "media", first, "caption", "both"),
              Map.of("type", "photo", "media", second)
            });

    assertThat(sent).hasSize(2);
    assertThat(sent.path(0).path("caption").asText()).isEqualTo("both");
    assertThat(sent.path(0).path("media_group_id").asText())
        .isNotEmpty()
        .isEqualTo(sent.path(1).path("media_group_id").asText());
    assertThat(bot.refusal("sendMediaGroup", "chat_id", mia.id(), "media", new Object[0]))
        .isEqualTo("400 Bad Request: there are no messages to send");
  }

  @Test
  void refuses_a_file_nobody_uploaded_and_one_of_another_kind() {
    String video = mia.privately().posts(Media.video("v"), "").json().at("/video/file_id").asText();

    assertThat(bot.refusal("sendPhoto", "chat_id", mia.id(), "photo", "AgACNonsense"))
        .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
    assertThat(bot.refusal("sendPhoto", "chat_id", mia.id(), "photo", video))
        .isEqualTo("400 Bad Request: can't use file of type Video as Photo");
    assertThat(bot.call("sendVideo", "chat_id", mia.id(), "video", video).has("video")).isTrue();
  }

  @CanIgnoreReturnValue
  private JsonNode send(long chatId, String text) {
    return bot.call("sendMessage", "chat_id", chatId, "text", text);
  }

  private String refusal(long chatId) {
    return bot.refusal("sendMessage", "chat_id", chatId, "text", "x");
  }

  private JsonNode sendTo(Chat forum, int thread) {
    return bot.call("sendMessage", "chat_id", forum.id(), "text", "x", "message_thread_id", thread);
  }

  private String threadRefusal(Chat forum, int thread) {
    return bot.refusal(
        "sendMessage", "chat_id", forum.id(), "text", "x", "message_thread_id", thread);
  }

  private static String fileId(ChatMessage photo) {
    return photo.json().at("/photo/0/file_id").asText();
  }
}
