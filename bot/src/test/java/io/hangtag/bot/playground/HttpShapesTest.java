package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpShapesTest {

  @AutoClose
  private final BotApi api = BotApi.start(BotAccount.named("hangtag_bot"), new HandClock());

  @AutoClose private final RawBot bot = new RawBot(api);
  private final Person mia = api.world().person("Mia");

  @ParameterizedTest
  @ValueSource(strings = {"getMe", "getme", "GETME"})
  void compares_method_names_in_any_case(String method) {
    JsonNode me = bot.call(method);

    assertThat(me.path("username").asText()).isEqualTo("hangtag_bot");
    assertThat(me.path("is_bot").asBoolean()).isTrue();
    assertThat(me.path("can_read_all_group_messages").asBoolean(true)).isFalse();
    assertThat(me.path("supports_inline_queries").asBoolean()).isTrue();
  }

  @Test
  void takes_parameters_from_the_query() {
    ChatMessage hello = mia.privately().says("hello");
    String query = "?chat_id=" + mia.id() + "&text=" + encoded("1 < 2 & ü");

    HttpResponse<String> response =
        bot.send(HttpRequest.newBuilder(URI.create(bot.address("sendMessage") + query)).build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(hello.chat().lastMessage().text()).isEqualTo("1 < 2 & ü");
  }

  @Test
  void takes_parameters_from_a_form() {
    ChatMessage hello = mia.privately().says("hello");
    String markup = "{\"inline_keyboard\":[[{\"text\":\"Undo\",\"callback_data\":\"u:1\"}]]}";
    String form =
        "chat_id=" + mia.id() + "&text=" + encoded("a+b") + "&reply_markup=" + encoded(markup);

    HttpResponse<String> response =
        bot.send(
            HttpRequest.newBuilder(bot.address("sendMessage"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form))
                .build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(hello.chat().lastMessage().text()).isEqualTo("a+b");
    assertThat(hello.chat().lastMessage().buttonTexts()).containsExactly("Undo");
  }

  @Test
  void takes_json_with_the_method_repeated_and_the_chat_as_text() {
    ChatMessage hello = mia.privately().says("hello");
    String json =
        """
        {"method":"sendmessage","chat_id":"%d","text":"hi","reply_parameters":{"message_id":%d}}"""
            .formatted(mia.id(), hello.id());

    HttpResponse<String> response = bot.post("sendmessage", json);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(hello.reply().text()).isEqualTo("hi");
    assertThat(api.violations()).isEmpty();
  }

  @Test
  void takes_multipart_with_a_file() {
    mia.privately().says("hello");
    byte[] picture = Media.photo("hoodie").content().bytes();
    String head =
        part("chat_id", Long.toString(mia.id()))
            + part("caption", "Größe <b>L</b>")
            + part("parse_mode", "HTML")
            + "--xYz\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n";

    HttpResponse<String> response =
        bot.send(
            HttpRequest.newBuilder(bot.address("sendPhoto"))
                .header("Content-Type", "multipart/form-data; boundary=xYz")
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(picture),
                        BodyPublishers.ofString("\r\n--xYz--\r\n")))
                .build());

    JsonNode message = RawBot.json(response.body()).path("result");
    assertThat(message.path("caption").asText()).isEqualTo("Größe L");
    assertThat(message.path("photo")).hasSizeGreaterThan(2);
    assertThat(message.path("photo").path(0).path("file_size").asInt()).isEqualTo(picture.length);
    assertThat(api.violations()).isEmpty();
  }

  @Test
  void refuses_json_that_is_none() {
    HttpResponse<String> response = bot.post("sendMessage", "{\"chat_id\":");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RawBot.json(response.body()).path("ok").asBoolean(true)).isFalse();
  }

  @Test
  void refuses_a_wrong_token() throws Exception {
    URI wrong = URI.create(api.url() + "/bot1:AAWrongTokenWrongTokenWrong/getMe");
    URI none = URI.create(api.url() + "/botnonsense/getMe");

    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> unauthorized =
          http.send(HttpRequest.newBuilder(wrong).build(), BodyHandlers.ofString());
      HttpResponse<String> notFound =
          http.send(HttpRequest.newBuilder(none).build(), BodyHandlers.ofString());

      assertThat(unauthorized.statusCode()).isEqualTo(401);
      assertThat(unauthorized.body())
          .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
      assertThat(notFound.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void refuses_a_method_telegram_does_not_have() {
    assertThat(bot.refusal("sendCarrierPigeon")).isEqualTo("404 Not Found: method not found");
  }

  @Test
  void fails_loudly_at_a_method_it_does_not_have_itself() {
    mia.privately().says("hello");

    String refusal = bot.refusal("sendDice", "chat_id", mia.id());

    assertThat(refusal).startsWith("501 Not Implemented").contains("senddice");
    assertThat(api.violations()).singleElement().asString().contains("senddice");
  }

  private static String part(String name, String value) {
    return "--xYz\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
