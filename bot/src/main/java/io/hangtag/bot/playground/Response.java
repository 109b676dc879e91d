package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// An HTTP response, and how much of it arrives.
///
/// @param status 0 for none at all
record Response(int status, String contentType, String body, Ending ending) {

  /// What the other side gets to see.
  enum Ending {
    WHOLE,
    HALF,
    NOTHING
  }

  static Response json(int status, JsonNode body) {
    return new Response(status, "application/json", body.toString(), Ending.WHOLE);
  }

  static Response of(Refusal refusal) {
    return json(refusal.code(), refusal.asJson());
  }

  static Response broken() {
    return new Response(0, "", "", Ending.NOTHING);
  }

  Response ending(Ending other) {
    return new Response(status, contentType, body, other);
  }

  /// Closing the exchange before everything was written closes the connection.
  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    switch (ending) {
      case WHOLE -> write(exchange, bytes, bytes.length);
      case HALF -> write(exchange, bytes, bytes.length / 2);
      case NOTHING -> {}
    }
  }

  private void write(HttpExchange exchange, byte[] bytes, int count) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (count > 0) {
      OutputStream stream = exchange.getResponseBody();
      stream.write(bytes, 0, count);
      stream.flush();
    }
  }
}
