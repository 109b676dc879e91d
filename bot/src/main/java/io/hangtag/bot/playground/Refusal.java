package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A request the server refuses, with the status and the words of the real one.
final class Refusal extends RuntimeException {

  private final int code;
  private final ObjectNode parameters;

  private Refusal(int code, String description, ObjectNode parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  static Refusal badRequest(String reason) {
    return new Refusal(400, "Bad Request: " + begunSmall(reason), Json.object());
  }

  static Refusal migrated(long newChatId) {
    return new Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        Json.object().put("migrate_to_chat_id", newChatId));
  }

  static Refusal unauthorized() {
    return new Refusal(401, "Unauthorized", Json.object());
  }

  static Refusal forbidden(String reason) {
    return new Refusal(403, "Forbidden: " + reason, Json.object());
  }

  static Refusal notFound() {
    return new Refusal(404, "Not Found", Json.object());
  }

  static Refusal methodNotFound() {
    return new Refusal(404, "Not Found: method not found", Json.object());
  }

  static Refusal conflict(String reason) {
    return new Refusal(409, "Conflict: " + reason, Json.object());
  }

  /// Not in the real server's vocabulary: the playground lacks something, and says so loudly.
  static Refusal notImplemented(String what) {
    return new Refusal(501, "Not Implemented: the playground has no " + what, Json.object());
  }

  /// The playground has a bug.
  static Refusal internalError(RuntimeException cause) {
    return new Refusal(500, "Internal Server Error: " + cause, Json.object());
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  ObjectNode asJson() {
    ObjectNode body =
        Json.object().put("ok", false).put("error_code", code).put("description", description());
    if (!parameters.isEmpty()) {
      body.set("parameters", parameters);
    }
    return body;
  }

  /// The server begins its reasons small, but leaves names like BUTTON_DATA_INVALID alone.
  private static String begunSmall(String reason) {
    boolean isName =
        reason.length() > 1 && (reason.charAt(1) == '_' || Character.isUpperCase(reason.charAt(1)));
    return isName ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
