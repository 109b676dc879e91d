package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EditingTest {

  private static final JsonNode UNDO =
      RawBot.json("{\"inline_keyboard\":[[{\"text\":\"Undo\",\"callback_data\":\"u\"}]]}");

  private final HandClock clock = new HandClock();

  @AutoClose private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), clock);

  @AutoClose private final RawBot bot = new RawBot(api);
  private final Person mia = api.world().person("Mia");
  private final ChatMessage start = mia.privately().says("/start");

  @Test
  void changes_text_and_keyboard() {
    int id = send("reply_markup", UNDO);

    JsonNode edited =
        bot.call("editMessageText", edit(id, "text", "<i>new</i>", "parse_mode", "HTML"));

    ChatMessage message = start.chat().findMessage(id).orElseThrow();
    assertThat(edited.path("edit_date").asLong()).isEqualTo(api.world().now());
    assertThat(message.text()).isEqualTo("new");
    assertThat(message.html()).isEqualTo("<i>new</i>");
    assertThat(message.buttons()).isEmpty();
    assertThat(message.isEdited()).isTrue();
  }

  @Test
  void refuses_an_edit_that_changes_nothing() {
    int id = send("reply_markup", UNDO);
    String words =
        "400 Bad Request: message is not modified: specified new message content and reply markup"
            + " are exactly the same as a current content and reply markup of the message";

    assertThat(bot.refusal("editMessageText", edit(id, "text", "old", "reply_markup", UNDO)))
        .isEqualTo(words);
    assertThat(bot.refusal("editMessageReplyMarkup", edit(id, "reply_markup", UNDO)))
        .isEqualTo(words);
  }

  @Test
  void refuses_messages_that_are_not_there_or_not_its_own() {
    assertThat(bot.refusal("editMessageText", edit(99, "text", "x")))
        .isEqualTo("400 Bad Request: message to edit not found");
    assertThat(bot.refusal("editMessageText", edit(start.id(), "text", "x")))
        .isEqualTo("400 Bad Request: message can't be edited");
    assertThat(bot.refusal("editMessageText", "text", "x"))
        .isEqualTo("400 Bad Request: message identifier is not specified");
  }

  @Test
  void refuses_the_wrong_kind_of_content() {
    String photo =
        mia.privately().posts(Media.photo("p"), "").json().at("/photo/0/file_id").asText();
    int text = send();
    int picture =
        bot.call("sendPhoto", "chat_id", mia.id(), "photo", photo).path("message_id").asInt();

    assertThat(bot.refusal("editMessageText", edit(picture, "text", "x")))
        .isEqualTo("400 Bad Request: there is no text in the message to edit");
    assertThat(bot.refusal("editMessageCaption", edit(text, "caption", "x")))
        .isEqualTo("400 Bad Request: there is no caption in the message to edit");
    assertThat(
            bot.call("editMessageCaption", edit(picture, "caption", "x")).path("caption").asText())
        .isEqualTo("x");
  }

  @Test
  void puts_a_picture_in_the_place_of_words_and_of_another_picture() {
    ChatMessage posted = mia.privately().posts(Media.photo("p"), "");
    String photo = posted.json().at("/photo/0/file_id").asText();
    String video = mia.privately().posts(Media.video("v"), "").json().at("/video/file_id").asText();
    int id = send("reply_markup", UNDO);
    ChatMessage message = start.chat().findMessage(id).orElseThrow();

    Object first =
        Map.of("type", "photo", "media", photo, "caption", "<b>c</b>", "parse_mode", "HTML");
    bot.call("editMessageMedia", edit(id, "media", first, "reply_markup", UNDO));

    assertThat(message.json().has("text")).isFalse();
    assertThat(message.text()).isEqualTo("c");
    assertThat(message.html()).isEqualTo("<b>c</b>");
    assertThat(message.picture()).isPresent();
    assertThat(message.buttonTexts()).containsExactly("Undo");
    assertThat(bot.refusal("editMessageMedia", edit(id, "media", first, "reply_markup", UNDO)))
        .contains("message is not modified");

    bot.call("editMessageMedia", edit(id, "media", Map.of("type", "video", "media", video)));

    assertThat(message.json().has("photo")).isFalse();
    assertThat(message.json().has("video")).isTrue();
    assertThat(message.text()).isEmpty();
    assertThat(message.buttons()).isEmpty();
  }

  @Test
  void refuses_media_that_are_none_and_captions_that_are_too_long() {
    int id = send();
    String photo =
        mia.privately().posts(Media.photo("p"), "").json().at("/photo/0/file_id").asText();

    assertThat(
            bot.refusal(
                "editMessageMedia", edit(id, "media", Map.of("type", "photo", "media", "x"))))
        .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
    assertThat(
            bot.refusal(
                "editMessageMedia",
                edit(
                    id,
                    "media",
                    Map.of("type", "photo", "media", photo, "caption", "x".repeat(1025)))))
        .contains("caption is too long");
    assertThat(
            bot.refusal(
                "editMessageMedia",
                edit(start.id(), "media", Map.of("type", "photo", "media", photo))))
        .isEqualTo("400 Bad Request: message can't be edited");
  }

  @Test
  void deletes_its_own_messages_for_two_days() {
    int young = send();
    int old = send();

    bot.call("deleteMessage", edit(young));
    clock.advance(Duration.ofHours(49));

    assertThat(start.chat().findMessage(young)).isEmpty();
    assertThat(bot.refusal("deleteMessage", edit(old)))
        .isEqualTo("400 Bad Request: message can't be deleted");
    assertThat(bot.refusal("deleteMessage", edit(young)))
        .isEqualTo("400 Bad Request: message to delete not found");
  }

  @Test
  void deletes_messages_of_others_only_as_administrator() {
    Chat team = api.world().supergroup("Team", mia);
    mia.in(team).addsBot();
    ChatMessage command = mia.in(team).says("/link hoodie");
    Object[] parameters = {"chat_id", team.id(), "message_id", command.id()};

    String asMember = bot.refusal("deleteMessage", parameters);
    mia.in(team).promotesBot();
    bot.call("deleteMessage", parameters);

    assertThat(asMember).isEqualTo("400 Bad Request: message can't be deleted");
    assertThat(command.isDeleted()).isTrue();
  }

  @Test
  void puts_one_known_emoji_on_a_message() {
    Object thumb = Map.of("type", "emoji", "emoji", "👍");

    bot.call("setMessageReaction", edit(start.id(), "reaction", List.of(thumb)));

    assertThat(start.reaction()).isEqualTo("👍");
    assertThat(
            bot.refusal("setMessageReaction", edit(start.id(), "reaction", List.of(thumb, thumb))))
        .isEqualTo("400 Bad Request: REACTIONS_TOO_MANY");
    Object tick = Map.of("type", "emoji", "emoji", "✅");
    assertThat(bot.refusal("setMessageReaction", edit(start.id(), "reaction", List.of(tick))))
        .isEqualTo("400 Bad Request: REACTION_INVALID");
    bot.call("setMessageReaction", edit(start.id(), "reaction", List.of()));
    assertThat(start.reaction()).isEmpty();
  }

  private int send(Object... more) {
    Object[] all = append(new Object[] {"chat_id", mia.id(), "text", "old"}, more);
    return bot.call("sendMessage", all).path("message_id").asInt();
  }

  private Object[] edit(int messageId, Object... more) {
    return append(new Object[] {"chat_id", mia.id(), "message_id", messageId}, more);
  }

  private static Object[] append(Object[] first, Object... more) {
    Object[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
