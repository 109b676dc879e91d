package io.hangtag.bot.playground;

import java.time.Duration;

/// A way in which a call goes wrong.
public sealed interface Fault {

  /// The server answers with this instead of handling the call.
  record Answers(int status, String contentType, String body) implements Fault {}

  /// The connection breaks before the call is handled: it had no effect.
  record BreaksBefore() implements Fault {}

  /// The call is handled, but the connection breaks before the response: it had its effect.
  record BreaksAfter() implements Fault {}

  /// The call is handled, but only half of the response comes before the connection breaks.
  record BreaksMidway() implements Fault {}

  /// The call is handled at once and had its effect, but the response comes after a while.
  record AnswersLate(Duration time) implements Fault {}

  /// The call is handled after a while.
  record Delays(Duration time) implements Fault {}

  /// The call is never handled nor answered; the connection stays open until the server closes.
  record Hangs() implements Fault {}

  /// Telegram's flood control.
  static Fault tooManyRequests(int retryAfterSeconds) {
    return new Answers(
        429,
        "application/json",
        """
        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after %1$d",\
        "parameters":{"retry_after":%1$d}}"""
            .formatted(retryAfterSeconds));
  }

  /// A refusal in Telegram's form, like 401 Unauthorized.
  static Fault refuses(int status, String description) {
    String body =
        Json.object()
            .put("ok", false)
            .put("error_code", status)
            .put("description", description)
            .toString();
    return new Answers(status, "application/json", body);
  }

  /// What stands before Telegram's servers fails: an HTML page, as with 502 Bad Gateway.
  static Fault htmlPage(int status) {
    String page =
        "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>".formatted(status);
    return new Answers(status, "text/html", page);
  }

  static Fault emptyBody() {
    return new Answers(200, "application/json", "");
  }

  /// JSON that stops in the middle, under a response that is complete.
  static Fault truncatedJson() {
    return new Answers(200, "application/json", "{\"ok\":true,\"result\":[{\"update_id\":1,\"mess");
  }
}
