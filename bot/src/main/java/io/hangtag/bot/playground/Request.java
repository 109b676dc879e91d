package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One call of a Bot API method, whatever way its parameters came.
///
/// @param method in small letters, as the real server compares them
record Request(String method, ObjectNode parameters, Map<String, Upload> uploads) {

  /// A file that came with the request.
  record Upload(String fileName, Content content) {}

  Request {
    uploads = Map.copyOf(uploads);
  }

  Request with(ObjectNode otherParameters) {
    return new Request(method, otherParameters, uploads);
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /// Empty when the parameter is missing: the real server does not tell the two apart either.
  String text(String name) {
    JsonNode value = parameters.path(name);
    return value.isContainerNode() ? value.toString() : value.asText("");
  }

  /// The server reads numbers leniently: what is no number is 0, what is out of range is moved in.
  int integer(String name, int otherwise, int min, int max) {
    long value = has(name) ? number(name) : otherwise;
    return Math.clamp(value, min, max);
  }

  /// 0 when missing or not a number.
  long number(String name) {
    String value = text(name).strip();
    return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  boolean flag(String name) {
    String value = text(name).strip().toLowerCase(Locale.ROOT);
    return value.equals("true") || value.equals("yes") || value.equals("1");
  }

  /// Missing when the parameter is; JSON that came as text has been parsed by then.
  JsonNode json(String name) {
    return parameters.path(name);
  }

  Optional<Upload> upload(String name) {
    return Optional.ofNullable(uploads.get(name));
  }
}
