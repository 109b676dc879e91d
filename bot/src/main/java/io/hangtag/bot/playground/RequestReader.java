package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.hangtag.bot.playground.Request.Upload;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a method call in any of the four shapes the real server takes: query, form, JSON and
/// multipart.
final class RequestReader {

  private RequestReader() {}

  static Request read(String method, HttpExchange exchange) throws IOException {
    ObjectNode parameters = Json.object();
    Map<String, Upload> uploads = new HashMap<>();
    addForm(exchange.getRequestURI().getRawQuery(), parameters);
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = contentType(exchange);
    String kind = type.toLowerCase(Locale.ROOT);
    if (kind.startsWith("multipart/form-data")) {
      new MultipartBody(body, type).addTo(parameters, uploads);
    } else if (kind.startsWith("application/x-www-form-urlencoded")) {
      addForm(new String(body, StandardCharsets.UTF_8), parameters);
    } else if (kind.startsWith("application/json")) {
      addJson(new String(body, StandardCharsets.UTF_8), parameters);
    }
    return new Request(method.toLowerCase(Locale.ROOT), parameters, uploads);
  }

  private static String contentType(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null ? "" : type;
  }

  private static void addForm(@Nullable String form, ObjectNode parameters) {
    if (form == null || form.isEmpty()) {
      return;
    }
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.put(decoded(name), decoded(value));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void addJson(String text, ObjectNode parameters) {
    if (text.isBlank()) {
      return;
    }
    JsonNode json =
        Json.parse(text)
            .filter(JsonNode::isObject)
            .orElseThrow(() -> Refusal.badRequest("can't parse JSON object"));
    json.properties().forEach(field -> parameters.set(field.getKey(), field.getValue()));
  }
}
