package io.hangtag.bot.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A bot without a library: it speaks HTTP and JSON.
final class RawBot implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final BotApi api;
  private long offset;

  RawBot(BotApi api) {
    this.api = api;
  }

  /// The result; the call must succeed.
  @CanIgnoreReturnValue
  JsonNode call(String method, Object... namesAndValues) {
    JsonNode body = answer(method, namesAndValues);
    assertThat(body.path("ok").asBoolean()).as(method + ": " + body).isTrue();
    return body.path("result");
  }

  /// Status and words of a refusal, like `400 Bad Request: chat not found`; the call must fail.
  String refusal(String method, Object... namesAndValues) {
    HttpResponse<String> response = post(method, parameters(namesAndValues).toString());
    JsonNode body = json(response.body());
    assertThat(body.path("ok").asBoolean(true)).as(method + ": " + body).isFalse();
    assertThat(response.statusCode()).isEqualTo(body.path("error_code").asInt());
    return response.statusCode() + " " + body.path("description").asText();
  }

  JsonNode answer(String method, Object... namesAndValues) {
    return json(post(method, parameters(namesAndValues).toString()).body());
  }

  HttpResponse<String> post(String method, String json) {
    return send(
        HttpRequest.newBuilder(address(method))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  URI address(String method) {
    return URI.create(api.url() + "/bot" + api.world().account().token() + "/" + method);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The updates there are, acknowledged right away.
  @CanIgnoreReturnValue
  List<JsonNode> updates() {
    List<JsonNode> updates = new ArrayList<>();
    while (!api.updates().isEmpty()) {
      JsonNode batch = call("getUpdates", "offset", offset);
      long last = Json.elements(batch).mapToLong(RawBot::id).max().orElse(offset - 1);
      offset = last + 1;
      batch.forEach(updates::add);
    }
    return updates;
  }

  /// The kinds of the updates there are, like `message`, acknowledged right away.
  List<String> kindsOfUpdates() {
    return updates().stream().map(RawBot::kind).toList();
  }

  private static long id(JsonNode update) {
    return update.path("update_id").asLong();
  }

  static String kind(JsonNode update) {
    return update.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("update_id"))
        .findFirst()
        .orElse("");
  }

  static JsonNode parameters(Object... namesAndValues) {
    var parameters = Json.object();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.set((String) namesAndValues[i], Json.MAPPER.valueToTree(namesAndValues[i + 1]));
    }
    return parameters;
  }

  static JsonNode json(String text) {
    return Json.parse(text).orElseThrow();
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
